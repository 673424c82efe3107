package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a connection knows of itself: its calls, its Region; reading that calls nothing. */
class SystemTablesTest {
  private static final String CALLS =
      "SELECT statement, operation, region, parameters, row_count, attempts, outcome"
          + " FROM api_calls ORDER BY 1, 4";

  private static Bench bench(Sandbox.Builder sandbox, String properties) throws SQLException {
    return new Bench(sandbox.generatedJobs("us-east-1", 8).start(), properties);
  }

  @Test
  void callsOfEachStatement() throws SQLException {
    try (Bench bench = bench(Sandbox.builder(), "")) {
      assertThat(bench.run(CALLS).rows()).isEmpty();
      bench.run("SELECT COUNT(*) FROM model_import_jobs WHERE status = 'Failed'");
      bench.run("SELECT role_arn FROM model_import_jobs WHERE job_name IN ('job-00001', 'gone')");
      bench.run("SELECT 1");
      bench.run("SELECT tag_key FROM model_import_job_tags WHERE job_arn = ?", arn(1));
      Answer calls = bench.run(CALLS);
      assertThat(calls.rows())
          .containsExactly(
              List.of(
                  1L,
                  "ListModelImportJobs",
                  "us-east-1",
                  "statusEquals=Failed, maxResults=1000",
                  2,
                  1,
                  "ok"),
              List.of(
                  2L,
                  "GetModelImportJob",
                  "us-east-1",
                  "jobIdentifier=gone",
                  0,
                  1,
                  "ResourceNotFoundException"),
              List.of(2L, "GetModelImportJob", "us-east-1", "jobIdentifier=job-00001", 1, 1, "ok"),
              List.of(3L, "ListTagsForResource", "us-east-1", "resourceARN=" + arn(1), 1, 1, "ok"));
      assertThat(calls.requests()).isEmpty();
    }
  }

  private static String arn(int number) {
    return "arn:aws:bedrock:us-east-1:123456789012:model-import-job/jobid000000" + number;
  }

  @Test
  void everyCallHasANumberAndARequestId() throws SQLException {
    try (Bench bench = bench(Sandbox.builder().pageCap(3), "")) {
      bench.run("SELECT COUNT(*) FROM model_import_jobs");
      Answer calls =
          bench.run(
              "SELECT call_number, request_id, milliseconds, account_id, parameters FROM api_calls");
      assertThat(calls.column()).containsExactly(1L, 2L, 3L);
      assertThat(calls.rows())
          .allSatisfy(
              row -> {
                assertThat((String) row.get(1)).hasSize(36);
                assertThat((Long) row.get(2)).isNotNegative();
                assertThat(row.get(3)).isNull();
              });
      assertThat(calls.rows().stream().map(r -> r.get(1))).doesNotHaveDuplicates();
      assertThat(calls.rows().stream().map(r -> r.get(4)))
          .as("no token, which is opaque and long")
          .containsExactly(
              "maxResults=1000", "maxResults=1000, nextToken=…", "maxResults=1000, nextToken=…");
    }
  }

  @Tag("long")
  @Test
  void attemptsAfterThrottling() throws SQLException {
    try (Bench bench = bench(Sandbox.builder().throttleFirst(2), "")) {
      bench.run("SELECT COUNT(*) FROM model_import_jobs");
      assertThat(bench.run("SELECT attempts, row_count, outcome FROM api_calls").rows())
          .containsExactly(List.of(3, 8, "ok"));
    }
  }

  @Test
  void outcomeOfFailures() throws SQLException {
    Sandbox.Builder denying = Sandbox.builder().denyAction("GetModelImportJob");
    try (Bench bench = bench(denying, "maxRetries=0;")) {
      assertThatThrownBy(
              () ->
                  bench.run("SELECT role_arn FROM model_import_jobs WHERE job_name = 'job-00001'"))
          .isInstanceOf(SQLException.class);
      Answer calls = bench.run("SELECT outcome, row_count, request_id IS NOT NULL FROM api_calls");
      assertThat(calls.rows()).containsExactly(List.of("AccessDeniedException", 0, true));
    }
    try (Bench bench = bench(Sandbox.builder().throttleFirst(100), "throttleTimeout=0;")) {
      assertThatThrownBy(() -> bench.run("SELECT * FROM model_import_jobs LIMIT 1"))
          .isInstanceOf(SQLException.class);
      assertThat(bench.run("SELECT outcome, attempts FROM api_calls").rows())
          .containsExactly(List.of("ThrottlingException", 1));
    }
  }

  @Test
  void regionBeforeAndAfterCalls() throws SQLException {
    String sql = "SELECT region, account_id, outcome, operation FROM region_status";
    try (Bench bench = bench(Sandbox.builder().denyAction("ListImportedModels"), "")) {
      Answer before = bench.run(sql);
      assertThat(before.rows())
          .containsExactly(Arrays.asList("us-east-1", null, "not asked", null));
      assertThat(before.requests()).isEmpty();
      bench.run("SELECT COUNT(*) FROM model_import_jobs");
      Answer after = bench.run(sql);
      assertThat(after.rows())
          .containsExactly(Arrays.asList("us-east-1", null, "ok", "ListModelImportJobs"));
      assertThat(after.requests()).isEmpty();
      assertThatThrownBy(() -> bench.run("SELECT COUNT(*) FROM imported_models"))
          .isInstanceOf(SQLException.class);
      assertThat(bench.run(sql).rows())
          .containsExactly(
              Arrays.asList("us-east-1", null, "AccessDeniedException", "ListImportedModels"));
      assertThat(bench.run("SELECT request_id FROM region_status").column())
          .hasSize(1)
          .doesNotContainNull();
    }
  }

  @Test
  void rowsOfTheCallsCanBeCounted() throws SQLException {
    try (Bench bench = bench(Sandbox.builder(), "")) {
      bench.run("SELECT role_arn FROM model_import_jobs");
      assertThat(
              bench
                  .run("SELECT operation, COUNT(*), SUM(row_count) FROM api_calls GROUP BY 1")
                  .rows())
          .containsExactlyInAnyOrder(
              List.of("ListModelImportJobs", 1L, 8L), List.of("GetModelImportJob", 8L, 8L));
    }
  }
}
