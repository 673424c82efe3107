package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LIMIT, FETCH and OFFSET, over ten jobs. */
class RowCountTest {
  private static Bench bench;

  @BeforeAll
  static void open() throws SQLException {
    Sandbox sandbox =
        Sandbox.builder()
            .jobs("us-east-1", GeneratedJobs.of("us-east-1", "111122223333", 10))
            .start();
    bench = new Bench(sandbox, "");
  }

  @AfterAll
  static void close() throws SQLException {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT job_name FROM model_import_jobs LIMIT # | 2201W | 10
          SELECT job_name FROM model_import_jobs ORDER BY creation_time LIMIT # | 2201W | 10
          SELECT job_name FROM model_import_jobs {limit #} | 2201W | 10
          SELECT job_name FROM model_import_jobs OFFSET # | 2201X | 10
          SELECT job_name FROM model_import_jobs LIMIT 3 OFFSET # | 2201X | 3
          SELECT job_name FROM model_import_jobs OFFSET # ROWS FETCH NEXT 2 ROWS ONLY | 2201X | 2
          SELECT job_name FROM model_import_jobs FETCH FIRST # ROWS ONLY | 2201W | 10
          SELECT job_name FROM model_import_jobs WHERE 1 = 0 LIMIT # | 2201W | 0
          SELECT x FROM (VALUES 1, 2, 3) AS t (x) LIMIT # | 2201W | 3
          SELECT x FROM (VALUES 1, 2, 3) AS t (x) ORDER BY x LIMIT # | 2201W | 3
          SELECT x FROM (VALUES 1, 2, 3) AS t (x) OFFSET # | 2201X | 3
          SELECT 1 UNION ALL SELECT 2 LIMIT # | 2201W | 2
          WITH c AS (SELECT job_name FROM model_import_jobs LIMIT #) SELECT * FROM c | 2201W | 10
          SELECT * FROM (SELECT job_name FROM model_import_jobs LIMIT #) AS x | 2201W | 10
          SELECT 1 WHERE_ IN_ (SELECT job_name FROM model_import_jobs LIMIT #) | 2201W | 10
          """)
  void negativeAndNull(String template, String sqlState, int rowsOfNull) throws SQLException {
    String sql =
        template.replace(
            "SELECT 1 WHERE_ IN_", "SELECT job_name FROM model_import_jobs WHERE job_name IN");
    for (String negative : new String[] {"-1", "- 1", "-2147483648"}) {
      assertThat(failure(sql.replace("#", negative)).getSQLState()).isEqualTo(sqlState);
    }
    for (Object negative : new Object[] {-1, -1L, "-1", Integer.MIN_VALUE}) {
      assertThat(failure(sql.replace("#", "?"), negative).getSQLState()).isEqualTo(sqlState);
      assertThat(bench.requests()).isEmpty();
    }
    assertThat(bench.run(sql.replace("#", "?"), Collections.singletonList(null).toArray()).rows())
        .hasSize(rowsOfNull);
  }

  @Test
  void whatIsNegativeIsTold() {
    assertThat(failure("SELECT 1 LIMIT -1").getMessage())
        .isEqualTo("LIMIT must not be negative at line 1, column 16");
    assertThat(failure("SELECT 1 OFFSET ?", -1).getMessage())
        .isEqualTo("OFFSET must not be negative");
  }

  private static SQLDataException failure(String sql, Object... parameters) {
    return catchThrowableOfType(SQLDataException.class, () -> bench.run(sql, parameters));
  }
}
