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
import software.amazon.awssdk.services.bedrock.model.CustomModelSummary;
import software.amazon.awssdk.services.bedrock.model.CustomizationType;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelResponse;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ModelStatus;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListCustomModels and GetCustomModel. */
class CustomModelsTest {
  private static final String NOVA_LITE =
      "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k";
  private static final String SUPPORT_V2 =
      "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0:300k/e83a40c6f7b1";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListCustomModelsRequest.Builder> request) {
    return bench.client().listCustomModels(request).modelSummaries().stream()
        .map(CustomModelSummary::modelName)
        .toList();
  }

  private static GetCustomModelResponse get(String identifier) {
    return bench.client().getCustomModel(r -> r.modelIdentifier(identifier));
  }

  @Test
  void summaryTellsWhatTheModelIs() {
    CustomModelSummary model =
        bench.client().listCustomModels(r -> r.nameContains("support-v2")).modelSummaries().get(0);
    assertThat(model)
        .isEqualTo(
            CustomModelSummary.builder()
                .modelArn(SUPPORT_V2)
                .modelName("nova-lite-support-v2")
                .creationTime(get(SUPPORT_V2).creationTime())
                .baseModelArn(NOVA_LITE)
                .baseModelName("Nova Lite")
                .customizationType(CustomizationType.FINE_TUNING)
                .ownerAccountId("123456789012")
                .modelStatus(ModelStatus.ACTIVE)
                .build());
  }

  @Test
  void detailTellsHowItWasMade() {
    GetCustomModelResponse model = get("nova-lite-support-v2");
    assertThat(get(SUPPORT_V2)).matches(model::equalsBySdkFields);
    assertThat(model.jobName()).isEqualTo("nova-lite-support-tone-2");
    assertThat(model.jobArn()).endsWith("/70be5d93a1c8");
    assertThat(model.hyperParameters()).containsEntry("epochCount", "3").hasSize(3);
    assertThat(model.trainingDataConfig().s3Uri()).endsWith("/train.jsonl");
    assertThat(model.validationDataConfig().validators()).hasSize(1);
    assertThat(model.trainingMetrics().trainingLoss()).isEqualTo(0.875f);
    assertThat(model.validationMetrics().get(0).validationLoss()).isEqualTo(1.125f);
    assertThat(model.modelKmsKeyArn()).contains(":key/");
    assertThat(get("nova-micro-intent").customizationConfig().distillationConfig())
        .satisfies(
            config ->
                assertThat(config.teacherModelConfig().teacherModelIdentifier())
                    .contains("nova-pro"));
  }

  @Test
  void filters() {
    assertThat(names(r -> r.modelStatus(ModelStatus.FAILED)))
        .containsExactly("nova-pro-from-sagemaker");
    assertThat(names(r -> r.nameContains("support")))
        .containsExactly("nova-lite-support-v2", "nova-lite-support-v1");
    assertThat(names(r -> r.isOwned(false))).containsExactly("nova-lite-group-style");
    assertThat(names(r -> r.isOwned(true))).hasSize(8).doesNotContain("nova-lite-group-style");
    assertThat(names(r -> r.baseModelArnEquals(SUPPORT_V2)))
        .containsExactly("nova-lite-ticket-routing");
    assertThat(names(r -> r.baseModelArnEquals(NOVA_LITE)))
        .hasSize(5)
        .doesNotContain("nova-lite-ticket-routing");
    assertThat(names(r -> r.foundationModelArnEquals(NOVA_LITE)))
        .hasSize(6)
        .contains("nova-lite-ticket-routing");
    assertThat(names(r -> r.foundationModelArnEquals(NOVA_LITE).isOwned(true).nameContains("v1")))
        .containsExactly("nova-lite-support-v1");
  }

  @Test
  void boundsAndOrder() {
    Instant second = get("nova-lite-support-v2").creationTime();
    assertThat(names(r -> r.creationTimeBefore(second).sortOrder(SortOrder.ASCENDING)))
        .containsExactly("nova-lite-support-v1", "nova-lite-group-style", "nova-lite-support-v2");
    assertThat(names(r -> r.creationTimeAfter(second)))
        .hasSize(7)
        .startsWith("nova-pro-from-sagemaker-2")
        .endsWith("nova-lite-support-v2");
  }

  @Test
  void eachRegionHasItsOwn() {
    assertThat(bench.client("us-west-2").listCustomModels(r -> {}).modelSummaries())
        .extracting(CustomModelSummary::modelName)
        .containsExactly("nova-lite-support-v2");
    assertThat(bench.client("eu-west-3").listCustomModels(r -> {}).modelSummaries()).isEmpty();
  }

  @Test
  void ownRowsInPlaceOfTheSamples() {
    List<CustomModel> rows =
        CustomModel.RESOURCE.rows(
            """
            [{"modelArn": "%s", "modelName": "mine", "creationTime": "2026-01-02T03:04:05Z",
              "baseModelArn": "%s", "baseModelName": "Nova Lite"}]
            """
                .formatted(SUPPORT_V2, NOVA_LITE));
    try (Bench own =
        new Bench(Sandbox.builder().sampleJobs().rows(Bench.REGION, CustomModel.RESOURCE, rows))) {
      assertThat(own.client().listCustomModels(r -> {}).modelSummaries()).hasSize(1);
      assertThat(own.client().getCustomModel(r -> r.modelIdentifier("mine")).jobArn()).isNull();
      own.sandbox().replace(Bench.REGION, CustomModel.RESOURCE, List.of());
      assertThat(own.client().listCustomModels(r -> {}).modelSummaries()).isEmpty();
      assertThat(own.client().listModelImportJobs(r -> {}).modelImportJobSummaries()).hasSize(18);
    }
  }

  @Test
  void unknownFieldOfARowIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CustomModel.RESOURCE.rows("[{\"modelArm\": \"a\"}]"))
        .withMessageContaining("modelArm");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CustomModel.RESOURCE.rows("[{"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-model",
        "amazon.nova-lite-v1:0",
        NOVA_LITE,
        "arn:aws:bedrock:us-east-1:123456789012:custom-model/imported/abcdefghij12"
      })
  void otherModelsAreNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("custom model " + identifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a--b",
        "arn:aws:bedrock:us-east-1:123456789012:custom-model/abcdefghij12",
        "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdefghij12"
      })
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("modelIdentifier");
  }

  @Test
  void tags() {
    assertThat(bench.client().listTagsForResource(r -> r.resourceARN(SUPPORT_V2)).tags())
        .extracting(tag -> tag.key() + "=" + tag.value())
        .containsExactly("team=support", "cost-center=4100", "owner=dana");
  }
}
