package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows change and calls fail while a result is read: it is right, or it fails. */
class FreshnessOfRowsTest {
  private static final String REGION = "us-east-1";
  private static final ImmutableList<ImportJob> JOBS = GeneratedJobs.of(REGION, "123456789012", 8);

  @Test
  void jobGoneBetweenListAndGetIsLeftOut() throws SQLException {
    Sandbox sandbox = Sandbox.builder().jobs(REGION, JOBS).start();
    List<String> rows = new ArrayList<>();
    // One call at a time: the details of later rows are asked for later.
    try (Bench bench = new Bench(sandbox, "maxConcurrency=1;");
        Statement statement = bench.connection().createStatement();
        ResultSet result =
            statement.executeQuery("SELECT job_name, role_arn FROM model_import_jobs")) {
      while (result.next()) {
        rows.add(result.getString(1));
        assertThat(result.getString(2)).isNotNull();
        sandbox.replaceJobs(REGION, JOBS.subList(4, 8));
      }
    }
    assertThat(rows).containsExactly("job-00008", "job-00007", "job-00006", "job-00005");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT role_arn FROM model_import_jobs",
        "SELECT role_arn FROM model_import_jobs LIMIT 1",
        "SELECT job_name FROM model_import_jobs WHERE role_arn IS NULL",
        "SELECT COUNT(role_arn) FROM model_import_jobs",
        "SELECT role_arn FROM model_import_jobs WHERE job_name = 'job-00001'",
        "SELECT subnet_id FROM model_import_job_subnets",
      })
  void getDeniedFailsTheQuery(String sql) throws SQLException {
    Sandbox sandbox = Sandbox.builder().jobs(REGION, JOBS).denyAction("GetModelImportJob").start();
    try (Bench bench = new Bench(sandbox, "")) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> bench.run(sql));
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("42501");
      assertThat((Throwable) failure).hasMessageContaining("bedrock:GetModelImportJob");
      assertThat(bench.run("SELECT job_name FROM model_import_jobs").rows())
          .as("the list alone is allowed")
          .hasSize(8);
    }
  }

  @Test
  void tagsDeniedFailTheQuery() throws SQLException {
    Sandbox sandbox =
        Sandbox.builder().jobs(REGION, JOBS).denyAction("ListTagsForResource").start();
    try (Bench bench = new Bench(sandbox, "")) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> bench.run("SELECT tag_key FROM model_import_job_tags"));
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("42501");
    }
  }

  /** The seeds with which of the dice's rolls the first is good and the second bad. */
  private static long seedOfAFailingSecond() {
    return LongStream.range(0, 1_000)
        .filter(
            seed -> {
              Random dice = new Random(seed);
              return dice.nextDouble() >= 0.5 && dice.nextDouble() < 0.5;
            })
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name FROM model_import_jobs",
        "SELECT COUNT(*) FROM model_import_jobs",
        "SELECT job_name FROM model_import_jobs ORDER BY job_name",
        "SELECT job_name FROM model_import_jobs ORDER BY creation_time DESC LIMIT 5",
        "SELECT DISTINCT status FROM model_import_jobs",
      })
  void failureOfTheSecondPageFailsTheQuery(String sql) throws SQLException {
    Sandbox sandbox =
        Sandbox.builder()
            .jobs(REGION, JOBS)
            .pageCap(3)
            .errorRate(0.5, seedOfAFailingSecond())
            .start();
    try (Bench bench = new Bench(sandbox, "maxRetries=0;")) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> bench.run(sql));
      assertThat((Throwable) failure).as("%s must not give a short result", sql).isNotNull();
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08006");
      assertThat(bench.requests()).hasSize(2);
    }
  }

  @Test
  void denialOfTheSecondPageFailsTheQuery() throws SQLException {
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.page("token-2", "a"),
            ScriptedServer.error(403, "AccessDeniedException"))) {
      SQLException failure = server.failure("SELECT job_name FROM model_import_jobs");
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("42501");
      assertThat((Throwable) failure).hasMessageContaining("bedrock:ListModelImportJobs");
    }
  }

  @Test
  void tokenThatIsRefusedFailsTheQuery() throws SQLException {
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.page("token-2", "a"),
            ScriptedServer.error(400, "ValidationException"))) {
      assertThat(server.failure("SELECT COUNT(*) FROM model_import_jobs").getSQLState())
          .isEqualTo("22023");
    }
  }

  @Test
  void tokenThatComesAgainFailsTheQuery() throws SQLException {
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.page("token-2", "a"), ScriptedServer.page("token-2", "b"))) {
      SQLException failure = server.failure("SELECT job_name FROM model_import_jobs");
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08P01");
      assertThat((Throwable) failure).hasMessageContaining("nextToken twice");
    }
  }

  @Test
  void emptyTokenIsTheEnd() throws SQLException {
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.page("token-2", "a"), ScriptedServer.page("", "b", "c"))) {
      assertThat(server.names("SELECT job_name FROM model_import_jobs"))
          .containsExactly("a", "b", "c");
    }
  }

  @Test
  void answerThatIsNoJsonFailsTheQuery() throws SQLException {
    try (ScriptedServer server = new ScriptedServer(new ScriptedServer.Answer(200, "", "<html>"))) {
      SQLException failure = server.failure("SELECT job_name FROM model_import_jobs");
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08P01");
    }
  }

  @Test
  void rowWithoutItsNameFailsTheQuery() throws SQLException {
    String body =
        "{\"modelImportJobSummaries\":[{\"jobArn\":\"arn:aws:bedrock:us-east-1:1:model-import-job/a\","
            + "\"status\":\"Failed\",\"creationTime\":\"2026-01-01T00:00:00Z\"}]}";
    try (ScriptedServer server = new ScriptedServer(new ScriptedServer.Answer(200, "", body))) {
      SQLException failure = server.failure("SELECT job_name FROM model_import_jobs");
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08P01");
      assertThat((Throwable) failure).hasMessageContaining("model_import_jobs.job_name");
    }
  }
}
