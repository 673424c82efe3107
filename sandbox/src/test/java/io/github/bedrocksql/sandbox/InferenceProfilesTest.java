package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileSummary;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesRequest;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListInferenceProfiles and GetInferenceProfile. */
class InferenceProfilesTest {
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListInferenceProfilesRequest.Builder> request) {
    return bench.client().listInferenceProfiles(request).inferenceProfileSummaries().stream()
        .map(InferenceProfileSummary::inferenceProfileName)
        .toList();
  }

  private static GetInferenceProfileResponse get(String identifier) {
    return bench.client().getInferenceProfile(r -> r.inferenceProfileIdentifier(identifier));
  }

  @Test
  void profileHasEveryField() {
    GetInferenceProfileResponse profile = get("k4t9w2m7xq1z");
    assertThat(get(ARN + "k4t9w2m7xq1z")).matches(profile::equalsBySdkFields);
    assertThat(profile.inferenceProfileName()).isEqualTo("legal-contracts");
    assertThat(profile.description()).isEqualTo("Costs of the legal team");
    assertThat(profile.createdAt()).isEqualTo(profile.updatedAt());
    assertThat(profile.models()).hasSize(3);
    assertThat(profile.statusAsString()).isEqualTo("ACTIVE");
    assertThat(profile.typeAsString()).isEqualTo("APPLICATION");
    assertThat(get("us.amazon.nova-lite-v1:0").models())
        .extracting(model -> model.modelArn())
        .contains("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0");
  }

  @Test
  void summaryHasTheSameFields() {
    for (InferenceProfileSummary summary :
        bench.client().listInferenceProfiles(r -> {}).inferenceProfileSummaries()) {
      assertThat(
              get(summary.inferenceProfileArn())
                  .toString()
                  .replace("GetInferenceProfileResponse", ""))
          .isEqualTo(summary.toString().replace("InferenceProfileSummary", ""));
    }
  }

  @Test
  void filter() {
    assertThat(names(r -> r.typeEquals("APPLICATION")))
        .containsExactlyInAnyOrder("legal-contracts", "support-drafts");
    assertThat(names(r -> r.typeEquals("SYSTEM_DEFINED"))).hasSize(3);
    assertThat(names(r -> {})).hasSize(5);
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.typeEquals("OTHER")))
        .withMessageContaining("type");
  }

  @Test
  void tags() {
    assertThat(bench.client().listTagsForResource(r -> r.resourceARN(ARN + "k4t9w2m7xq1z")).tags())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such", "legal-contracts", ARN + "abcdefghij12"})
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("inference profile " + identifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a/b",
        "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdefghij12"
      })
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("inferenceProfileIdentifier");
  }
}
