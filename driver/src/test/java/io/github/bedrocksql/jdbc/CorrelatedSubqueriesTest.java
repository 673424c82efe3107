package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Subqueries that read the query around them, and so have other rows for each of its rows; what is
 * expected is what PostgreSQL answers.
 */
class CorrelatedSubqueriesTest {
  /** In each query, {@code $t} is a table with repeats and nulls, and {@code $u} is it again. */
  private static final String TABLE =
      "(VALUES (1, 'b', 10, 1), (1, 'a', 20, 2), (1, NULL, NULL, 3), (1, 'b', 40, 4),"
          + " (2, NULL, NULL, 5), (2, 'c', 60, 6), (2, 'a', 60, 7)) AS %s (g, x, y, i)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  private static String rows(String sql, Object... values) throws SQLException {
    String text = sql.replace("$t", TABLE.formatted("t")).replace("$u", TABLE.formatted("u"));
    return bench.run(text, values).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT i, (SELECT MAX(n) FROM (SELECT ROW_NUMBER() OVER (ORDER BY u.i) AS n FROM $u "
            + "WHERE u.g = t.g) AS q) FROM $t ORDER BY i | 1,4 / 2,4 / 3,4 / 4,4 / 5,3 / 6,3 / "
            + "7,3",
        "SELECT i, n FROM $t, LATERAL (SELECT u.y, RANK() OVER (ORDER BY u.y DESC NULLS "
            + "LAST) AS n FROM $u WHERE u.g = t.g) AS q WHERE q.y = t.y AND n <= 2 ORDER BY i, n "
            + "| 2,2 / 4,1 / 6,1 / 6,1 / 7,1 / 7,1",
        "SELECT i FROM $t WHERE i IN (SELECT k FROM (SELECT u.i AS k, ROW_NUMBER() OVER "
            + "(ORDER BY u.i DESC) AS n FROM $u WHERE u.g = t.g) AS q WHERE n = 1) ORDER BY i | "
            + "4 / 7",
        "SELECT i, (SELECT SUM(d) FROM (SELECT u.i - LAG(u.i) OVER (ORDER BY u.y) AS d FROM "
            + "$u WHERE u.i < t.i) AS q) FROM $t ORDER BY i | 1,null / 2,null / 3,1 / 4,2 / 5,2 "
            + "/ 6,4 / 7,4",
        "SELECT i, (SELECT STRING_AGG(u.x, '+' ORDER BY u.i DESC) FROM $u WHERE u.g = t.g) "
            + "FROM $t ORDER BY i | 1,b+a+b / 2,b+a+b / 3,b+a+b / 4,b+a+b / 5,a+c / 6,a+c / "
            + "7,a+c",
        "SELECT i, q.e FROM $t, LATERAL (SELECT STRING_AGG(u.x, '+' ORDER BY u.x, u.i) AS e "
            + "FROM $u WHERE u.i <= t.i) AS q ORDER BY i | 1,b / 2,a+b / 3,a+b / 4,a+b+b / "
            + "5,a+b+b / 6,a+b+b+c / 7,a+a+b+b+c",
        "SELECT i, (SELECT MAX(CONCAT(u.x, t.x, t.i)) FROM $u WHERE u.x = t.x) FROM $t ORDER "
            + "BY i | 1,bb1 / 2,aa2 / 3,null / 4,bb4 / 5,null / 6,cc6 / 7,aa7",
        "SELECT i, q.z FROM $t, LATERAL (SELECT CONCAT(u.x, t.x, t.i) AS z FROM $u WHERE u.x "
            + "= t.x) AS q ORDER BY i, z | 1,bb1 / 1,bb1 / 2,aa2 / 2,aa2 / 4,bb4 / 4,bb4 / 6,cc6 "
            + "/ 7,aa7 / 7,aa7",
        "SELECT i, (SELECT MAX(q.m) FROM (SELECT u.x, MAX(u.y) AS m FROM $u WHERE u.g = t.g "
            + "GROUP BY u.x) AS q WHERE q.m > t.g AND q.m > t.i * 6) FROM $t ORDER BY i | 1,40 / "
            + "2,40 / 3,40 / 4,40 / 5,60 / 6,60 / 7,60",
        "SELECT i, (SELECT COUNT(*) FROM (SELECT * FROM $u WHERE u.g = t.g) AS u JOIN "
            + "(VALUES (1), (2)) AS v (k) ON v.k = t.g AND u.i < t.i) FROM $t ORDER BY i | 1,0 / "
            + "2,1 / 3,2 / 4,3 / 5,0 / 6,1 / 7,2",
        "SELECT i, q.m FROM $t, LATERAL (SELECT MAX(u.y) AS m FROM $u WHERE u.g = t.g AND "
            + "u.i < t.i) AS q ORDER BY i | 1,null / 2,10 / 3,20 / 4,20 / 5,null / 6,null / 7,60",
        "SELECT i, q.m FROM $t, LATERAL (SELECT MAX(u.i) AS m FROM $u WHERE u.g = t.g AND "
            + "u.i < t.i) AS q ORDER BY i | 1,null / 2,1 / 3,2 / 4,3 / 5,null / 6,5 / 7,6",
        "SELECT i FROM $t WHERE i NOT IN (SELECT MAX(u.i) FROM $u WHERE u.g = t.g AND u.i < "
            + "t.i) ORDER BY i | 2 / 3 / 4 / 6 / 7",
        "SELECT i FROM $t WHERE EXISTS (SELECT MAX(u.i) FROM $u WHERE u.g = t.g AND u.i < "
            + "t.i) ORDER BY i | 1 / 2 / 3 / 4 / 5 / 6 / 7",
        "SELECT i, (SELECT COUNT(*) FROM (SELECT MAX(u.i) AS m FROM $u WHERE u.g = t.g AND "
            + "u.i < t.i) AS q) FROM $t ORDER BY i | 1,1 / 2,1 / 3,1 / 4,1 / 5,1 / 6,1 / 7,1",
        "SELECT i, (SELECT u.y FROM $u WHERE u.g = t.g ORDER BY u.y DESC LIMIT 1) FROM $t "
            + "ORDER BY i | 1,null / 2,null / 3,null / 4,null / 5,null / 6,null / 7,null",
        "SELECT i, q.k FROM $t, LATERAL (SELECT u.i AS k FROM $u WHERE u.g = t.g AND u.i > "
            + "t.i ORDER BY u.i LIMIT 2) AS q ORDER BY i, k | 1,2 / 1,3 / 2,3 / 2,4 / 3,4 / 5,6 "
            + "/ 5,7 / 6,7",
      })
  void hasTheRowsOfEachRowAroundIt(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT i, q.k FROM $t, LATERAL (SELECT u.i AS k FROM $u WHERE u.g = t.g"
            + " ORDER BY u.i LIMIT ?) AS q WHERE i > 5 ORDER BY i, k | 6,5 / 6,6 / 7,5 / 7,6",
        "SELECT i, (SELECT COUNT(*) FROM (SELECT * FROM $u WHERE u.g = t.g LIMIT ?) AS q)"
            + " FROM $t WHERE i IN (1, 7) ORDER BY i | 1,2 / 7,2",
        "SELECT i FROM $t WHERE EXISTS (SELECT * FROM $u WHERE u.g = t.g AND u.i > t.i"
            + " ORDER BY u.i OFFSET ?) ORDER BY i | 1",
      })
  void itsNumberOfRowsIsAParameter(String sql, String expected) throws SQLException {
    assertThat(rows(sql, 2)).isEqualTo(expected);
  }
}
