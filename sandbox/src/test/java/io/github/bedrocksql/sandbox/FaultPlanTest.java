package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.sandbox.Fault.Kind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults strike the requests that they name, and no others. */
class FaultPlanTest {
  private static final String LIST = "ListModelImportJobs";
  private static final String PATH = "/model-import-jobs?maxResults=2";

  private final Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 5).start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> list() throws IOException {
    return RawHttp.get(sandbox, PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, 429, Rate exceeded",
    "SERVER_ERROR, 500, internal error",
    "DENIED, 403, not authorized",
    "GONE, 404, does not exist",
    "EXPIRED_TOKEN, 400, has expired",
    "HTML, 200, <html>",
    "HTML_502, 502, <html>",
    "HTML_503, 503, <html>",
    "UNKNOWN_STATUS, 200, Paused",
    "SAME_TOKEN, 200, again",
    "CIRCLE_OF_TOKENS, 200, turn-",
    "EMPTY_PAGES, 200, page-1",
    "SLOW, 200, job-00005",
  })
  void strikesUntilItIsMended(Kind kind, int status, String says) throws IOException {
    sandbox.spoil(Fault.of(kind, LIST));
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = list();
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).contains(kind == Kind.EMPTY_PAGES ? "page-" : says);
      assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    }
    sandbox.spoil();
    assertThat(list().body()).contains("job-00005", "Completed").doesNotContain("again");
  }

  @Test
  void truncatedAnswerIsWholeForHttp() throws IOException {
    int whole = list().body().length();
    sandbox.spoil(Fault.of(Kind.TRUNCATED, LIST));
    assertThat(list().body()).hasSize(whole / 2);
  }

  @Test
  void cutAnswerIsNot() {
    sandbox.spoil(Fault.of(Kind.CUT, LIST));
    assertThatExceptionOfType(IOException.class).isThrownBy(this::list);
  }

  @Test
  void fieldsThatAreMissing() throws IOException {
    sandbox.spoil(Fault.of(Kind.MISSING_FIELD, LIST));
    assertThat(list().body()).contains("job-00005").doesNotContain("jobArn");
  }

  @Test
  void countedOnesPass() throws IOException {
    sandbox.spoil(Fault.of(Kind.THROTTLED, LIST).times(2));
    assertThat(list().statusCode()).isEqualTo(429);
    assertThat(list().statusCode()).isEqualTo(429);
    assertThat(list().statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> Fault.of(Kind.THROTTLED, LIST).times(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyWhereAndWhatIsNamed() throws IOException {
    sandbox.spoil(
        Fault.of(Kind.THROTTLED, LIST).in("us-west-2"),
        Fault.of(Kind.THROTTLED, LIST).onLaterPages(),
        Fault.of(Kind.THROTTLED, "ListImportedModels"));
    assertThat(list().statusCode()).isEqualTo(200);
    assertThat(RawHttp.get(sandbox, PATH + "&nextToken=x").statusCode()).isEqualTo(429);
    assertThat(RawHttp.get(sandbox, "/imported-models").statusCode()).isEqualTo(429);
  }

  @Test
  void tokensThatAreNoneAreTaken() throws IOException {
    sandbox.spoil(Fault.of(Kind.EMPTY_PAGES, LIST));
    assertThat(RawHttp.get(sandbox, PATH + "&nextToken=page-1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_STATUS, ListCustomModels, /custom-models, \"modelStatus\":\"Paused\"",
    "UNKNOWN_STATUS, GetModelInvocationJob, /model-invocation-job/84bd1f7c03ea, \"status\":\"Paused\"",
    "NULL_ROW, ListEvaluationJobs, /evaluation-jobs, null",
    "TIMES_WITHOUT_ZONE, ListModelInvocationJobs, /model-invocation-jobs, :00\"",
    "EMPTY_PAGES, ListModelCopyJobs, /model-copy-jobs, \"modelCopyJobSummaries\":[]",
    "NO_FIELDS, GetFoundationModel, /foundation-models/amazon.nova-lite-v1:0, {}",
  })
  void strikesEveryResource(Kind kind, String operation, String path, String says)
      throws IOException {
    try (Sandbox other =
        Sandbox.builder()
            .clock(Clock.fixed(Instant.parse("2026-05-06T07:08:00Z"), ZoneOffset.UTC))
            .sampleJobs()
            .start()) {
      assertThat(RawHttp.get(other, path).body()).doesNotContain(says);
      other.spoil(Fault.of(kind, operation));
      assertThat(RawHttp.get(other, path).body()).contains(says);
    }
  }

  @Test
  void missingFieldIsTheArnOfTheResource() throws IOException {
    try (Sandbox other = Sandbox.builder().sampleJobs().start()) {
      other.spoil(
          Fault.of(Kind.MISSING_FIELD, "ListCustomModelDeployments"),
          Fault.of(Kind.MISSING_FIELD, "GetFoundationModel"));
      assertThat(RawHttp.get(other, "/model-customization/custom-model-deployments").body())
          .contains("customModelDeploymentName")
          .doesNotContain("customModelDeploymentArn");
      assertThat(RawHttp.get(other, "/foundation-models/amazon.nova-lite-v1:0").body())
          .contains("modelId")
          .doesNotContain("modelArn");
    }
  }
}
