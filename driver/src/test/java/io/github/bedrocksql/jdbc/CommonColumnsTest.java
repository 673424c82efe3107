package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Columns of USING and NATURAL JOIN, which belong to both tables and are written without either.
 */
class CommonColumnsTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  private static String rows(String sql) throws SQLException {
    return bench
        .run(
            sql.replace("$a", "(VALUES (1, 'x'), (2, 'y')) AS a (k, x)")
                .replace("$b", "(VALUES (2, 'z'), (3, 'z'), (2, 'w')) AS b (k, z)"))
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT k, z FROM $a JOIN $b USING (k) WHERE k > 1 AND K IN (2, 3) ORDER BY z | 2,w / 2,z",
        "SELECT k FROM $a LEFT JOIN $b USING (k) WHERE k < 2 | 1",
        "SELECT k FROM $a RIGHT JOIN $b USING (k) WHERE k > 2 | 3",
        "SELECT k, x FROM $a FULL JOIN $b USING (k) WHERE k <> 2 ORDER BY k | 1,x / 3,null",
        "SELECT k FROM $a NATURAL JOIN $b WHERE k = 2 AND z = 'w' | 2",
        "SELECT k, COUNT(*) FROM $a JOIN $b USING (k) GROUP BY k HAVING k > 1 ORDER BY k | 2,2",
        "SELECT k + 1 AS k, MAX(z) FROM $a FULL JOIN $b USING (k) WHERE k > 1 GROUP BY k"
            + " ORDER BY 1 | 3,z / 4,z",
        "SELECT COUNT(*) FROM $a JOIN $b USING (k) JOIN (VALUES (2)) AS c (k) USING (k)"
            + " WHERE k = 2 | 2",
        "SELECT COUNT(*) FROM $a JOIN $b USING (k)"
            + " WHERE EXISTS (SELECT 1 FROM (VALUES (2)) AS c (k) WHERE k = a.k) | 2",
      })
  void needNoTable(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @Test
  void areAmbiguousWhereAThirdTableHasThem() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class,
            () ->
                rows(
                    "SELECT 1 FROM $a JOIN $b USING (k) JOIN (VALUES (2)) AS c (k) ON TRUE"
                        + " WHERE k = 2"));
    assertThat(failure.getSQLState()).isEqualTo("42702");
  }
}
