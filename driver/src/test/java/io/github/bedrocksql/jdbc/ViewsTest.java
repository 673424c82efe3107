package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions reach the tables of a view, though a column is null in some of them only. */
class ViewsTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  /** The table after the one that has enough is not asked whether it has more. */
  @Test
  void limitReadsNoRowMore() throws SQLException {
    Bench.Answer answer = bench.run("SELECT kind FROM jobs LIMIT 3");
    assertThat(answer.text()).isEqualTo("import / import / import");
    assertThat(answer.requests()).containsExactly("ListModelImportJobs maxResults=3");
    assertThat(bench.run("SELECT kind FROM jobs LIMIT ?", 18).requests()).hasSize(1);
    assertThat(bench.run("SELECT kind FROM jobs LIMIT ?", 19).requests()).hasSize(2);
    assertThat(bench.run("SELECT kind FROM jobs LIMIT 0").requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model_name = (SELECT MIN(model_name) FROM custom_models) | nova-lite-from-sagemaker",
        "model_name = (SELECT MIN(output_data_config_s3_encryption_key_id)"
            + " FROM model_invocation_jobs WHERE job_name > 'x') | ''",
        "model_name IN (SELECT job_name FROM model_import_jobs WHERE job_name LIKE 'flan%')"
            + " OR model_name = 'nova-micro-intent' | nova-micro-intent",
        "EXISTS (SELECT 1 FROM custom_model_deployments d WHERE d.custom_model_deployment_name = 'intent'"
            + " AND d.model_arn = models.model_arn) | nova-micro-intent",
      })
  void conditionsWithValuesOfASubquery(String where, String names) throws SQLException {
    assertThat(bench.run("SELECT model_name FROM models WHERE " + where).text()).isEqualTo(names);
  }
}
