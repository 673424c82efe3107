package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrock.model.FoundationModelDetails;
import software.amazon.awssdk.services.bedrock.model.FoundationModelSummary;
import software.amazon.awssdk.services.bedrock.model.GetFoundationModelResponse;
import software.amazon.awssdk.services.bedrock.model.ListFoundationModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListFoundationModels and GetFoundationModel. */
class FoundationModelsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1::foundation-model/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListFoundationModelsRequest.Builder> request) {
    return bench.client().listFoundationModels(request).modelSummaries().stream()
        .map(FoundationModelSummary::modelId)
        .toList();
  }

  private static GetFoundationModelResponse get(String identifier) {
    return bench.client().getFoundationModel(r -> r.modelIdentifier(identifier));
  }

  @Test
  void modelHasEveryField() {
    FoundationModelDetails model = get("amazon.titan-text-express-v1:0:8k").modelDetails();
    assertThat(get(ARN + "amazon.titan-text-express-v1:0:8k").modelDetails()).isEqualTo(model);
    assertThat(model.modelName()).isEqualTo("Titan Text G1 - Express");
    assertThat(model.providerName()).isEqualTo("Amazon");
    assertThat(model.inputModalitiesAsStrings()).containsExactly("TEXT");
    assertThat(model.outputModalitiesAsStrings()).containsExactly("TEXT");
    assertThat(model.responseStreamingSupported()).isTrue();
    assertThat(model.customizationsSupportedAsStrings())
        .containsExactly("FINE_TUNING", "CONTINUED_PRE_TRAINING");
    assertThat(model.inferenceTypesSupportedAsStrings()).containsExactly("PROVISIONED");
    assertThat(model.modelLifecycle().statusAsString()).isEqualTo("LEGACY");
    assertThat(model.modelLifecycle().startOfLifeTime())
        .isBefore(model.modelLifecycle().legacyTime());
    assertThat(model.modelLifecycle().publicExtendedAccessTime())
        .isBefore(model.modelLifecycle().endOfLifeTime());
  }

  @Test
  void summaryHasTheSameFields() {
    for (FoundationModelSummary summary :
        bench.client().listFoundationModels(r -> {}).modelSummaries()) {
      assertThat(get(summary.modelArn()).modelDetails().toString().replace("Details", ""))
          .isEqualTo(summary.toString().replace("Summary", ""));
    }
  }

  @Test
  void filters() {
    assertThat(names(r -> r.byProvider("Mistral AI")))
        .containsExactly("mistral.mistral-7b-instruct-v0:2");
    assertThat(names(r -> r.byProvider("mistral ai"))).isEmpty();
    assertThat(names(r -> r.byCustomizationType("CONTINUED_PRE_TRAINING")))
        .containsExactly("amazon.titan-text-express-v1:0:8k");
    assertThat(names(r -> r.byCustomizationType("DISTILLATION"))).hasSize(4);
    assertThat(names(r -> r.byOutputModality("IMAGE"))).containsExactly("amazon.nova-canvas-v1:0");
    assertThat(names(r -> r.byOutputModality("EMBEDDING"))).hasSize(2);
    assertThat(names(r -> r.byInferenceType("PROVISIONED"))).hasSize(5);
    assertThat(names(r -> r.byInferenceType("ON_DEMAND").byProvider("Meta")))
        .containsExactly("meta.llama3-1-70b-instruct-v1:0");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.byOutputModality("VIDEO")))
        .withMessageContaining("byOutputModality");
  }

  @Test
  void allComeAtOnceWhateverTheServerDoesWithPages() {
    try (Bench small = new Bench(Sandbox.builder().sampleJobs().pageCap(2).emptyPages())) {
      assertThat(small.client().listFoundationModels(r -> {}).modelSummaries())
          .hasSameSizeAs(names(r -> {}))
          .hasSize(17);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no.such-model",
        ARN + "no.such-model",
        "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0"
      })
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("foundation model " + identifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nova",
        "Nova Lite",
        "arn:aws:bedrock:us-east-1:123456789012:foundation-model/amazon.nova-lite-v1:0"
      })
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("modelIdentifier");
  }
}
