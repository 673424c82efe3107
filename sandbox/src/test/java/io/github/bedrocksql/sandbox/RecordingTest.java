package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;

/** Every request is there to assert on. */
class RecordingTest {
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(Sandbox.builder().generatedJobs(Bench.REGION, 4).throttleFirst(1));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  /** Makes a call, whatever comes of it: the record tells. */
  private void call(String jobIdentifier) {
    try {
      assertThat(bench.client().getModelImportJob(r -> r.jobIdentifier(jobIdentifier)).jobName())
          .isEqualTo(jobIdentifier);
    } catch (BedrockException e) {
      assertThat(e.statusCode()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void eachRequestIsRecordedWithItsOutcome() {
    Stream.of("job-00001", "job-00001", "no-such-job", "_").forEach(this::call);
    assertThat(bench.sandbox().requests())
        .extracting(RecordedRequest::status)
        .containsExactly(429, 200, 404, 400);
    assertThat(bench.sandbox().requests())
        .allMatch(request -> request.operation().equals("GetModelImportJob"))
        .allMatch(request -> request.region().equals("us-east-1"))
        .allMatch(request -> request.startedNanos() <= request.finishedNanos());
  }

  @Test
  void parametersAreRecordedAsTheyWereMeant() {
    call("job-00001");
    String arn = "arn:aws:bedrock:us-east-1:123456789012:model-import-job/jobid0000001";
    bench.client().listTagsForResource(r -> r.resourceARN(arn));
    bench
        .client()
        .listModelImportJobs(
            r ->
                r.nameContains("a+b")
                    .statusEquals(ModelImportJobStatus.FAILED)
                    .creationTimeAfter(Instant.parse("2026-01-01T00:00:00.5Z"))
                    .maxResults(7));
    bench.client("eu-west-1").listImportedModels(r -> {});
    List<RecordedRequest> requests = bench.sandbox().requests();
    assertThat(requests)
        .extracting(RecordedRequest::operation)
        .containsExactly(
            "GetModelImportJob",
            "ListTagsForResource",
            "ListModelImportJobs",
            "ListImportedModels");
    assertThat(requests.get(0).parameters())
        .isEqualTo(ImmutableMap.of("jobIdentifier", "job-00001"));
    assertThat(requests.get(1).parameters()).isEqualTo(ImmutableMap.of("resourceARN", arn));
    assertThat(requests.get(2).parameters())
        .isEqualTo(
            ImmutableMap.of(
                "nameContains", "a+b",
                "statusEquals", "Failed",
                "creationTimeAfter", "2026-01-01T00:00:00.500Z",
                "maxResults", "7"));
    assertThat(requests.get(3).parameters()).isEmpty();
    assertThat(requests.get(3).region()).isEqualTo("eu-west-1");
  }

  @Test
  void strayRequestsAreRecordedToo() throws IOException {
    call("job-00001");
    bench.sandbox().clearRequests();
    assertThat(RawHttp.getUnsigned(bench.sandbox(), "/model-import-jobs").statusCode())
        .isEqualTo(403);
    assertThat(RawHttp.get(bench.sandbox(), "/guardrails").statusCode()).isEqualTo(404);
    assertThat(bench.sandbox().requests())
        .extracting(RecordedRequest::operation, RecordedRequest::region, RecordedRequest::status)
        .containsExactly(
            tuple("ListModelImportJobs", "none", 403), tuple("unknown", "us-east-1", 404));
  }

  @Test
  void clearForgets() {
    call("job-00001");
    assertThat(bench.sandbox().maxConcurrentRequests()).isEqualTo(1);
    bench.sandbox().clearRequests();
    assertThat(bench.sandbox().requests()).isEmpty();
    assertThat(bench.sandbox().maxConcurrentRequests()).isZero();
    call("job-00002");
    assertThat(bench.sandbox().requests()).hasSize(1);
    assertThat(bench.sandbox().maxConcurrentRequests("GetModelImportJob")).isEqualTo(1);
    assertThat(bench.sandbox().maxConcurrentRequests("ListModelImportJobs")).isZero();
  }

  /** Nobody learns the time before so many ask for it. */
  private static final class MeetingClock extends Clock {
    private final CountDownLatch awaited;

    MeetingClock(int requests) {
      this.awaited = new CountDownLatch(requests);
    }

    @Override
    public Instant instant() {
      awaited.countDown();
      assertThat(Uninterruptibles.awaitUninterruptibly(awaited, Duration.ofMinutes(1))).isTrue();
      return TestJobs.CREATION;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void requestsAtOnceAreCountedInAllAndByOperation() {
    try (Bench meeting =
        new Bench(Sandbox.builder().generatedJobs(Bench.REGION, 4).clock(new MeetingClock(3)))) {
      List<Runnable> calls =
          List.of(
              () -> meeting.client().getModelImportJob(r -> r.jobIdentifier("job-00001")),
              () -> meeting.client().getModelImportJob(r -> r.jobIdentifier("job-00002")),
              () -> meeting.client().listModelImportJobs(r -> {}));
      CompletableFuture.allOf(
              calls.stream()
                  .map(call -> CompletableFuture.runAsync(call, r -> new Thread(r).start()))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
      assertThat(meeting.sandbox().maxConcurrentRequests()).isEqualTo(3);
      assertThat(meeting.sandbox().maxConcurrentRequests("GetModelImportJob")).isEqualTo(2);
      assertThat(meeting.sandbox().maxConcurrentRequests("ListModelImportJobs")).isEqualTo(1);
      assertThat(meeting.sandbox().requests()).hasSize(3);
    }
  }
}
