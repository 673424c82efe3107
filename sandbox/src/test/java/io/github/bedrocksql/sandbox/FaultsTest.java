package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.InternalServerException;
import software.amazon.awssdk.services.bedrock.model.ThrottlingException;

/** What goes wrong on purpose goes wrong as the real SDK knows it. */
class FaultsTest {
  private static Bench bench(Consumer<Sandbox.Builder> faults) {
    Sandbox.Builder builder = Sandbox.builder().generatedJobs(Bench.REGION, 4);
    faults.accept(builder);
    return new Bench(builder);
  }

  private static void list(BedrockClient client) {
    assertThat(client.listModelImportJobs(r -> {}).modelImportJobSummaries()).hasSize(4);
  }

  /** Returns the statuses of so many calls. */
  private static List<Integer> outcomes(Consumer<Sandbox.Builder> faults, int calls) {
    try (Bench bench = bench(faults)) {
      return Stream.generate(() -> status(bench.client())).limit(calls).toList();
    }
  }

  private static int status(BedrockClient client) {
    try {
      return client.listModelImportJobs(r -> {}).sdkHttpResponse().statusCode();
    } catch (BedrockException e) {
      return e.statusCode();
    }
  }

  @Test
  void throttlingThatEnds() {
    assertThat(outcomes(b -> b.throttleRate(1, 1).throttleFor(Duration.ZERO), 3)).containsOnly(200);
    assertThat(outcomes(b -> b.throttleRate(1, 1).throttleFor(Duration.ofHours(1)), 3))
        .containsOnly(429);
  }

  /** A clock that stands still has no tokens run in. */
  @Test
  void quotaOfEachOperation() {
    Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    assertThat(outcomes(b -> b.clock(stopped).quota(5, 3), 6))
        .containsExactly(200, 200, 200, 429, 429, 429);
    Quota quota = new Quota(5, 3, stopped);
    for (String operation : List.of("ListModelImportJobs", "GetModelImportJob")) {
      for (int i = 0; i < 3; i++) {
        assertThat(quota.admits("us-east-1", operation)).isTrue();
      }
      assertThat(quota.admits("us-east-1", operation)).isFalse();
      assertThat(quota.admits("us-west-2", operation)).isTrue();
    }
  }

