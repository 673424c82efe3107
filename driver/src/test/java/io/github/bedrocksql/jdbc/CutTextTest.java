package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cast to a text of a length cuts, whatever becomes of its value. */
class CutTextTest {
  @AutoClose
  private static final Bench bench =
      Bench.shared(Sandbox.builder().generatedJobs("us-east-1", 3).start());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CAST(job_name AS VARCHAR(3)) | job",
        "CAST(CAST(job_name AS VARCHAR(3)) AS VARCHAR) | job",
        "job_name::varchar(3)::text | job",
        "CAST(CAST(job_name AS VARCHAR(3)) AS VARCHAR(5)) | job",
        "CAST(CAST(job_name AS VARCHAR(5)) AS VARCHAR(3)) | job",
        "COALESCE(CAST(job_name AS VARCHAR(3)), status) | job",
        "CONCAT(CAST(job_name AS VARCHAR(3)), status) | jobFailed",
        "CAST(job_name AS VARCHAR(3)) = job_name | false",
        "CAST(job_name AS VARCHAR(3)) = left(job_name, 3) | true",
        "CAST(job_name AS VARCHAR(9)) = job_name | true",
        "CAST(CAST(creation_time AS VARCHAR(10)) AS VARCHAR) | 2026-01-01",
        "CAST(CAST(creation_time AS VARCHAR(4)) AS INTEGER) | 2026",
        "CAST(CAST(failure_message AS VARCHAR(3)) AS VARCHAR) | Rea",
        "CAST(CAST(imported_model_arn AS VARCHAR(3)) AS VARCHAR) IS NULL | true"
      })
  void isCut(String expression, String expected) throws SQLException {
    assertThat(
            bench
                .run(
                    "SELECT " + expression + " FROM model_import_jobs WHERE job_name = 'job-00001'")
                .text())
        .isEqualTo(expected);
    assertThat(
            bench
                .run(
                    "SELECT x FROM (SELECT "
                        + expression
                        + " AS x, job_name FROM model_import_jobs) AS t WHERE job_name = 'job-00001'")
                .text())
        .isEqualTo(expected);
  }

  @Test
  void isComparedAsItIsCut() throws SQLException {
    String count = "SELECT COUNT(*) FROM model_import_jobs WHERE ";
    String cut = "CAST(job_name AS VARCHAR(3))";
    assertThat(bench.run(count + cut + " = ?", "job").text()).isEqualTo("3");
    assertThat(bench.run(count + cut + " = ?", "job-00001").text()).isEqualTo("0");
    assertThat(bench.run(count + cut + " = left(job_name, 3)").text()).isEqualTo("3");
    assertThat(bench.run(count + cut + " = 'job'").text()).isEqualTo("3");
    assertThat(
            bench
                .run(
                    "SELECT COUNT(*) FROM (SELECT "
                        + cut
                        + " AS x FROM model_import_jobs) AS t WHERE CAST(x AS VARCHAR) = ?",
                    "job")
                .text())
        .isEqualTo("3");
    assertThat(
            bench
                .run(
                    "SELECT COUNT(*) FROM model_import_jobs HAVING CAST(MIN(job_name) AS VARCHAR(3)) = ?",
                    "job")
                .text())
        .isEqualTo("3");
  }
}
