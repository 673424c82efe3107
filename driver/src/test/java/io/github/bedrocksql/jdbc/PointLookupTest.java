package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in the WHERE clause become GetModelImportJob requests, and nothing else is sent. */
class PointLookupTest {
  private static final String NAME = "mixtral-8x7b-claims";

  private static Bench bench;
  private static String arn;

  @BeforeAll
  static void start() throws SQLException {
    Sandbox slow = Sandbox.builder().sampleJobs().latency(Duration.ofMillis(150)).start();
    bench = new Bench(slow, "");
    arn =
        (String)
            bench
                .run("SELECT job_arn FROM model_import_jobs WHERE job_name = ?", NAME)
                .column()
                .get(0);
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  @Test
  void nameIsOneGet() throws SQLException {
    String sql = "SELECT * FROM model_import_jobs WHERE job_identifier = '" + NAME + "'";
    Answer answer = bench.run(sql);
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.rows().get(0)).startsWith(NAME, arn, NAME, "Failed").contains("us-east-1");
    assertThat(answer.requests()).containsExactly("GetModelImportJob jobIdentifier=" + NAME);
    assertThat(bench.plan(sql)).startsWith("BedrockEnumerableScan").doesNotContain("Calc");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void arnIsOneGetAndShowsAsIdentifier() throws SQLException {
    Answer answer =
        bench.run(
            "SELECT job_identifier, job_name FROM model_import_jobs WHERE job_identifier = '"
                + arn
                + "'");
    assertThat(answer.rows()).containsExactly(List.of(arn, NAME));
    assertThat(answer.requests()).containsExactly("GetModelImportJob jobIdentifier=" + arn);
  }

  @Test
  void parameterIsOneGetEachTimeAndThePlanIsKept() throws SQLException {
    bench.sandbox().clearRequests();
    try (PreparedStatement statement =
        bench
            .connection()
            .prepareStatement("SELECT job_name FROM model_import_jobs WHERE ? = job_identifier")) {
      statement.setString(1, NAME);
      assertThat(Bench.rows(statement)).containsExactly(List.of(NAME));
      statement.setString(1, arn);
      assertThat(Bench.rows(statement)).containsExactly(List.of(NAME));
      statement.setString(1, null);
      assertThat(Bench.rows(statement)).isEmpty();
    }
    assertThat(bench.requests())
        .containsExactly(
            "GetModelImportJob jobIdentifier=" + NAME, "GetModelImportJob jobIdentifier=" + arn);
  }

  @Test
  void fiveKeysAreFiveRequestsThatOverlapInTime() throws SQLException {
    List<Object> names =
        bench.run("SELECT job_name FROM model_import_jobs ORDER BY job_name LIMIT 5").column();
    // Details too: a connection that has seen the list knows that one page has all summaries.
    Answer answer =
        bench.run(
            "SELECT job_identifier, role_arn FROM model_import_jobs"
                + " WHERE job_identifier IN (?, ?, ?, ?, ?)",
            names.toArray());
    assertThat(answer.column()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(answer.requests())
        .hasSize(5)
        .allMatch(request -> request.startsWith("GetModelImportJob "));
    List<RecordedRequest> requests = bench.sandbox().requests();
    long lastStart = requests.stream().mapToLong(RecordedRequest::startedNanos).max().orElseThrow();
    assertThat(requests).allMatch(request -> request.finishedNanos() > lastStart);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job_identifier IN ('mixtral-8x7b-claims', 'mixtral-8x7b-claims')",
        "job_identifier = 'mixtral-8x7b-claims' OR 'mixtral-8x7b-claims' = job_identifier",
        "job_name = 'mixtral-8x7b-claims'",
        "job_name = 'mixtral-8x7b-claims' AND status = 'Failed'",
        "job_identifier = 'mixtral-8x7b-claims' AND job_arn LIKE 'arn:%'",
        "job_name || '' = 'mixtral-8x7b-claims' AND job_name = 'mixtral-8x7b-claims'",
      })
  void oneKeyHoweverItIsSaid(String condition) throws SQLException {
    Answer answer = bench.run("SELECT job_name FROM model_import_jobs WHERE " + condition);
    assertThat(answer.column()).containsExactly(NAME);
    assertThat(answer.requests()).containsExactly("GetModelImportJob jobIdentifier=" + NAME);
  }

  @Test
  void jobNamedTwiceIsOneRow() throws SQLException {
    Answer answer =
        bench.run(
            "SELECT job_identifier FROM model_import_jobs WHERE job_identifier IN (?, ?)",
            NAME,
            arn);
    assertThat(answer.column()).containsExactly(NAME);
    assertThat(answer.requests()).hasSize(2);
  }

  @Test
  void residualIsRecheckedOnTheRowFound() throws SQLException {
    Answer answer =
        bench.run(
            "SELECT job_name FROM model_import_jobs"
                + " WHERE job_identifier = ? AND role_arn IS NULL",
            NAME);
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.requests()).containsExactly("GetModelImportJob jobIdentifier=" + NAME);
  }

  @Test
  void unknownNameIsNoRowAndNoError() throws SQLException {
    Answer answer =
        bench.run("SELECT * FROM model_import_jobs WHERE job_identifier = 'no-such-job'");
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.requests()).containsExactly("GetModelImportJob jobIdentifier=no-such-job");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a name",
        "-leading-dash",
        "under_score",
        "",
        "arn:aws:bedrock:eu-west-1:111122223333:model-import-job/abcdefghij12",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void identifierThatNoJobOfTheRegionHasIsNoRequest(String identifier) throws SQLException {
    Answer answer =
        bench.run("SELECT * FROM model_import_jobs WHERE job_identifier = ?", identifier);
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.requests()).isEmpty();
  }
}
