package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.CustomModel;
import io.github.bedrocksql.sandbox.CustomModelDeployment;
import io.github.bedrocksql.sandbox.GeneratedRows;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A join on a column that List can be narrowed by takes a list for each of few values, and never
 * more calls than one list of everything.
 */
class LineageJoinsTest {
  private static final String JOIN =
      "SELECT m.model_name, d.custom_model_deployment_name FROM custom_models m"
          + " JOIN custom_model_deployments d ON d.model_arn = m.model_arn WHERE ";

  private Bench bench;

  @BeforeEach
  void start() throws SQLException {
    String region = "us-east-1";
    Sandbox sandbox =
        Sandbox.builder()
            .rows(
                region,
                CustomModel.RESOURCE,
                GeneratedRows.of(CustomModel.RESOURCE, region, "123456789012", 200, 7))
            .rows(
                region,
                CustomModelDeployment.RESOURCE,
                GeneratedRows.of(CustomModelDeployment.RESOURCE, region, "123456789012", 3_500, 7))
            .start();
    bench = new Bench(sandbox, "");
  }

  @AfterEach
  void stop() throws SQLException {
    bench.close();
  }

  private List<String> models(int count) throws SQLException {
    return bench
        .run(
            "SELECT DISTINCT model_arn FROM custom_model_deployments WHERE model_arn IN"
                + " (SELECT model_arn FROM custom_models) ORDER BY 1 LIMIT "
                + count)
        .column()
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static long lists(Answer answer) {
    return answer.requests().stream()
        .filter(request -> request.startsWith("ListCustomModelDeployments"))
        .count();
  }

  @Test
  void oneValueIsOneList() throws SQLException {
    Answer answer = bench.run(JOIN + "m.model_arn = ?", models(1).get(0));
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.requests())
        .hasSize(2)
        .anyMatch(r -> r.matches("ListCustomModelDeployments .*modelArnEquals=.*"));
  }

  @Test
  void fewValuesAreAListEachOnceThatIsKnownToBeFewer() throws SQLException {
    List<String> models = models(3);
    bench.run("SELECT COUNT(*) FROM custom_model_deployments");
    Answer answer =
        bench.run(JOIN + "m.model_arn IN (?, ?, ?)", models.get(0), models.get(1), models.get(2));
    assertThat(answer.rows()).hasSize(3);
    assertThat(answer.requests().stream().filter(r -> r.contains("modelArnEquals"))).hasSize(3);
    assertThat(lists(answer)).isEqualTo(3);
  }

  @Test
  void rowsOfOneModelAskOnce() throws SQLException {
    String model = models(1).get(0);
    Answer answer =
        bench.run(
            "SELECT d.status FROM (VALUES (1, ?), (2, ?)) AS t (n, model) JOIN custom_model_deployments d"
                + " ON d.model_arn = t.model",
            model,
            model);
    assertThat(answer.rows()).hasSize(2);
    assertThat(lists(answer)).isEqualTo(1);
  }

  @Tag("long")
  @Test
  void manyValuesAreOneListOfEverything() throws SQLException {
    bench.run("SELECT COUNT(*) FROM custom_model_deployments");
    Answer answer = bench.run(JOIN + "m.creation_time > TIMESTAMP '2020-01-01 00:00:00'");
    assertThat(answer.rows()).isNotEmpty();
    assertThat(lists(answer)).isEqualTo(4);
    assertThat(answer.requests()).noneMatch(r -> r.contains("modelArnEquals"));
  }

  @Test
  void outerRowsWithoutAMatchAreKept() throws SQLException {
    Answer answer =
        bench.run(
            "SELECT t.model, d.status FROM (VALUES ('arn:aws:bedrock:us-east-1:123456789012:custom-model/"
                + "amazon.nova-lite-v1:0:300k/000000000000'), ('no model'), (NULL)) AS t (model)"
                + " LEFT JOIN custom_model_deployments d ON d.model_arn = t.model");
    assertThat(answer.rows()).hasSize(3).allMatch(row -> row.get(1) == null);
  }

  @Test
  void constantsOfAnInListLikewise() throws SQLException {
    List<String> models = models(2);
    bench.run("SELECT COUNT(*) FROM custom_model_deployments");
    Answer answer =
        bench.run(
            "SELECT status FROM custom_model_deployments WHERE model_arn IN (?, ?)",
            models.get(0),
            models.get(1));
    assertThat(answer.rows()).hasSize(2);
    assertThat(lists(answer)).isEqualTo(2);
  }

  @Tag("long")
  @Test
  void viewIsLookedUpInTheTablesThatMayHaveTheKey() throws SQLException {
    Object name =
        bench
            .run(
                "SELECT custom_model_deployment_name FROM custom_model_deployments WHERE model_arn = ?",
                models(1).get(0))
            .column()
            .get(0);
    Answer answer =
        bench.run(
            "SELECT d.status, m.kind FROM custom_model_deployments d JOIN models m"
                + " ON m.model_arn = d.model_arn WHERE d.custom_model_deployment_name = ?",
            name);
    assertThat(answer.rows()).hasSize(1).allMatch(row -> row.get(1).equals("custom"));
    assertThat(answer.requests()).hasSize(2).anyMatch(r -> r.startsWith("GetCustomModel "));
  }
}
