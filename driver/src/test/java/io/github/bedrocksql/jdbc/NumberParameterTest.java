package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number beside a column is compared as the number it is, whatever the column's type. */
class NumberParameterTest {
  private static final List<Number> NUMBERS =
      List.of(
          (byte) 12,
          (short) 12,
          12,
          12L,
          12f,
          12d,
          12.5f,
          12.5,
          -0.0,
          1e300,
          -1e300,
          Float.MAX_VALUE,
          Double.MIN_VALUE,
          Double.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE + 1L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          new BigDecimal("12"),
          new BigDecimal("12.0"),
          new BigDecimal("12.50"),
          new BigDecimal("12.4999999999999999999999999999"),
          new BigDecimal("1E+40"),
          new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"),
          BigInteger.TWO.pow(63),
          BigInteger.valueOf(12),
          new AtomicLong(13));

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  private static List<String> texts(PreparedStatement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static BigDecimal exact(Number number) {
    double value = number.doubleValue();
    boolean infinite =
        Double.isInfinite(value) && (number instanceof Double || number instanceof Float);
    return infinite
        ? new BigDecimal("1E+999").multiply(BigDecimal.valueOf(Math.signum(value)))
        : new BigDecimal(number.toString());
  }

  /** What the operator says of -1, 0, or 1, which is how a compares with b. */
  private static IntPredicate meaning(String operator) {
    return switch (operator) {
      case "=" -> order -> order == 0;
      case "<>" -> order -> order != 0;
      case "<" -> order -> order < 0;
      case "<=" -> order -> order <= 0;
      case ">" -> order -> order > 0;
      default -> order -> order >= 0;
    };
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(strings = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "DECIMAL(9, 2)", "DOUBLE"})
  void everyNumberBesideEveryType(String type) throws SQLException {
    List<String> held = List.of("-100", "0", "12", "13", "100");
    for (String operator : List.of("=", "<>", "<", "<=", ">", ">=")) {
      PreparedStatement statement =
          bench
              .connection()
              .prepareStatement(
                  "SELECT CAST(n AS VARCHAR) FROM (SELECT CAST(x AS %s) AS x, n FROM (VALUES (-100, '-100'), (0, '0'), (12, '12'), (13, '13'), (100, '100')) AS v(x, n)) AS t WHERE x %s ?"
                      .formatted(type, operator));
      for (Number number : NUMBERS) {
        statement.setObject(1, number);
        BigDecimal value = exact(number);
        assertThat(texts(statement))
            .as("%s %s %s %s", type, operator, number.getClass(), number)
            .containsExactlyElementsOf(
                held.stream()
                    .filter(
                        x -> {
                          int order = new BigDecimal(x).compareTo(value);
                          boolean near = type.equals("DOUBLE") && number instanceof BigDecimal;
                          return meaning(operator)
                              .test(
                                  near
                                      ? Double.compare(Double.parseDouble(x), number.doubleValue())
                                      : order);
                        })
                    .toList());
      }
    }
  }

  /** Forms of a comparison with 12.5, and the one with a literal. */
  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds > ?",
        "SELECT COUNT(*) FROM model_import_jobs WHERE ? < duration_seconds",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds BETWEEN ? AND 100000",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds NOT BETWEEN 0 AND ?",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds IN (?, 3)",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds IN (?, 4.5, 3)",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds NOT IN (?)",
        "SELECT COUNT(*) FROM model_import_jobs WHERE (duration_seconds, 1) IN ((?, 1), (2, 2))",
        "SELECT COUNT(*) FROM model_import_jobs WHERE (duration_seconds, 1) = (?, 1)",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds IS DISTINCT FROM ?",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds > SOME (?, 100000)",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds > ALL (?, 3)",
        "SELECT COUNT(*) FROM model_import_jobs WHERE NULLIF(duration_seconds, ?) > 5",
        "SELECT COUNT(*) FROM model_import_jobs WHERE ? BETWEEN duration_seconds AND 100000",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds + 1 > ?",
        "SELECT COUNT(*) FROM model_import_jobs WHERE COALESCE(duration_seconds, 0) < ?",
        "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds / 60 NOT IN"
            + " (?, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)",
        "SELECT SUM(CASE WHEN duration_seconds > ? THEN 1 ELSE 0 END) FROM model_import_jobs",
        "SELECT SUM(CASE duration_seconds WHEN ? THEN 1 ELSE 0 END) FROM model_import_jobs",
        "SELECT COUNT(*) FILTER (WHERE duration_seconds > ?) FROM model_import_jobs",
        "SELECT status FROM model_import_jobs GROUP BY status HAVING COUNT(*) > ? ORDER BY 1",
        "SELECT status FROM model_import_jobs GROUP BY status HAVING SUM(duration_seconds) > ?"
            + " ORDER BY 1",
        "SELECT COUNT(*) FROM model_import_jobs a JOIN model_import_jobs b"
            + " ON a.job_arn = b.job_arn AND a.duration_seconds > ?",
        "SELECT COUNT(*) FROM model_import_job_subnets WHERE ordinal_position < ?",
        "SELECT job_name FROM model_import_jobs WHERE job_identifier = 'mistral-7b-triage'"
            + " AND duration_seconds > ?",
        "SELECT COUNT(*) FROM (SELECT ROW_NUMBER() OVER (ORDER BY job_name) AS n"
            + " FROM model_import_jobs) AS t WHERE n < ?",
        "SELECT COUNT(*) FROM api_calls WHERE attempts > ?",
      })
  void everyFormAnswersAsWithALiteral(String sql) throws SQLException {
    List<String> literal = texts(bench.connection().prepareStatement(sql.replace("?", "12.5")));
    PreparedStatement statement = bench.connection().prepareStatement(sql);
    for (Number number : List.of(12.5, 12.5f, new BigDecimal("12.5"))) {
      statement.setObject(1, number);
      assertThat(texts(statement)).as("%s with %s", sql, number.getClass()).isEqualTo(literal);
    }
  }

  @Test
  void everySetter() throws SQLException {
    PreparedStatement statement =
        bench
            .connection()
            .prepareStatement("SELECT x FROM (VALUES 12, 13) AS t(x) WHERE x > ? ORDER BY x");
    statement.setDouble(1, 12.5);
    assertThat(texts(statement)).containsExactly("13");
    statement.setFloat(1, 12.5f);
    assertThat(texts(statement)).containsExactly("13");
    statement.setBigDecimal(1, new BigDecimal("12.5"));
    assertThat(texts(statement)).containsExactly("13");
    statement.setLong(1, 3_000_000_000L);
    assertThat(texts(statement)).isEmpty();
    statement.setObject(1, "12.5", Types.DECIMAL);
    assertThat(texts(statement)).containsExactly("13");
    statement.setObject(1, 12.5, Types.DOUBLE);
    assertThat(texts(statement)).containsExactly("13");
    statement.setNull(1, Types.DOUBLE);
    assertThat(texts(statement)).isEmpty();
  }

  @Test
  void aParameterSaysTheTypeOfItsColumn() throws SQLException {
    PreparedStatement statement =
        bench
            .connection()
            .prepareStatement(
                "SELECT 1 FROM model_import_jobs WHERE duration_seconds > ?"
                    + " AND CAST(duration_seconds AS REAL) > ?");
    assertThat(statement.getParameterMetaData().getParameterType(1)).isEqualTo(Types.BIGINT);
    assertThat(statement.getParameterMetaData().getParameterType(2)).isEqualTo(Types.REAL);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 3_000_000_000L, Long.MAX_VALUE})
  void aLimitOfAnyLength(long rows) throws SQLException {
    PreparedStatement statement =
        bench
            .connection()
            .prepareStatement("SELECT job_name FROM model_import_jobs LIMIT ? OFFSET ?");
    statement.setLong(1, rows);
    statement.setLong(2, 0);
    assertThat(texts(statement)).hasSize((int) Math.min(rows, 18));
    statement.setBigDecimal(1, BigDecimal.valueOf(rows));
    statement.setObject(2, rows);
    assertThat(texts(statement)).hasSize((int) Math.min(rows, 18 - Math.min(rows, 18)));
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> statement.setDouble(1, 1.5));
    assertThat(failure.getSQLState()).isEqualTo("22003");
  }

  @Test
  void notANumberIsNoNumber() throws SQLException {
    for (String type : List.of("BIGINT", "DECIMAL(9, 2)")) {
      PreparedStatement statement =
          bench.connection().prepareStatement("SELECT CAST(? AS %s)".formatted(type));
      PreparedStatement compared =
          bench
              .connection()
              .prepareStatement(
                  "SELECT x FROM (VALUES CAST(1 AS %s)) AS t(x) WHERE x = ?".formatted(type));
      for (PreparedStatement each : List.of(statement, compared)) {
        for (Object nan : List.of(Double.NaN, Float.NaN)) {
          SQLException failure =
              catchThrowableOfType(SQLException.class, () -> each.setObject(1, nan));
          assertThat(failure.getSQLState()).isEqualTo("22003");
        }
      }
    }
  }

  /** Whole numbers stay whole where they are calculated with: its type must be said. */
  @Test
  void aFractionInACalculationNeedsItsType() throws SQLException {
    PreparedStatement statement =
        bench.connection().prepareStatement("SELECT x * ? FROM (VALUES 2) AS t(x)");
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> statement.setDouble(1, 1.5));
    assertThat(failure.getSQLState()).isEqualTo("22003");
    assertThat(failure.getMessage()).contains("write CAST(? AS DECIMAL(19, 4))");
    PreparedStatement said =
        bench
            .connection()
            .prepareStatement("SELECT x * CAST(? AS DECIMAL(19, 1)) FROM (VALUES 2) AS t(x)");
    said.setDouble(1, 1.5);
    assertThat(texts(said)).containsExactly("3.0");
  }
}
