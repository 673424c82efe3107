package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many details are asked for at once as may be, however many others are known already. */
class HydrationWindowTest {
  private static final String REGION = "us-east-1";
  private static final String GET = "GetModelImportJob";
  private static final String ALL = "SELECT job_name, failure_message FROM model_import_jobs";
  private static final int JOBS = 1_000;
  private static final int AT_ONCE = 32;

  /** One job of so many changes: 42 of them do. */
  private static final int EACH = 24;

  private static final int CHANGED = 42;

  private static List<ImportJob> jobs(Instant changed) {
    List<ImportJob> jobs = new ArrayList<>();
    for (ImportJob job : GeneratedJobs.of(REGION, "123456789012", JOBS)) {
      Instant end = jobs.size() % EACH == 0 ? changed : Instant.parse("2026-02-02T02:02:02Z");
      jobs.add(job.withStatus("Failed", end, "reason of " + end));
    }
    return ImmutableList.copyOf(jobs);
  }

  private static Bench bench(Instant changed) throws SQLException {
    Sandbox.Builder sandbox =
        Sandbox.builder().jobs(REGION, jobs(changed)).latency(Duration.ofMillis(100));
    return new Bench(sandbox.start(), "maxConcurrency=" + AT_ONCE + ";");
  }

  @Tag("long")
  @Test
  void rowsWhoseDetailIsKnownTakeNoCallsPlace() throws SQLException {
    Instant before = Instant.parse("2026-03-03T03:03:03Z");
    Instant after = Instant.parse("2026-04-04T04:04:04Z");
    try (Bench bench = bench(before)) {
      assertThat(bench.run(ALL).requests()).hasSize(1 + JOBS);
      bench.sandbox().replaceJobs(REGION, jobs(after));
      Bench.Answer again = bench.run(ALL);
      assertThat(again.rows().stream().filter(row -> row.contains("reason of " + after)))
          .hasSize(CHANGED);
      assertThat(again.requests()).hasSize(1 + CHANGED);
      assertThat(bench.sandbox().maxConcurrentRequests(GET)).isEqualTo(AT_ONCE);
    }
  }

  @Test
  void noMoreRowsAreBegunThanAreWanted() throws SQLException {
    Instant time = Instant.parse("2026-03-03T03:03:03Z");
    try (Bench bench = bench(time)) {
      Bench.Answer answer = bench.run(ALL + " WHERE failure_message LIKE 'reason%' LIMIT 3");
      assertThat(answer.rows()).hasSize(3);
      assertThat(answer.requests()).hasSize(1 + 3);
      assertThat(bench.sandbox().maxConcurrentRequests(GET)).isEqualTo(3);
    }
  }
}
