package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One statement sees one state: the same scan twice is made once. */
class StatementSnapshotTest {
  private static final String REGION = "us-east-1";
  private static final ImmutableList<ImportJob> JOBS = GeneratedJobs.of(REGION, "123456789012", 8);

  private static Bench bench(Sandbox.Builder sandbox) throws SQLException {
    return new Bench(sandbox.jobs(REGION, JOBS).start(), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | SELECT a.job_name FROM model_import_jobs a JOIN model_import_jobs b"
            + " ON a.imported_model_name = b.imported_model_name",
        "16 | SELECT job_name FROM model_import_jobs UNION ALL SELECT job_name FROM model_import_jobs",
        "8 | SELECT job_name FROM model_import_jobs UNION SELECT job_name FROM model_import_jobs",
        "1 | SELECT job_name FROM model_import_jobs"
            + " WHERE end_time = (SELECT MAX(end_time) FROM model_import_jobs)",
        "8 | SELECT job_name FROM model_import_jobs WHERE imported_model_name IN"
            + " (SELECT imported_model_name FROM model_import_jobs)",
        "8 | WITH j AS (SELECT job_name, imported_model_name FROM model_import_jobs)"
            + " SELECT a.job_name FROM j a JOIN j b ON a.imported_model_name = b.imported_model_name",
        "8 | SELECT job_name, (SELECT COUNT(*) FROM model_import_jobs) FROM model_import_jobs",
      })
  void oneList(int rows, String sql) throws SQLException {
    try (Bench bench = bench(Sandbox.builder())) {
      Bench.Answer answer = bench.run(sql);
      assertThat(answer.rows()).hasSize(rows);
      assertThat(answer.requests())
          .as(bench.plan(sql))
          .containsExactly("ListModelImportJobs maxResults=1000");
    }
  }

  /** The rows are all there after the first list, but not whose they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT model_name FROM custom_models"
            + " UNION ALL SELECT model_name FROM custom_models WHERE is_owned",
        "SELECT model_name FROM custom_models"
            + " UNION ALL SELECT model_name FROM custom_models WHERE is_owned IS TRUE",
        "SELECT model_name FROM custom_models"
            + " UNION ALL SELECT model_name FROM custom_models WHERE is_owned = TRUE"
            + " AND model_status IS NOT NULL",
      })
  void whatOnlyANarrowerListTellsIsAskedFor(String sql) throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "")) {
      Bench.Answer answer = bench.run(sql);
      assertThat(answer.rows()).hasSize(9 + 8);
      assertThat(answer.requests())
          .containsExactlyInAnyOrder(
              "ListCustomModels maxResults=1000", "ListCustomModels isOwned=true maxResults=1000");
    }
  }

  @Test
  void serverThatGivesTheSameRowsToEachQuestionTellsNothing() throws SQLException {
    try (Bench bench = new Bench(Sandbox.builder().sampleJobs().ignoreFilters().start(), "")) {
      assertThatThrownBy(() -> bench.run("SELECT model_name, is_owned FROM custom_models"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08P01"))
          .hasMessageContaining("isOwned")
          .hasMessageContaining("custom_models.is_owned is not known");
      assertThat(bench.run("SELECT model_name FROM custom_models").rows()).hasSize(9);
    }
  }

  @Test
  void detailsOnceToo() throws SQLException {
    String sql =
        "WITH j AS (SELECT job_name, role_arn FROM model_import_jobs)"
            + " SELECT a.job_name, b.job_name FROM j a JOIN j b ON a.role_arn = b.role_arn";
    try (Bench bench = bench(Sandbox.builder())) {
      Bench.Answer answer = bench.run(sql);
      assertThat(answer.rows()).hasSize(2 * 2 * 3 + 2);
      assertThat(answer.requests().stream().filter(r -> r.startsWith("List"))).hasSize(1);
      assertThat(answer.requests().stream().filter(r -> r.startsWith("Get"))).hasSize(8);
    }
  }

  @Test
  void bothSidesAgreeThoughTheJobsChangeMeanwhile() throws SQLException {
    try (Bench bench = bench(Sandbox.builder())) {
      List<String> rows =
          changingAfterTheFirst(
              bench,
              "SELECT job_name || ' ' || status FROM model_import_jobs"
                  + " UNION ALL SELECT job_name || ' ' || status FROM model_import_jobs");
      assertThat(rows).hasSize(16);
      assertThat(rows.subList(8, 16))
          .isEqualTo(rows.subList(0, 8))
          .contains("job-00003 InProgress");
      assertThat(bench.requests()).hasSize(1);
      assertThat(bench.run("SELECT COUNT(*) FROM model_import_jobs").column())
          .as("the next statement sees the next state")
          .containsExactly(4L);
    }
  }

  @Test
  void bothSidesAgreeThoughTheJobsChangeBetweenPages() throws SQLException {
    try (Bench bench = bench(Sandbox.builder().pageCap(3).emptyPages())) {
      List<String> rows =
          changingAfterTheFirst(
              bench,
              "SELECT job_name || ' ' || status FROM model_import_jobs"
                  + " UNION ALL SELECT job_name || ' ' || status FROM model_import_jobs");
      int half = rows.size() / 2;
      assertThat(rows.subList(half, rows.size())).isEqualTo(rows.subList(0, half));
      assertThat(rows).contains("job-00008 Completed");
    }
  }

  @Test
  void detailOfAKeyIsOneToo() throws SQLException {
    String one = "SELECT failure_message FROM model_import_jobs WHERE job_identifier = 'job-00001'";
    try (Bench bench = bench(Sandbox.builder())) {
      assertThat(changingAfterTheFirst(bench, one + " UNION ALL " + one))
          .containsExactly("Reason number 1", "Reason number 1");
      assertThat(bench.requests()).containsExactly("GetModelImportJob jobIdentifier=job-00001");
      assertThat(bench.run(one).column()).containsExactly("another reason");
    }
  }

  /** Runs a query and changes half of the jobs, and drops the others, after its first row. */
  private static List<String> changingAfterTheFirst(Bench bench, String sql) throws SQLException {
    bench.sandbox().clearRequests();
    List<String> rows = new ArrayList<>();
    try (Statement statement = bench.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
        if (rows.size() == 1) {
          bench.sandbox().replaceJobs(REGION, changed());
        }
      }
    }
    return rows;
  }

  private static List<ImportJob> changed() {
    Instant later = Instant.parse("2026-02-02T02:02:02Z");
    return JOBS.subList(0, 4).stream()
        .map(job -> job.withStatus("Failed", later, "another reason"))
        .toList();
  }
}
