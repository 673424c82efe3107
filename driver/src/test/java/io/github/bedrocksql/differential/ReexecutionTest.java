package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Trial.Failure;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A prepared statement gives the rows of the values it has now, not of those it had before. */
class ReexecutionTest {
  private static final int EXECUTIONS = 5;

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "EXCLUSIVE_BOUNDS", "TINY_PAGES"})
  void eachExecutionGivesTheRowsOfItsValues(Mode mode) throws SQLException {
    try (Fixture fixture =
        new Fixture(DataSet.withDistinctTimes(), mode, Feature.IN_USE, Fixture::driver)) {
      new Run("AGAIN_" + mode)
          .steps(
              Settings.queries() / 4,
              dice -> {
                Sql sql = fixture.query(dice);
                while (sql.text().parameters().isEmpty() || sql.check().part() != null) {
                  sql = fixture.query(dice);
                }
                return again(fixture, sql);
              });
    }
  }

  private static Optional<Failure> again(Fixture fixture, Sql sql) throws SQLException {
    Trial trial = fixture.trial();
    Fragment query = sql.text();
    try (PreparedStatement statement = trial.target().prepare(query)) {
      Optional<Failure> failure = Optional.empty();
      for (int i = 0; i < EXECUTIONS && failure.isEmpty(); i++) {
        Fragment now = query;
        failure =
            trial.compare(
                now, trial.expected(now), sql.check(), () -> trial.target().run(statement, now));
        query = query.withOtherValues();
      }
      return failure;
    }
  }
}
