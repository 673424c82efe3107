package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aggregates by themselves, beside each other and in expressions, over 100 jobs. */
class AggregatesTest {
  /** In each query, {@code $t} is a table with repeats and nulls. */
  private static final String TABLE =
      "(VALUES (1, 'b', 10, 1), (1, 'a', 20, 2), (1, NULL, NULL, 3), (1, 'b', 40, 4),"
          + " (2, NULL, NULL, 5), (2, 'c', 60, 6), (2, 'a', 60, 7)) AS t (g, x, y, i)";

  private static Bench bench;

  @BeforeAll
  static void open() throws SQLException {
    Sandbox sandbox =
        Sandbox.builder()
            .jobs("us-east-1", GeneratedJobs.of("us-east-1", "111122223333", 100))
            .start();
    bench = new Bench(sandbox, "");
  }

  @AfterAll
  static void close() throws SQLException {
    bench.close();
  }

  private static String rows(String sql) throws SQLException {
    return bench.run(sql.replace("$t", TABLE)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT g, COALESCE(SUM(y), 0), COUNT(*) FROM $t GROUP BY g ORDER BY g"
            + " | 1,70,4 / 2,120,3",
        "SELECT COALESCE(SUM(y), 0), COUNT(*), SUM(i) FROM $t WHERE g > 2 | 0,0,null",
        "SELECT g, COUNT(*), COALESCE(SUM(y), 0), SUM(y) FROM $t GROUP BY ROLLUP(g) ORDER BY g"
            + " | 1,4,70,70 / 2,3,120,120 / null,7,190,190",
        "SELECT g, COALESCE(SUM(y) FILTER (WHERE x = 'b'), 0), MAX(x) FROM $t GROUP BY g ORDER BY g"
            + " | 1,50,b / 2,0,c",
        "SELECT x, COALESCE(SUM(y), 0) FROM $t GROUP BY x, g HAVING COALESCE(SUM(y), 0) > COUNT(*)"
            + " ORDER BY COALESCE(SUM(y), 0) DESC, x LIMIT 2 | a,60 / c,60",
        "SELECT x FROM $t WHERE x IS NOT NULL GROUP BY x"
            + " ORDER BY COUNT(*) FILTER (WHERE x IN ('a', LOWER('C'))) DESC, x | a / c / b",
        "SELECT DISTINCT x IN ('a', 'b') FROM $t WHERE x IS NOT NULL ORDER BY x IN ('a', 'b') DESC"
            + " | true / false",
        "SELECT COUNT(*) FILTER (WHERE x IN ('a', 'b')) FROM $t GROUP BY g"
            + " ORDER BY COUNT(*) FILTER (WHERE x IN ('a', 'b')) | 1 / 3",
        "SELECT x FROM $t GROUP BY x HAVING MAX(x) IS NOT NULL"
            + " ORDER BY MAX(x) NOT IN ('b', 'c'), SUM(CASE WHEN x IN ('c') THEN 1 END), x"
            + " | c / b / a",
        "SELECT g, SUM(y) > COUNT(*), CASE WHEN SUM(y) > 100 THEN MAX(x) ELSE MIN(x) END FROM $t"
            + " GROUP BY g ORDER BY g | 1,true,a / 2,true,c",
      })
  void besideEachOther(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT region, COALESCE(SUM(duration_seconds), 0) - SUM(duration_seconds), COUNT(*)"
            + " FROM model_import_jobs GROUP BY region | us-east-1,0,100",
        "SELECT COALESCE(SUM(duration_seconds), 0) = SUM(duration_seconds), COUNT(*)"
            + " FROM model_import_jobs | true,100",
        "SELECT COALESCE(SUM(j.duration_seconds), 0) = SUM(j.duration_seconds), COUNT(*),"
            + " MIN(m.region) FROM model_import_jobs j LEFT JOIN imported_models m"
            + " ON m.job_arn = j.job_arn | true,100,us-east-1",
      })
  void ofJobs(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT LISTAGG(CASE WHEN i > 3 THEN x END) WITHIN GROUP (ORDER BY i DESC) FROM $t"
            + " | a,c,b",
        "SELECT ARRAY_AGG(CASE WHEN i > 3 THEN x END ORDER BY i DESC) FROM $t WHERE i > 3"
            + " | [a, c, null, b]",
      })
  void ofCaseInOrder(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT g, STRING_AGG(DISTINCT x, '+' ORDER BY x DESC), COUNT(*), SUM(y) FROM $t GROUP BY g"
            + " ORDER BY g | 1,b+a,4,70 / 2,c+a,3,120",
        "SELECT STRING_AGG(DISTINCT x, '+' ORDER BY x) FILTER (WHERE i < 6), COUNT(DISTINCT g)"
            + " FROM $t | a+b,2",
        "SELECT STRING_AGG(x, '+' ORDER BY i DESC) FILTER (WHERE g = 1), COUNT(*) FROM $t | b+a+b,7",
        "SELECT LISTAGG(DISTINCT x) WITHIN GROUP (ORDER BY x DESC), MAX(y) FROM $t | c,b,a,60",
        "SELECT ARRAY_AGG(y ORDER BY i DESC), ARRAY_AGG(DISTINCT x ORDER BY x NULLS FIRST) FROM $t"
            + " | [60, 60, null, 40, null, 20, 10],[null, a, b, c]",
        "SELECT ARRAY_AGG(x ORDER BY i) FILTER (WHERE y > 99), COUNT(*) FROM $t | null,7",
      })
  void distinctAndOrdered(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  /** A subquery that reads the query around it becomes an outer join, whose filter may be null. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "COALESCE(SUM(t.y) FILTER (WHERE t.y > 20), 0) | 1,40 / 2,120 / 3,0",
        "COUNT(*) FILTER (WHERE t.y > 20) | 1,1 / 2,2 / 3,0",
        "COUNT(t.x) FILTER (WHERE t.y IS NULL) + COUNT(*) | 1,4 / 2,3 / 3,0",
        "COALESCE(MIN(t.x) FILTER (WHERE t.y >= 60), '-') | 1,- / 2,a / 3,-",
        "COALESCE(COUNT(DISTINCT t.x) FILTER (WHERE t.i > 1), 0) | 1,2 / 2,2 / 3,0",
        "COALESCE(AVG(t.y) FILTER (WHERE t.x = 'b'), 0.0) | 1,25.0 / 2,0.0 / 3,0.0",
      })
  void filteredInSubqueries(String aggregate, String expected) throws SQLException {
    assertThat(
            rows(
                "SELECT o.g, (SELECT "
                    + aggregate
                    + " FROM $t WHERE t.g = o.g) FROM (VALUES (1), (2), (3)) AS o (g) ORDER BY 1"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT g, COUNT(*), SUM(y) FROM $t WHERE g > 2 GROUP BY ROLLUP(g) | null,0,null",
        "SELECT g, x, COUNT(*), COUNT(DISTINCT x), GROUPING(g, x) FROM $t WHERE g > 2 GROUP "
            + "BY CUBE(g, x) | null,null,0,0,3",
        "SELECT COALESCE(x, 'all'), STRING_AGG(x, ','), AVG(y), BOOL_OR(y > 1) FROM $t WHERE "
            + "g > 2 GROUP BY GROUPING SETS ((x), ()) | all,null,null,null",
        "SELECT g, COUNT(*) + 1 FROM $t WHERE FALSE GROUP BY ROLLUP(g) HAVING COUNT(*) = 0 | "
            + "null,1",
        "SELECT g, COUNT(*) FROM $t WHERE g > 2 GROUP BY GROUPING SETS ((g), (x)) | ``",
        "SELECT g, COUNT(*) FROM $t WHERE g = 2 GROUP BY ROLLUP(g) ORDER BY 1 | 2,3 / null,3",
      })
  void groupingSetsOfNoRows(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT STRING_AGG(DISTINCT x, ',' ORDER BY i) FROM $t | 42P10",
        "SELECT SUM(i + 9223372036854775800) FROM $t | 22003",
        "SELECT g, AVG(i + 9223372036854775800) FROM $t GROUP BY g | 22003",
        "SELECT SUM(NULL) FROM $t | 0A000",
        "SELECT MAX(n) FROM (SELECT NULL AS n FROM $t) AS q | 0A000",
        "SELECT DISTINCT (g, x) FROM $t | 0A000",
        "SELECT r FROM (SELECT (g, x) AS r FROM $t) AS q GROUP BY r | 0A000",
        "SELECT (g, x) FROM $t UNION SELECT (g, x) FROM $t | 0A000",
      })
  void refused(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).isEqualTo(sqlState);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(g, y) <> (1, 10) | 5",
        "NOT (g, y) < (1, 20) | 5",
        "(g, x, y) >= (1, 'b', 40) | 4",
        "(g, (x, i)) > (1, ('b', 1)) | 4",
        "(g, y) IS DISTINCT FROM (1, NULL) | 6",
        "(g, y) IS NOT DISTINCT FROM (2, NULL) | 1",
        "(x, y) IS NULL | 2",
        "(x, y) IS NOT NULL | 5",
        "(g, x) IN ((1, 'b'), (2, 'c')) | 3",
        "(g, x) NOT IN (VALUES (1, 'b'), (2, 'c')) | 2",
      })
  void comparisonsOfRows(String condition, String count) throws SQLException {
    assertThat(rows("SELECT COUNT(*) FROM $t WHERE " + condition)).isEqualTo(count);
  }
}
