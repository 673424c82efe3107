package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything without a key is ListModelImportJobs: all pages, no Get that nobody needs. */
class ListingTest {
  private static final int JOBS = 2_500;

  private static Bench bench;

  @BeforeAll
  static void start() throws SQLException {
    Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", JOBS).start();
    bench = new Bench(sandbox, "maxConcurrency=7;");
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  @Test
  void summaryColumnsOf2500JobsAreThreeLists() throws SQLException {
    Answer answer = bench.run("SELECT job_name, status FROM model_import_jobs");
    assertThat(answer.rows()).hasSize(JOBS).doesNotHaveDuplicates();
    assertThat(answer.requests())
        .hasSize(3)
        .allMatch(request -> request.startsWith("ListModelImportJobs maxResults=1000"));
  }

  @Test
  void detailColumnAddsOneGetForEachWithinMaxConcurrency() throws SQLException {
    Answer answer = bench.run("SELECT job_name, role_arn FROM model_import_jobs");
    assertThat(answer.rows()).hasSize(JOBS).allMatch(row -> row.get(1) != null);
    assertThat(answer.requests().stream().filter(r -> r.startsWith("List"))).hasSize(3);
    assertThat(answer.requests().stream().filter(r -> r.startsWith("Get")).distinct())
        .hasSize(JOBS);
    assertThat(bench.sandbox().maxConcurrentRequests()).isLessThanOrEqualTo(7);
  }

  @Test
  void countNeedsNoGet() throws SQLException {
    Answer answer = bench.run("SELECT COUNT(*) FROM model_import_jobs");
    assertThat(answer.column()).containsExactly((long) JOBS);
    assertThat(answer.requests()).hasSize(3).noneMatch(request -> request.startsWith("Get"));
  }

  @Test
  void statusIsPushedAndLimitIsThePageSize() throws SQLException {
    Answer answer =
        bench.run("SELECT job_name FROM model_import_jobs WHERE status = 'Failed' LIMIT 5");
    assertThat(answer.rows()).hasSize(5);
    assertThat(answer.requests())
        .containsExactly("ListModelImportJobs maxResults=5 statusEquals=Failed");
  }

  @Test
  void hydrationIsOfTheRowsThatSurvive() throws SQLException {
    Answer answer =
        bench.run(
            "SELECT failure_message FROM model_import_jobs"
                + " WHERE status = 'Failed' LIMIT 3 OFFSET 2");
    assertThat(answer.column()).hasSize(3).doesNotContainNull();
    assertThat(answer.requests().stream().filter(r -> r.startsWith("List"))).hasSize(1);
    assertThat(answer.requests().stream().filter(r -> r.startsWith("Get")).count())
        .isLessThanOrEqualTo(5);
  }

  @Test
  void statusThatCannotBeIsNoRequest() throws SQLException {
    Answer answer = bench.run("SELECT * FROM model_import_jobs WHERE status = 'CANCELLED'");
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.requests()).isEmpty();
  }
}
