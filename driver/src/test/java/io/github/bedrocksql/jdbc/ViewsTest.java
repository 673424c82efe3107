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

  /** Of each kind three are the latest of theirs, and three the latest of all. */
  @Test
  void detailsAreLookedUpOfTheRowsOfALimitOnly() throws SQLException {
    Bench.Answer answer =
        bench.run(
            "SELECT kind, job_name, role_arn, failure_message FROM jobs"
                + " WHERE creation_time < now() - INTERVAL '1 day'"
                + " ORDER BY creation_time DESC LIMIT 4");
    assertThat(answer.rows()).hasSize(4);
    assertThat(answer.rows().stream().map(row -> row.get(0) + " " + row.get(1)))
        .containsExactly(
            "batch inference ticket-summaries-q3",
            "batch inference claims-letters",
            "evaluation product-search",
            "import gpt-bigcode-15b-review");
    assertThat(answer.rows().stream().map(row -> String.valueOf(row.get(3))))
        .element(2)
        .asString()
        .startsWith("[\"Access denied");
    assertThat(answer.rows().stream().map(row -> row.get(2))).doesNotContainNull();
    assertThat(answer.requests().stream().filter(r -> r.startsWith("Get")))
        .hasSize(2)
        .anyMatch(r -> r.startsWith("GetEvaluationJob"))
        .anyMatch(r -> r.startsWith("GetModelImportJob"));
  }

  /** Two lists narrowed by whose the models are have no fewer rows than the one of all. */
  @Test
  void columnThatCostsAListIsNotReadForNothing() throws SQLException {
    Bench.Answer answer =
        bench.run(
            "SELECT m.base_model_name, m.kind FROM models m"
                + " LEFT JOIN (VALUES ('foundation')) AS v (lit) ON v.lit = m.kind"
                + " WHERE v.lit IS NULL AND m.creation_time IS NOT NULL"
                + " ORDER BY m.account_id, v.lit, m.kind DESC, m.model_arn, m.job_arn");
    assertThat(answer.rows()).hasSizeGreaterThan(20);
    assertThat(answer.requests().stream().filter(r -> r.startsWith("ListCustomModels")))
        .containsExactly("ListCustomModels maxResults=1000");
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
