package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Window functions and their frames; what is expected is what PostgreSQL answers. */
class WindowsTest {
  /** In each query, {@code $t} is a table with repeats and nulls. */
  private static final String TABLE =
      "(VALUES (1, 'b', 10, 1), (1, 'a', 20, 2), (1, NULL, NULL, 3), (1, 'b', 40, 4),"
          + " (2, NULL, NULL, 5), (2, 'c', 60, 6), (2, 'a', 60, 7)) AS t (g, x, y, i)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql) throws SQLException {
    return bench.run(sql.replace("$t", TABLE)).text();
  }

  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT i, FIRST_VALUE(y) OVER (ORDER BY i ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING) "
            + "FROM $t ORDER BY i | 1,null / 2,40 / 3,null / 4,60 / 5,60 / 6,null / 7,null",
        "SELECT i, LAST_VALUE(y) OVER (ORDER BY i DESC ROWS BETWEEN 3 PRECEDING AND 2 "
            + "PRECEDING) FROM $t ORDER BY i | 1,null / 2,40 / 3,null / 4,60 / 5,60 / 6,null / "
            + "7,null",
        "SELECT i, NTH_VALUE(y, 2) OVER (ORDER BY i) FROM $t ORDER BY i | 1,null / 2,20 / "
            + "3,20 / 4,20 / 5,20 / 6,20 / 7,20",
        "SELECT i, NTH_VALUE(y, 2) OVER (PARTITION BY g ORDER BY i ROWS 1 PRECEDING) FROM $t "
            + "ORDER BY i | 1,null / 2,20 / 3,null / 4,40 / 5,null / 6,60 / 7,60",
        "SELECT i, SUM(i) OVER (ORDER BY i DESC RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING) "
            + "FROM $t ORDER BY i | 1,3 / 2,6 / 3,10 / 4,14 / 5,18 / 6,22 / 7,18",
        "SELECT i, COUNT(*) OVER (ORDER BY y NULLS FIRST RANGE BETWEEN 10 PRECEDING AND 20 "
            + "FOLLOWING) FROM $t ORDER BY i | 1,2 / 2,3 / 3,2 / 4,3 / 5,2 / 6,2 / 7,2",
        "SELECT i, COUNT(*) OVER (ORDER BY y DESC RANGE BETWEEN UNBOUNDED PRECEDING AND 20 "
            + "FOLLOWING) FROM $t ORDER BY i | 1,7 / 2,7 / 3,2 / 4,6 / 5,2 / 6,5 / 7,5",
        "SELECT i, SUM(i) OVER (ORDER BY i ROWS BETWEEN 2147483647 PRECEDING AND 3000000000 "
            + "FOLLOWING) FROM $t ORDER BY i | 1,28 / 2,28 / 3,28 / 4,28 / 5,28 / 6,28 / 7,28",
        "SELECT i, FIRST_VALUE(i) OVER (ORDER BY g ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING "
            + "EXCLUDE CURRENT ROW) FROM $t ORDER BY i | 1,2 / 2,1 / 3,2 / 4,3 / 5,4 / 6,5 / 7,6",
        "SELECT i, SUM(i) OVER (ORDER BY g ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING "
            + "EXCLUDE GROUP), SUM(i) OVER (ORDER BY g ROWS UNBOUNDED PRECEDING EXCLUDE TIES) FROM "
            + "$t ORDER BY i | 1,18,1 / 2,18,2 / 3,18,3 / 4,18,4 / 5,null,15 / 6,null,16 / "
            + "7,null,17",
        "SELECT i, LAG(y, 1, 0) OVER (ORDER BY i), LEAD(x, 2, 'none') OVER (ORDER BY i), "
            + "LAG(y, i - 3, -1) OVER (ORDER BY i) FROM $t ORDER BY i | 1,0,null,null / "
            + "2,10,b,null / 3,20,null,null / 4,null,c,null / 5,40,a,null / 6,null,none,null / "
            + "7,60,none,null",
        "SELECT i, LEAD(CAST(y AS BIGINT), 1, 0) OVER (ORDER BY i) + 1, LAG(y, 1, 0.5) OVER "
            + "(ORDER BY i), LAG(y, NULL) OVER (ORDER BY i) FROM $t ORDER BY i | 1,21,0.5,null / "
            + "2,null,10,null / 3,41,20,null / 4,null,null,null / 5,61,40,null / 6,61,null,null / "
            + "7,1,60,null",
        "SELECT i, PERCENT_RANK() OVER (ORDER BY y), CUME_DIST() OVER (ORDER BY y) FROM $t "
            + "ORDER BY i | 1,0.0,0.14285714285714285 / 2,0.16666666666666666,0.2857142857142857 / "
            + "3,0.8333333333333334,1.0 / 4,0.3333333333333333,0.42857142857142855 / "
            + "5,0.8333333333333334,1.0 / 6,0.5,0.7142857142857143 / 7,0.5,0.7142857142857143",
        "SELECT i, NTILE(3) OVER (ORDER BY i), NTILE(10) OVER (ORDER BY i DESC), RANK() OVER "
            + "(ORDER BY y DESC), DENSE_RANK() OVER (ORDER BY y DESC) FROM $t ORDER BY i | "
            + "1,1,7,7,5 / 2,1,6,6,4 / 3,1,5,1,1 / 4,2,4,5,3 / 5,2,3,1,1 / 6,3,2,3,2 / 7,3,1,3,2",
        "SELECT i, COUNT(*) OVER (w ROWS 1 PRECEDING), SUM(i) OVER (w ROWS UNBOUNDED "
            + "PRECEDING EXCLUDE CURRENT ROW), COUNT(*) OVER w FROM $t WINDOW w AS (PARTITION BY g "
            + "ORDER BY i) ORDER BY i | 1,1,null,1 / 2,2,1,2 / 3,2,3,3 / 4,2,6,4 / 5,1,null,1 / "
            + "6,2,5,2 / 7,2,11,3",
        "SELECT i, COUNT(*) FILTER (WHERE y > 20) OVER (ORDER BY i), SUM(y) FILTER (WHERE x "
            + "= 'b') OVER (PARTITION BY g) FROM $t ORDER BY i | 1,0,50 / 2,0,50 / 3,0,50 / 4,1,50 "
            + "/ 5,1,null / 6,2,null / 7,3,null",
        "SELECT i, STRING_AGG(x, '+') OVER (ORDER BY i DESC), ARRAY_AGG(y) OVER (PARTITION "
            + "BY g ORDER BY i) FROM $t ORDER BY i | 1,a+c+b+a+b,[10] / 2,a+c+b+a,[10, 20] / "
            + "3,a+c+b,[10, 20, null] / 4,a+c+b,[10, 20, null, 40] / 5,a+c,[null] / 6,a+c,[null, "
            + "60] / 7,a,[null, 60, 60]",
        "SELECT i, BOOL_AND(y > 10) OVER (PARTITION BY g), BIT_OR(i) OVER (ORDER BY i), "
            + "AVG(y) OVER (PARTITION BY g), STDDEV_POP(y) OVER (PARTITION BY g) FROM $t ORDER BY "
            + "i | 1,false,1,23.333333333333332,12.47219128924647 / "
            + "2,false,3,23.333333333333332,12.47219128924647 / "
            + "3,false,3,23.333333333333332,12.47219128924647 / "
            + "4,false,7,23.333333333333332,12.47219128924647 / 5,true,7,60.0,0.0 / "
            + "6,true,7,60.0,0.0 / 7,true,7,60.0,0.0",
        "SELECT s FROM (SELECT i, y, SUM(i) OVER (PARTITION BY g ORDER BY i DESC) AS s FROM "
            + "$t) AS q WHERE y > 10 ORDER BY i | 9 / 4 / 13 / 7",
        "SELECT g, COUNT(*), SUM(COUNT(*)) OVER (ORDER BY g), LAG(SUM(y), 1, 0) OVER (ORDER "
            + "BY g) FROM $t GROUP BY g ORDER BY g | 1,4,4,0 / 2,3,7,70",
        "SELECT i, COUNT(*) OVER (ORDER BY TIMESTAMP '2026-01-31 00:00:00' + CAST(i AS "
            + "INTEGER) * INTERVAL '12' HOUR RANGE INTERVAL '1' DAY PRECEDING) FROM $t ORDER BY i "
            + "| 1,1 / 2,2 / 3,3 / 4,3 / 5,3 / 6,3 / 7,3",
        "SELECT i, COUNT(*) OVER (ORDER BY TIMESTAMP '2026-01-31 00:00:00' + i * INTERVAL "
            + "'15' DAY RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND INTERVAL '20' DAY "
            + "FOLLOWING) FROM $t ORDER BY i | 1,2 / 2,3 / 3,3 / 4,4 / 5,4 / 6,4 / 7,3",
        "SELECT i, COUNT(*) OVER (ORDER BY DATE '2026-01-31' + i * INTERVAL '15' DAY DESC "
            + "RANGE BETWEEN INTERVAL '40' DAY PRECEDING AND INTERVAL '1' MONTH FOLLOWING) FROM "
            + "$t ORDER BY i | 1,3 / 2,4 / 3,4 / 4,5 / 5,5 / 6,4 / 7,3",
        "SELECT d, COUNT(*) OVER (ORDER BY d DESC RANGE BETWEEN CURRENT ROW AND INTERVAL '1' "
            + "MONTH FOLLOWING) FROM (VALUES (DATE '2026-03-31'), (DATE '2026-02-28'), (DATE "
            + "'2026-01-31'), (NULL)) AS t (d) ORDER BY d | 2026-01-31,1 / 2026-02-28,2 / "
            + "2026-03-31,2 / null,1",
        "SELECT i, NTH_VALUE(i, 2) OVER (ORDER BY i), FIRST_VALUE(i) OVER (ORDER BY i ROWS "
            + "UNBOUNDED PRECEDING EXCLUDE CURRENT ROW), MAX(i) OVER (PARTITION BY x ORDER BY i "
            + "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM "
            + "$t ORDER BY i | 1,null,null,4 / 2,2,1,7 / 3,2,1,5 / 4,2,1,1 / 5,2,1,3 / 6,2,1,null "
            + "/ 7,2,1,2",
        "SELECT DISTINCT g, SUM(i) OVER (PARTITION BY g) FROM $t ORDER BY SUM(i) OVER (PARTITION "
            + "BY g) DESC, g | 2,18 / 1,10",
        "SELECT DISTINCT g, SUM(i) OVER (PARTITION BY g) AS s FROM $t ORDER BY s DESC | "
            + "2,18 / 1,10",
        "SELECT DISTINCT 1 + COUNT(*) OVER w, g FROM $t WINDOW w AS (PARTITION BY x) ORDER BY "
            + "1 DESC, 2 DESC LIMIT 3 | 3,2 / 3,1 / 2,2",
        "SELECT i, SUM(i) OVER w, 1 + COUNT(*) OVER W FROM $t WINDOW w AS (ORDER BY i IN (1, g + 1)) ORDER BY i LIMIT 2"
            + " | 1,28,8 / 2,28,8",
        "SELECT i, RANK() OVER w FROM $t WINDOW w AS (PARTITION BY (SELECT 1) ORDER BY i DESC) ORDER"
            + " BY i LIMIT 2 | 1,7 / 2,6",
        "SELECT i, SUM(i) OVER w2, COUNT(*) OVER (w) FROM $t WINDOW w AS (PARTITION"
            + " BY g IN (SELECT 1)), w2 AS (w ORDER BY (SELECT -i)) ORDER BY RANK() OVER w2, 2 LIMIT"
            + " 3 | 4,4,4 / 7,7,3 / 3,7,4",
        "SELECT i, ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) > 0, SUM((SELECT MAX(j) FROM (VALUES"
            + " (1), (2)) AS u (j) WHERE j <= i)) OVER (ORDER BY i), (SELECT MAX(j) FROM (VALUES"
            + " (1), (2)) AS u (j) WHERE j <= i) FROM $t ORDER BY i LIMIT 3 |"
            + " 1,true,1,1 / 2,true,3,2 / 3,true,5,2",
        "SELECT g, RANK() OVER (ORDER BY COUNT(*) + (SELECT 1) DESC) FROM $t GROUP BY g ORDER BY g |"
            + " 1,1 / 2,2",
        "SELECT RANK() OVER (ORDER BY g) IN (SELECT 1), SUM(i) OVER (PARTITION BY g > (SELECT 1)) FROM"
            + " $t ORDER BY i LIMIT 1 | true,10",
        "SELECT COUNT(*) OVER () FROM $t LIMIT 2 | 7 / 7",
        "SELECT RANK() OVER (ORDER BY GREATEST(NULL::text, NULL::text) DESC) FROM $t LIMIT 1 | 1",
        "SELECT DISTINCT t.*, COUNT(*) OVER (PARTITION BY x) AS n FROM $t WHERE i > 4 ORDER BY n, "
            + "y DESC NULLS LAST, x | 2,a,60,7,1 / 2,c,60,6,1 / 2,null,null,5,1",
      })
  void asInPostgres(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  /** PostgreSQL refuses DISTINCT; IGNORE NULLS is standard SQL. */
  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT i, COUNT(DISTINCT g) OVER (), SUM(DISTINCT y) OVER (PARTITION BY g),"
            + " AVG(DISTINCT y) OVER () FROM $t WHERE i > 3 ORDER BY i"
            + " | 4,2,40,50.0 / 5,2,60,50.0 / 6,2,60,50.0 / 7,2,60,50.0",
        "SELECT i, COUNT(DISTINCT x) OVER (ORDER BY i) FROM $t ORDER BY i"
            + " | 1,1 / 2,2 / 3,2 / 4,2 / 5,2 / 6,3 / 7,3",
        "SELECT i, LAG(y) IGNORE NULLS OVER (ORDER BY i), LAST_VALUE(y) IGNORE NULLS OVER (ORDER BY"
            + " i), NTH_VALUE(y, 3) IGNORE NULLS OVER (ORDER BY i) FROM $t WHERE i < 6 ORDER BY i"
            + " | 1,null,10,null / 2,10,20,null / 3,20,20,null / 4,20,40,40 / 5,40,40,40",
      })
  void beyondPostgres(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NTH_VALUE(y, 0) OVER (ORDER BY i) | 22016",
        "NTILE(0) OVER (ORDER BY i) | 22014",
        "COUNT(*) OVER (ORDER BY i RANGE -1 PRECEDING) | 22013",
        "COUNT(*) OVER (ORDER BY i ROWS NULL PRECEDING) | 22013",
        "SUM(i + 9223372036854775806) OVER () | 22003",
        "MODE(y) OVER () | 0A000",
        "SUM(i) OVER (ORDER BY g RANGE UNBOUNDED PRECEDING EXCLUDE GROUP) | 0A000",
      })
  void refused(String function, String sqlState) {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> rows("SELECT " + function + " FROM $t WHERE i < 3"));
    assertThat(failure.getSQLState()).isEqualTo(sqlState);
  }
}
