package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with a fraction: what PostgreSQL answers, to ten digits after the point. */
class DecimalTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COALESCE(b, 0.5) | 60.0 / 0.5",
        "CASE WHEN b > 7 THEN b ELSE 0.25 END | 60.00 / 0.25",
        "GREATEST(b, 60.5) | 60.5 / 60.5",
        "b / 7.0 | 8.5714285714 / null",
        "CAST(b AS DECIMAL(19, 0)) / 90 | 0.66666666667 / null",
        "100.0 * b / 90 | 66.6666666667 / null",
        "9223372036854775807 + 0.5 | 9223372036854775807.5 / 9223372036854775807.5",
        "12345678901234567890 | 12345678901234567890 / 12345678901234567890",
        "CAST(1.5 AS INTEGER) | 2 / 2",
        "CAST(-1.5 AS BIGINT) | -2 / -2",
        "CAST(b / 7e0 AS INTEGER) | 9 / null",
        "CAST(-1.5e0 AS BIGINT) | -2 / -2",
        "CAST(2.345e0 AS DECIMAL(5, 2)) | 2.35 / 2.35",
        "TRUNC(b / 7.0, 2) | 8.57 / null",
        "TRUNC(-1.9) | -1 / -1",
        "CAST(b + 0.25 AS DECIMAL(5, 1)) | 60.3 / null",
      })
  void holdsItsDigits(String expression, String expected) throws SQLException {
    String sql = "SELECT " + expression + " FROM (VALUES CAST(60 AS BIGINT), NULL) AS t (b)";
    assertThat(
            bench.run(sql).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(joining(" / ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT SUM(b / 60.0) FROM (VALUES 10, 20, 10) AS t (b) | 0.6666666667",
        "SELECT x FROM (VALUES (9223372036854775807), (2.5)) AS t (x) WHERE x > 3"
            + " | 9223372036854775807.0",
        "SELECT SUM(x) FROM (VALUES (1), (2.5), (3e2), (NULL)) AS t (x) | 303.5",
        "SELECT y FROM (VALUES (1, 'a'), (3e2, 'b')) AS t (x, y) WHERE x > 1 | b",
        "SELECT MAX(x) FROM (SELECT 2.5 AS x UNION ALL SELECT CAST(7 AS BIGINT)) AS t | 7.0",
      })
  void ofSeveralRows(String sql, String expected) throws SQLException {
    assertThat(String.valueOf(bench.run(sql).rows().get(0).get(0))).isEqualTo(expected);
  }
}
