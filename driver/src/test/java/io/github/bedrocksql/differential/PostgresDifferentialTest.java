package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Trial.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The driver gives the rows that PostgreSQL 15 gives, in its own words. */
class PostgresDifferentialTest {
  private static final int QUERIES = Integer.getInteger("differential.queries", 200);

  /** The SQLState's class of what PostgreSQL refuses for its values. */
  private static final String DATA = "22";

  @Test
  void rowsAreThoseOfPostgres() throws SQLException {
    DataSet data = DataSet.withDistinctTimes();
    try (PostgresServer server = PostgresServer.running();
        Connection postgres = server.connect("differential");
        Target target = Fixture.driver(Mode.PLAIN.start(data), data)) {
      PostgresTables.load(postgres, ShownRows.of(data, Mode.PLAIN));
      new Run("POSTGRES")
          .steps(
              QUERIES,
              dice -> smallest(new PostgresGenerator(dice).next(), target.connection(), postgres));
    }
  }

  private static Optional<Failure> smallest(
      PostgresQuery query, Connection driver, Connection postgres) throws SQLException {
    Optional<Failure> whole = failure(query, driver, postgres);
    if (whole.isEmpty()) {
      return whole;
    }
    for (PostgresQuery smaller : query.smaller().toList()) {
      Optional<Failure> part = failure(smaller, driver, postgres);
      if (part.isPresent()) {
        return part;
      }
    }
    return whole;
  }

  private static Optional<Failure> failure(
      PostgresQuery query, Connection driver, Connection postgres) throws SQLException {
    PostgresAnswer expected;
    try {
      expected = PostgresAnswer.of(postgres, query.sql());
    } catch (SQLException e) {
      if (!String.valueOf(e.getSQLState()).startsWith(DATA)) {
        throw new IllegalStateException(e.getMessage() + "\n" + query.sql(), e);
      }
      return refusal(query, driver, e);
    }
    return compared(query, driver, expected);
  }

  private static Optional<Failure> refusal(
      PostgresQuery query, Connection driver, SQLException expected) {
    try {
      PostgresAnswer got = PostgresAnswer.of(driver, query.sql());
      return Optional.of(
          failure(query, true, got.rows() + "\n  instead of " + expected.getMessage()));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever comes instead of rows is a failure.
  private static Optional<Failure> compared(
      PostgresQuery query, Connection driver, PostgresAnswer expected) {
    PostgresAnswer got;
    try {
      got = PostgresAnswer.of(driver, query.sql());
    } catch (SQLException e) {
      return Optional.of(failure(query, true, e.getSQLState() + " " + e.getMessage()));
    } catch (RuntimeException | Error e) {
      return Optional.of(failure(query, true, e.toString()));
    }
    String difference =
        Comparison.difference(
            query.check(), got.comparable(expected.types()), expected.comparable(expected.types()));
    return difference.isEmpty()
        ? Optional.empty()
        : Optional.of(failure(query, false, expected.types() + "\n" + difference));
  }

  private static Failure failure(PostgresQuery query, boolean refused, String what) {
    return new Failure(Fragment.text(query.sql()), refused, what, "");
  }
}
