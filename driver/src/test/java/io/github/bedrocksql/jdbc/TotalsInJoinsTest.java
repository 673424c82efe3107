package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An aggregate of no rows is a row: a join with it keeps its rows, though it shows none of it. */
class TotalsInJoinsTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT j.job_name, j.status FROM model_import_jobs j CROSS JOIN"
            + " (SELECT COUNT(*) AS n FROM imported_models WHERE model_name LIKE '%none%') c"
            + " WHERE j.job_name LIKE 'flan%' | flan-t5-xl-summaries,Failed",
        "SELECT j.job_name, j.status FROM model_import_jobs j JOIN"
            + " (SELECT MAX(creation_time) AS t FROM custom_models WHERE 1 = 0) c ON TRUE"
            + " WHERE j.job_name LIKE 'flan%' | flan-t5-xl-summaries,Failed",
        "SELECT job_name, CASE WHEN job_name IN (SELECT imported_model_kms_key_arn"
            + " FROM model_import_jobs WHERE 1 = 0) THEN 1 ELSE 0 END"
            + " FROM model_import_jobs WHERE job_name LIKE 'flan%' | flan-t5-xl-summaries,0",
        "SELECT status, CASE WHEN job_name IN (SELECT imported_model_kms_key_arn"
            + " FROM model_import_jobs WHERE job_arn BETWEEN 'b' AND 'a') THEN 1 ELSE 0 END"
            + " FROM model_import_jobs WHERE job_name LIKE 'flan%' | Failed,0",
        "SELECT t.x, t.y FROM (VALUES (1, 2), (3, 4)) AS t (x, y),"
            + " (SELECT SUM(z) AS s FROM (VALUES (1)) AS u (z) WHERE z > 1) AS v | 1,2 / 3,4",
        "SELECT t.x, t.y FROM (VALUES (1, 2), (3, 4)) AS t (x, y),"
            + " (SELECT z FROM (VALUES (1), (1)) AS u (z) WHERE z > 1 GROUP BY z) AS v | ''",
      })
  void rowsStay(String sql, String rows) throws SQLException {
    assertThat(bench.run(sql).text()).isEqualTo(rows);
  }
}