  @Test
  void quotaIsThereAgainAsTimePasses() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Quota quota = new Quota(5, 3, now::get);
    for (int seconds : List.of(0, 60)) {
      now.set(Instant.EPOCH.plusSeconds(seconds));
      for (int i = 0; i < 3; i++) {
        assertThat(quota.admits("us-east-1", "GetModelImportJob")).isTrue();
      }
      assertThat(quota.admits("us-east-1", "GetModelImportJob")).isFalse();
    }
    now.set(now.get().plusMillis(200));
    assertThat(quota.admits("us-east-1", "GetModelImportJob")).isTrue();
    assertThat(quota.admits("us-east-1", "GetModelImportJob")).isFalse();
  }

  @Test
  void throttleFirst() {
    try (Bench bench = bench(b -> b.throttleFirst(2))) {
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(ThrottlingException.class)
            .isThrownBy(() -> list(bench.client()))
            .satisfies(e -> assertThat(e.statusCode()).isEqualTo(429))
            .satisfies(e -> assertThat(e.isThrottlingException()).isTrue());
      }
      list(bench.client());
    }
  }

  @Test
  void retryOfTheSdkGetsThrough() {
    StandardRetryStrategy retries =
        StandardRetryStrategy.builder()
            .maxAttempts(4)
            .backoffStrategy(BackoffStrategy.retryImmediately())
            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
            .retryOnException(
                e -> e instanceof ThrottlingException || e instanceof SdkClientException)
            .build();
    try (Bench bench = bench(b -> b.throttleFirst(2).cutConnections(3));
        BedrockClient client =
            bench.client(Bench.REGION, Bench.credentials("AKID", "secret"), retries)) {
      list(client);
      assertThat(bench.sandbox().requests())
          .extracting(RecordedRequest::status)
          .containsExactly(429, 429, 200, 200);
    }
  }

  @Test
  void ratesOfNoneAndAll() {
    assertThat(outcomes(b -> b.throttleRate(1, 1), 5)).containsOnly(429);
    assertThat(outcomes(b -> b.errorRate(1, 1), 5)).containsOnly(500);
    assertThat(outcomes(b -> b.throttleRate(0, 1).errorRate(0, 1), 5)).containsOnly(200);
  }

  @Test
  void ratesAreDecidedByTheSeed() {
    List<Integer> throttled = outcomes(b -> b.throttleRate(0.5, 42), 30);
    assertThat(throttled).contains(200, 429);
    assertThat(outcomes(b -> b.throttleRate(0.5, 42), 30)).isEqualTo(throttled);
    assertThat(outcomes(b -> b.throttleRate(0.5, 43), 30)).isNotEqualTo(throttled);
    assertThat(outcomes(b -> b.errorRate(0.3, 7).throttleRate(0.3, 7), 30)).contains(200, 429, 500);
  }

  @Test
  void errorIsTheOneOfTheApi() {
    try (Bench bench = bench(b -> b.errorRate(1, 1))) {
      assertThatExceptionOfType(InternalServerException.class)
          .isThrownBy(() -> list(bench.client()))
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(500));
    }
  }

  @Test
  void eachSoManiethAnswerBreaksOff() {
    try (Bench bench = bench(b -> b.cutConnections(3))) {
      for (int i = 0; i < 2; i++) {
        list(bench.client());
        list(bench.client());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> list(bench.client()));
      }
      list(bench.client());
    }
  }

  @Test
  void operationThatIsNotOfferedIsRefusedInItsRegionOnly() {
    try (Bench bench = bench(b -> b.sampleJobs().notOffered("us-west-2", "ListCustomModels"))) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> bench.client("us-west-2").listCustomModels(r -> {}))
          .withMessageContaining("Your account is not authorized to invoke this API operation");
      assertThat(bench.client("eu-central-1").listCustomModels(r -> {}).modelSummaries())
          .isNotEmpty();
      assertThat(bench.client("us-west-2").listModelCopyJobs(r -> {}).modelCopyJobSummaries())
          .isNotEmpty();
    }
  }

  @Test
  void regionThatIsNotEnabledRefusesEverything() {
    try (Bench bench = bench(b -> b.generatedJobs("eu-west-1", 4).regionNotEnabled("eu-west-1"))) {
      BedrockClient client = bench.client("eu-west-1");
      List<Runnable> calls =
          List.of(
              () -> client.listModelImportJobs(r -> {}),
              () -> client.listImportedModels(r -> {}),
              () -> client.getModelImportJob(r -> r.jobIdentifier("job-00001")),
              () -> client.getImportedModel(r -> r.modelIdentifier("model-00002")),
              () -> client.listTagsForResource(r -> r.resourceARN("arn:aws:s3:::bucket")));
      for (Runnable call : calls) {
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(call::run)
            .withMessageContaining("Your account is not authorized to invoke this API operation")
            .satisfies(e -> assertThat(e.statusCode()).isEqualTo(403));
      }
      list(bench.client());
    }
  }

  @Test
  void deniedActionIsTheOnlyOneRefused() {
    try (Bench bench =
        bench(b -> b.denyAction("GetModelImportJob").denyAction("ListImportedModels"))) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> bench.client().getModelImportJob(r -> r.jobIdentifier("job-00001")))
          .withMessageContaining("is not authorized to perform: bedrock:GetModelImportJob");
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> bench.client().listImportedModels(r -> {}))
          .withMessageContaining("is not authorized to perform: bedrock:ListImportedModels");
      list(bench.client());
    }
  }

  @Test
  void lateAnswerIsTheSameAnswer() {
    try (Bench bench = bench(b -> b.latency(Duration.ofMillis(5)))) {
      assertThatCode(() -> list(bench.client())).doesNotThrowAnyException();
    }
  }
}
