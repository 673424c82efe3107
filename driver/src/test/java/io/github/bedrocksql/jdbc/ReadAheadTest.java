package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page is fetched and no detail asked for that the rows wanted do not need. */
class ReadAheadTest {
  private static final int JOBS = 5_500;
  private static final String JOB = "SELECT job_name FROM model_import_jobs";

  private static Bench bench;

  @BeforeAll
  static void start() throws SQLException {
    bench = new Bench(Sandbox.builder().generatedJobs("us-east-1", JOBS).start(), "");
  }

  private static Bench fresh() throws SQLException {
    return new Bench(Sandbox.builder().generatedJobs("us-east-1", JOBS).start(), "");
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "2000, 2", "2001, 3", "5500, 6", "9999, 6"})
  void limitOverPages(int limit, int pages) throws SQLException {
    Answer answer = bench.run(JOB + " LIMIT " + limit);
    assertThat(answer.rows()).hasSize(Math.min(limit, JOBS));
    assertThat(answer.requests()).hasSize(pages);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1", "1001, 2", "2500, 3"})
  void limitAsAParameter(int limit, int pages) throws SQLException {
    Answer answer = bench.run(JOB + " LIMIT ?", limit);
    assertThat(answer.rows()).hasSize(limit);
    assertThat(answer.requests()).hasSize(pages);
  }

  @ParameterizedTest
  @CsvSource({"990, 10, 1", "995, 10, 2", "1990, 10, 2", "5490, 100, 6", "6000, 1, 6"})
  void offsetIsRead(int offset, int limit, int pages) throws SQLException {
    Answer answer = bench.run(JOB + " LIMIT " + limit + " OFFSET " + offset);
    assertThat(answer.rows()).hasSize(Math.max(0, Math.min(limit, JOBS - offset)));
    assertThat(answer.requests()).hasSize(pages);
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "4, 2", "6, 2", "7, 3"})
  void smallPagesOfTheServer(int limit, int pages) throws SQLException {
    Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 20).pageCap(3).start();
    try (Bench small = new Bench(sandbox, "")) {
      assertThat(small.run(JOB + " LIMIT " + limit).requests()).hasSize(pages);
    }
  }

  @Test
  void conditionCheckedHereReadsOnOnlyWhereOnePageDidNotSuffice() throws SQLException {
    // The newest first: the last quarter of a page of 1,000 already has five.
    assertThat(bench.run(JOB + " WHERE UPPER(status) = 'FAILED' LIMIT 5").requests()).hasSize(1);
    assertThat(bench.run(JOB + " WHERE UPPER(status) = 'FAILED' LIMIT 251").requests()).hasSize(2);
  }

  @Test
  void closedAfterTheFirstRowsNoMoreThanOnePageAhead() throws SQLException {
    try (Bench fresh = fresh();
        Statement statement = fresh.connection().createStatement();
        ResultSet rows = statement.executeQuery(JOB)) {
      for (int i = 0; i < 5; i++) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(fresh.requests()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void readIntoTheSecondPageNoMoreThanTheThird() throws SQLException {
    try (Bench fresh = fresh();
        Statement statement = fresh.connection().createStatement();
        ResultSet rows = statement.executeQuery(JOB)) {
      for (int i = 0; i < 1_001; i++) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(fresh.requests()).hasSizeBetween(2, 3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FROM (VALUES (1)) AS t(x) WHERE EXISTS (SELECT * FROM model_import_jobs)",
        "SELECT 1 FROM (VALUES (1)) AS t(x) WHERE EXISTS (SELECT * FROM model_import_jobs WHERE status = 'Failed')",
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM model_import_jobs) THEN 1 ELSE 0 END",
      })
  void existenceIsOneRow(String sql) throws SQLException {
    Answer answer = bench.run(sql);
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.requests()).hasSize(1).allMatch(r -> r.contains("maxResults=1"));
  }

  @Test
  void detailConditionWithLimitAsksInSmallWaves() throws SQLException {
    // The newest first: 5500 … 5487; of each five one has this role.
    try (Bench fresh = fresh()) {
      Answer answer = fresh.run(JOB + " WHERE role_arn LIKE '%/import-2' LIMIT 3");
      assertThat(answer.column()).containsExactly("job-05497", "job-05492", "job-05487");
      assertThat(answer.requests().stream().filter(r -> r.startsWith("List"))).hasSize(1);
      assertThat(answer.requests().stream().filter(r -> r.startsWith("Get")).count())
          .isBetween(14L, 16L);
      assertThat(fresh.sandbox().maxConcurrentRequests("GetModelImportJob")).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void detailOfTheRowsWantedOnly() throws SQLException {
    try (Bench fresh = fresh()) {
      Answer answer =
          fresh.run(
              "SELECT kms FROM (SELECT imported_model_kms_key_arn AS kms, job_name"
                  + " FROM model_import_jobs LIMIT 4 OFFSET 7) AS j");
      assertThat(answer.rows()).hasSize(4);
      assertThat(answer.requests().stream().filter(r -> r.startsWith("Get"))).hasSize(4);
    }
  }

  @Test
  void closedAfterTheFirstDetailNoMoreThanWhatWasInFlight() throws SQLException {
    try (Bench fresh = fresh();
        Statement statement = fresh.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT model_kms_key_arn FROM imported_models")) {
      assertThat(rows.next()).isTrue();
      assertThat(fresh.requests().stream().filter(r -> r.startsWith("Get")).count())
          .isBetween(1L, 17L);
    }
  }
}
