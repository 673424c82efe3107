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
import software.amazon.awssdk.services.bedrock.model.GetModelCopyJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelCopyJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ModelCopyJobSummary;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListModelCopyJobs and GetModelCopyJob. */
class ModelCopyJobsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:model-copy-job/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListModelCopyJobsRequest.Builder> request) {
    return bench.client().listModelCopyJobs(request).modelCopyJobSummaries().stream()
        .map(ModelCopyJobSummary::targetModelName)
        .toList();
  }

  private static GetModelCopyJobResponse get(String identifier) {
    return bench.client().getModelCopyJob(r -> r.jobArn(identifier));
  }

  @Test
  void jobHasEveryField() {
    GetModelCopyJobResponse job = get(ARN + "3b8e07f5d1a2");
    assertThat(job.statusAsString()).isEqualTo("Completed");
    assertThat(job.sourceAccountId()).isEqualTo("210987654321");
    assertThat(job.sourceModelArn()).contains(":us-west-2:210987654321:custom-model/");
    assertThat(job.sourceModelName()).isEqualTo("nova-lite-group-glossary");
    assertThat(job.targetModelTags())
        .extracting(tag -> tag.key() + "=" + tag.value())
        .containsExactly("team=legal", "shared-by=group");
    assertThat(job.targetModelArn())
        .isEqualTo(
            bench
                .client()
                .getCustomModel(r -> r.modelIdentifier("nova-lite-group-glossary"))
                .modelArn());
    assertThat(get(ARN + "e47d92c0b6f8").failureMessage()).contains("kms:CreateGrant");
    assertThat(get(ARN + "e47d92c0b6f8").targetModelKmsKeyArn()).contains(":key/");
  }

  @Test
  void summaryHasTheSameFields() {
    for (ModelCopyJobSummary summary :
        bench.client().listModelCopyJobs(r -> {}).modelCopyJobSummaries()) {
      assertThat(get(summary.jobArn()).toString().replace("GetModelCopyJobResponse", ""))
          .isEqualTo(summary.toString().replace("ModelCopyJobSummary", ""));
    }
  }

  @Test
  void filters() {
    assertThat(names(r -> r.statusEquals("Failed"))).containsExactly("titan-express-letters");
    assertThat(names(r -> r.sourceAccountEquals("210987654321")))
        .containsExactly("nova-lite-group-glossary");
    assertThat(names(r -> r.targetModelNameContains("letters")))
        .containsExactly("titan-express-letters");
    assertThat(names(r -> r.sourceModelArnEquals(get(ARN + "e47d92c0b6f8").sourceModelArn())))
        .containsExactly("titan-express-letters");
    assertThat(names(r -> r.sortOrder(SortOrder.ASCENDING)))
        .containsExactly("titan-express-letters", "nova-lite-group-glossary");
    Instant created = get(ARN + "3b8e07f5d1a2").creationTime();
    assertThat(names(r -> r.creationTimeAfter(created)))
        .containsExactly("nova-lite-group-glossary");
    assertThat(names(r -> r.creationTimeBefore(created))).hasSize(2);
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.sourceAccountEquals("1234")))
        .withMessageContaining("sourceAccountEquals");
  }

  @Test
  void itIsAJobOfTheRegionThatItCopiesTo() {
    assertThat(bench.client("us-west-2").listModelCopyJobs(r -> {}).modelCopyJobSummaries())
        .allMatch(job -> job.targetModelArn().contains(":us-west-2:"))
        .allMatch(job -> job.sourceModelArn().contains(":us-east-1:"))
        .hasSize(2);
  }

  @Test
  void itHasNoTags() {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(
            () -> bench.client().listTagsForResource(r -> r.resourceARN(ARN + "3b8e07f5d1a2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {ARN + "abcdefghij12"})
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("model copy job " + identifier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3b8e07f5d1a2", "nova-lite-group-glossary", ARN + "short"})
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("jobArn");
  }
}
