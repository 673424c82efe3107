package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;

/** Jobs in progress complete, or fail, as the endpoint's clock goes on. */
class ClockTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private Bench bench;

  @BeforeEach
  void start() {
    ImportJob completing = TestJobs.job(1, "completing", START.minusSeconds(60));
    ImportJob failing =
        TestJobs.job(2, "failing", START.minusSeconds(30))
            .withStatus("Failed", START.plusSeconds(600), "Too large");
    bench =
        new Bench(
            Sandbox.builder()
                .clock(clock)
                .sampleJobs()
                .jobs("us-east-1", ImmutableList.of(completing, failing)));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private GetModelImportJobResponse get(String name) {
    return bench.client().getModelImportJob(r -> r.jobIdentifier(name));
  }

  private int listed(String region, ModelImportJobStatus status) {
    return bench
        .client(region)
        .listModelImportJobs(r -> r.statusEquals(status))
        .modelImportJobSummaries()
        .size();
  }

  @Test
  void jobIsInProgressBeforeItsEnd() {
    GetModelImportJobResponse job = get("failing");
    assertThat(job.status()).isEqualTo(ModelImportJobStatus.IN_PROGRESS);
    assertThat(job.endTime()).isNull();
    assertThat(job.failureMessage()).isNull();
    assertThat(job.lastModifiedTime()).isEqualTo(job.creationTime());
  }

  @Test
  void jobEndsAtItsEnd() {
    clock.advance(Duration.ofSeconds(239));
    assertThat(get("completing").status()).isEqualTo(ModelImportJobStatus.IN_PROGRESS);
    clock.advance(Duration.ofSeconds(1));
    GetModelImportJobResponse job = get("completing");
    assertThat(job.status()).isEqualTo(ModelImportJobStatus.COMPLETED);
    assertThat(job.endTime()).isEqualTo(clock.instant());
    assertThat(job.lastModifiedTime()).isEqualTo(clock.instant());
    clock.advance(Duration.ofMinutes(6));
    assertThat(get("failing").status()).isEqualTo(ModelImportJobStatus.FAILED);
    assertThat(get("failing").failureMessage()).isEqualTo("Too large");
  }

  @Test
  void statusFilterFollows() {
    assertThat(listed("us-east-1", ModelImportJobStatus.IN_PROGRESS)).isEqualTo(2);
    assertThat(listed("us-east-1", ModelImportJobStatus.COMPLETED)).isZero();
    clock.advance(Duration.ofHours(1));
    assertThat(listed("us-east-1", ModelImportJobStatus.IN_PROGRESS)).isZero();
    assertThat(listed("us-east-1", ModelImportJobStatus.COMPLETED)).isEqualTo(1);
    assertThat(listed("us-east-1", ModelImportJobStatus.FAILED)).isEqualTo(1);
  }

  @Test
  void modelIsThereWhenItsJobHasCompleted() {
    BedrockClient client = bench.client();
    assertThat(client.listImportedModels(r -> {}).modelSummaries()).isEmpty();
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> client.getImportedModel(r -> r.modelIdentifier("model-of-1")));
    clock.advance(Duration.ofMinutes(5));
    assertThat(client.listImportedModels(r -> {}).modelSummaries()).hasSize(1);
    assertThat(client.getImportedModel(r -> r.modelIdentifier("model-of-1")).creationTime())
        .isEqualTo(START.plusSeconds(240));
  }

  @Test
  void sampleJobsCompleteToo() {
    for (String region : ImmutableList.of("us-west-2", "eu-central-1")) {
      assertThat(listed(region, ModelImportJobStatus.IN_PROGRESS)).isEqualTo(1);
    }
    clock.advance(Duration.ofHours(2));
    for (String region : ImmutableList.of("us-west-2", "eu-central-1")) {
      assertThat(listed(region, ModelImportJobStatus.IN_PROGRESS)).isZero();
    }
  }
}
