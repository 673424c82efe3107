package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variances and regressions, of large numbers above all: what is expected is PostgreSQL's. */
class StatisticsTest {
  private static final String ROWS =
      " FROM (VALUES (1700000000000, 1, 'a'), (1700000000001, 2, 'a'), (1700000000002, 4, 'b'),"
          + " (1700000000002, 4, 'b'), (NULL, 5, 'b'), (1700000000009, NULL, 'c')) AS t (x, y, g)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "var_pop(x), var_samp(x), variance(x); 10.16,12.7,12.7",
        "stddev_pop(x) = sqrt(10.16), stddev_samp(x) = stddev(x), round(stddev(x), 6);"
            + " true,true,3.563706",
        "round(var_pop(x::float8), 9), round(var_samp(x / 1000.0), 9); 10.16,1.27E-5",
        "var_pop(DISTINCT x), var_samp(x) FILTER (WHERE y < 4); 12.5,0.5",
        "var_pop(x - 1700000000000), var_pop(x * 1000000); 10.16,1.016E13",
        "var_pop(x) FILTER (WHERE y > 5), var_samp(x) FILTER (WHERE y = 1), var_pop(x) FILTER"
            + " (WHERE y = 1), stddev(y - y); null,null,0.0,0.0",
        "covar_pop(x, y), covar_samp(x, y) = 4 * covar_pop(x, y) / 3, covar_samp(x, y) FILTER"
            + " (WHERE y = 1); 1.0625,true,null",
        "round(regr_sxx(x, y), 9), regr_syy(x, y), regr_sxy(x, y), regr_count(x, y); 6.75,2.75,4.25,4",
        "round(corr(x, y), 6), regr_avgx(x, y), round(regr_slope(x, y), 6); 0.98644,2.75,0.62963",
        "covar_pop(DISTINCT x, y), corr(x, y) FILTER (WHERE y > 5); 1.0,null"
      })
  void largeNumbersDifferByWhatTheyDo(String calls, String expected) throws SQLException {
    assertThat(bench.run("SELECT " + calls + ROWS).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT y, var_pop(x) OVER (), var_samp(x) OVER (ORDER BY x, y ROWS 1 PRECEDING)"
            + " $t WHERE y < 4 ORDER BY y; 1,0.25,null / 2,0.25,0.5",
        "SELECT y, regr_sxx(x, y) OVER (PARTITION BY g), corr(x, y) OVER (ORDER BY y), covar_pop(x,"
            + " y) FILTER (WHERE y > 1) OVER () $t WHERE y < 4 ORDER BY y;"
            + " 1,0.5,null,0.0 / 2,0.5,1.0,0.0",
        "SELECT var_pop(DISTINCT x) OVER (), regr_count(x, y) FILTER (WHERE y > 1) OVER () $t WHERE y"
            + " = 1; 0.0,0",
        "SELECT g, var_pop(x), count(*) $t GROUP BY ROLLUP (g) ORDER BY g NULLS LAST;"
            + " a,0.25,2 / b,0.0,3 / c,0.0,1 / null,10.16,6",
        "SELECT var_pop(x), count(DISTINCT x), corr(x, y), sum(y) $t WHERE y > 5 GROUP BY GROUPING"
            + " SETS ((g), ()); null,0,null,null",
        "SELECT g, variance(x) $t GROUP BY g HAVING variance(x) > 0; a,0.5",
        "SELECT n, (SELECT var_pop(x) FILTER (WHERE y > n) $t WHERE y > n) FROM (VALUES (1), (2)) AS"
            + " o (n) ORDER BY n; 1,0.2222222222222222 / 2,0.0"
      })
  void standsWhereOtherAggregatesStand(String sql, String expected) throws SQLException {
    assertThat(bench.run(sql.replace("$t", ROWS)).text()).isEqualTo(expected);
  }
}
