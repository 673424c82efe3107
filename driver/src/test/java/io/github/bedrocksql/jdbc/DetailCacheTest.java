package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.Fault;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Details are asked for again where the job may have changed, and only there. */
class DetailCacheTest {
  private static final String REGION = "us-east-1";
  private static final String ALL = "SELECT job_name, failure_message FROM model_import_jobs";
  private static final Instant LATER = Instant.parse("2026-02-02T02:02:02Z");

  /** Of the eight, the third and the seventh are in progress. */
  private static final ImmutableList<ImportJob> JOBS = GeneratedJobs.of(REGION, "123456789012", 8);

  private Bench bench;

  @AfterEach
  void stop() throws SQLException {
    bench.close();
  }

  private void start(Sandbox.Builder sandbox, String properties) throws SQLException {
    bench = new Bench(sandbox.jobs(REGION, JOBS).start(), properties);
  }

  private void replace(int number, String status, Instant endTime, String message) {
    List<ImportJob> jobs = new ArrayList<>(JOBS);
    jobs.set(number - 1, jobs.get(number - 1).withStatus(status, endTime, message));
    bench.sandbox().replaceJobs(REGION, jobs);
  }

  /** Numbers of the jobs that the answer asked the details of. */
  private static List<Integer> asked(Answer answer) {
    return answer.requests().stream()
        .filter(r -> r.startsWith("GetModelImportJob "))
        .map(r -> Integer.valueOf(r.substring(r.length() - 5)))
        .sorted()
        .toList();
  }

  @Test
  void onlyJobsInProgressAreAskedAgain() throws SQLException {
    start(Sandbox.builder(), "");
    Answer first = bench.run(ALL);
    assertThat(asked(first)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    for (int again = 0; again < 2; again++) {
      Answer answer = bench.run(ALL);
      assertThat(answer.rows()).containsExactlyInAnyOrderElementsOf(first.rows());
      assertThat(asked(answer)).containsExactly(3, 7);
      assertThat(answer.requests()).hasSize(3);
    }
  }

  @Test
  void jobInAStateThatIsNotKnownMayStillChange() throws SQLException {
    start(Sandbox.builder(), "");
    bench
        .sandbox()
        .spoil(
            Fault.of(Fault.Kind.UNKNOWN_STATUS, "ListModelImportJobs"),
            Fault.of(Fault.Kind.UNKNOWN_STATUS, "GetModelImportJob"));
    bench.run(ALL);
    assertThat(asked(bench.run(ALL))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void changedJobIsAskedAgainOnce() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(bench.run(ALL).rows()).contains(List.of("job-00001", "Reason number 1"));
    replace(1, "Failed", LATER, "another reason");
    Answer changed = bench.run(ALL);
    assertThat(changed.rows()).contains(List.of("job-00001", "another reason"));
    assertThat(asked(changed)).containsExactly(1, 3, 7);
    assertThat(asked(bench.run(ALL))).containsExactly(3, 7);
  }

  @Test
  void changeOfTheStatusAloneIsAChange() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(bench.run(ALL).rows()).hasSize(8);
    replace(1, "Completed", JOBS.get(0).endTime(), null);
    Answer changed = bench.run(ALL + " WHERE job_name LIKE 'job-0000_'");
    assertThat(changed.rows()).contains(Arrays.asList("job-00001", null));
    assertThat(asked(changed)).containsExactly(1, 3, 7);
  }

  @Test
  void jobThatEndsIsAskedOnceMore() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(asked(bench.run(ALL))).hasSize(8);
    replace(3, "Failed", LATER, "out of memory");
    Answer ended = bench.run(ALL);
    assertThat(ended.rows()).contains(List.of("job-00003", "out of memory"));
    assertThat(asked(ended)).containsExactly(3, 7);
    assertThat(asked(bench.run(ALL))).containsExactly(7);
  }

  @Test
  void zeroRemembersNothing() throws SQLException {
    start(Sandbox.builder(), "detailCache=0;");
    assertThat(asked(bench.run(ALL))).hasSize(8);
    assertThat(asked(bench.run(ALL))).hasSize(8);
    replace(1, "Failed", LATER, "another reason");
    assertThat(bench.run(ALL).rows()).contains(List.of("job-00001", "another reason"));
  }

  @Test
  void jobWithoutTimeOfChangeIsNeverRemembered() throws SQLException {
    start(Sandbox.builder().omitOptionalFields(), "");
    assertThat(asked(bench.run(ALL))).hasSize(8);
    assertThat(asked(bench.run(ALL))).hasSize(8);
  }

  @Test
  void boundIsInEntries() throws SQLException {
    start(Sandbox.builder(), "detailCache=2;");
    Answer first = bench.run(ALL);
    assertThat(asked(first)).hasSize(8);
    Answer again = bench.run(ALL);
    assertThat(again.rows()).containsExactlyInAnyOrderElementsOf(first.rows());
    assertThat(asked(again)).hasSize(6).contains(3, 7);
  }

  @Test
  void lookupByKeyAlwaysAsks() throws SQLException {
    start(Sandbox.builder(), "");
    String byName = ALL + " WHERE job_identifier = 'job-00001'";
    assertThat(bench.run(ALL).rows()).hasSize(8);
    assertThat(asked(bench.run(byName))).containsExactly(1);
    replace(1, "Failed", JOBS.get(0).endTime(), "same state, other reason");
    Answer answer = bench.run(byName);
    assertThat(answer.rows()).containsExactly(List.of("job-00001", "same state, other reason"));
    assertThat(asked(answer)).containsExactly(1);
  }

  @Test
  void lookupIsRememberedForLists() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(bench.run(ALL + " WHERE job_name = 'job-00001'").rows()).hasSize(1);
    assertThat(asked(bench.run(ALL))).containsExactly(2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void tablesOfOneOperationRememberTogether() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(bench.run(ALL).rows()).hasSize(8);
    Answer subnets = bench.run("SELECT job_name, subnet_id FROM model_import_job_subnets");
    assertThat(subnets.rows()).hasSize(4);
    assertThat(asked(subnets)).containsExactly(3, 7);
  }

  @Test
  void connectionsRememberEachForItself() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(bench.run(ALL).rows()).hasSize(8);
    try (Connection other = DriverManager.getConnection(Bench.url(bench.sandbox()));
        PreparedStatement statement = other.prepareStatement(ALL)) {
      bench.sandbox().clearRequests();
      assertThat(Bench.rows(statement)).hasSize(8);
      assertThat(bench.requests()).hasSize(9);
    }
  }

  @Test
  void jobThatIsGoneIsNoRow() throws SQLException {
    start(Sandbox.builder(), "");
    assertThat(bench.run(ALL).rows()).hasSize(8);
    bench.sandbox().replaceJobs(REGION, JOBS.subList(0, 2));
    Answer answer = bench.run(ALL);
    assertThat(answer.column()).containsExactlyInAnyOrder("job-00001", "job-00002");
    assertThat(asked(answer)).isEmpty();
  }
}
