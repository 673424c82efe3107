package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of unequal units and digits beside each other. */
class IntervalTest {
  private static final String TABLE =
      "(VALUES (1, TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-01-02 02:03:04'),"
          + " (2, TIMESTAMP '2000-01-01 00:00:00', TIMESTAMP '2026-01-01 00:00:00'),"
          + " (3, TIMESTAMP '2026-01-01 00:00:00', NULL)) AS t (i, a, b)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(b - a) DAY(6) TO SECOND > INTERVAL '1 02:03:03' DAY TO SECOND | 1,2",
        "(b - a) DAY(6) TO SECOND = INTERVAL '1 02:03:04' DAY TO SECOND | 1",
        "INTERVAL '1 02:03:04' DAY TO SECOND <= (b - a) DAY(6) TO SECOND | 1,2",
        "(b - a) DAY(6) BETWEEN INTERVAL '1' DAY AND INTERVAL '900' DAY(3) | 1",
        "(b - a) HOUR(6) IN (INTERVAL '9' HOUR, INTERVAL '227928' HOUR(6)) | 2",
        "(b - a) DAY(6) TO SECOND IS DISTINCT FROM INTERVAL '1 02:03:04' DAY TO SECOND | 2,3",
        "COALESCE((b - a) DAY(6) TO SECOND, INTERVAL '0' SECOND) < INTERVAL '1' HOUR | 3",
        "(b - a) YEAR(4) > INTERVAL '300' MONTH(3) | 2",
        "a + INTERVAL '1-1' YEAR TO MONTH > b | 1",
        "b - 2 * INTERVAL '13:01:33' HOUR TO SECOND < a | 1"
      })
  void intervalsCompareWhateverTheirUnits(String condition, String expected) throws SQLException {
    assertThat(
            bench
                .run("SELECT i FROM " + TABLE + " WHERE " + condition + " ORDER BY i")
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(joining(",")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AVG(b - a) = INTERVAL '4749 01:01:32' DAY(4) TO SECOND | true",
        "SUM(b - a) FILTER (WHERE i = 1) = INTERVAL '1 02:03:04' DAY TO SECOND | true",
        "SUM(b - a) FILTER (WHERE i = 3) IS NULL | true",
        "EXTRACT(EPOCH FROM MIN(b - a)) | 93784.000",
      })
  void aggregates(String expression, String expected) throws SQLException {
    assertThat(
            String.valueOf(
                bench.run("SELECT " + expression + " FROM " + TABLE).rows().get(0).get(0)))
        .isEqualTo(expected);
  }
}
