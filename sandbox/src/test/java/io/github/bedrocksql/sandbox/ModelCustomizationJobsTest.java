package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrock.model.GetModelCustomizationJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelCustomizationJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ModelCustomizationJobSummary;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListModelCustomizationJobs and GetModelCustomizationJob. */
class ModelCustomizationJobsTest {
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:123456789012:model-customization-job/amazon.nova-lite-v1:0:300k/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListModelCustomizationJobsRequest.Builder> request) {
    return bench
        .client()
        .listModelCustomizationJobs(request)
        .modelCustomizationJobSummaries()
        .stream()
        .map(ModelCustomizationJobSummary::jobName)
        .toList();
  }

  private static GetModelCustomizationJobResponse get(String identifier) {
    return bench.client().getModelCustomizationJob(r -> r.jobIdentifier(identifier));
  }

  @Test
  void jobTellsHowItTrains() {
    GetModelCustomizationJobResponse job = get("nova-lite-support-tone-2");
    assertThat(get(ARN + "70be5d93a1c8")).matches(job::equalsBySdkFields);
    assertThat(job.outputModelName()).isEqualTo("nova-lite-support-v2");
    assertThat(job.outputModelArn())
        .isEqualTo(
            bench
                .client()
                .getCustomModel(r -> r.modelIdentifier("nova-lite-support-v2"))
                .modelArn());
    assertThat(job.statusDetails().validationDetails().creationTime())
        .isEqualTo(job.creationTime());
    assertThat(job.statusDetails().trainingDetails().statusAsString()).isEqualTo("Completed");
    assertThat(job.statusDetails().trainingDetails().lastModifiedTime()).isEqualTo(job.endTime());
    assertThat(job.hyperParameters()).containsEntry("epochCount", "3");
    assertThat(job.validationDataConfig().validators()).hasSize(1);
    assertThat(job.validationMetrics().get(0).validationLoss()).isEqualTo(1.125f);
    assertThat(job.vpcConfig().subnetIds()).hasSize(2);
    assertThat(job.clientRequestToken()).isEqualTo("support-tone-2");
    assertThat(get("titan-express-claims-letters").failureMessage()).contains("line 1382");
    assertThat(get("nova-lite-ticket-routing-rft").customizationConfig().rftConfig())
        .satisfies(rft -> assertThat(rft.hyperParameters().batchSize()).isEqualTo(32));
  }

  @Test
  void listCallsTheModelCustomModel() {
    for (ModelCustomizationJobSummary summary :
        bench.client().listModelCustomizationJobs(r -> {}).modelCustomizationJobSummaries()) {
      GetModelCustomizationJobResponse job = get(summary.jobArn());
      assertThat(summary)
          .isEqualTo(
              ModelCustomizationJobSummary.builder()
                  .jobArn(job.jobArn())
                  .jobName(job.jobName())
                  .baseModelArn(job.baseModelArn())
                  .status(job.statusAsString())
                  .statusDetails(job.statusDetails())
                  .creationTime(job.creationTime())
                  .lastModifiedTime(job.lastModifiedTime())
                  .endTime(job.endTime())
                  .customModelArn(job.outputModelArn())
                  .customModelName(job.outputModelName())
                  .customizationType(job.customizationType())
                  .build());
    }
  }

  @Test
  void filters() {
    assertThat(names(r -> r.statusEquals("InProgress")))
        .containsExactly("nova-lite-support-tone-3");
    assertThat(names(r -> r.statusEquals("Stopped"))).containsExactly("titan-express-glossary");
    assertThat(names(r -> r.statusEquals("Stopping"))).isEmpty();
    assertThat(names(r -> r.nameContains("support-tone")))
        .containsExactly(
            "nova-lite-support-tone-3", "nova-lite-support-tone-2", "nova-lite-support-tone");
    Instant second = get("nova-lite-support-tone-2").creationTime();
    assertThat(names(r -> r.creationTimeBefore(second).sortOrder(SortOrder.ASCENDING)))
        .containsExactly(
            "nova-lite-support-tone", "titan-express-claims-letters", "nova-lite-support-tone-2");
    assertThat(names(r -> r.creationTimeAfter(second).statusEquals("Completed"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-job", "nova-lite-support-v1", ARN + "abcdefghij12"})
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("model customization job " + identifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_b",
        "-a",
        ARN + "short",
        "arn:aws:bedrock:us-east-1:123456789012:model-customization-job/abcdefghij12"
      })
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("jobIdentifier");
  }
}
