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
import software.amazon.awssdk.services.bedrock.model.CustomModelDeploymentSummary;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelDeploymentResponse;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelDeploymentsRequest;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListCustomModelDeployments and GetCustomModelDeployment. */
class CustomModelDeploymentsTest {
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/";
  private static final String SUPPORT_V2 =
      "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0:300k/e83a40c6f7b1";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListCustomModelDeploymentsRequest.Builder> request) {
    return bench.client().listCustomModelDeployments(request).modelDeploymentSummaries().stream()
        .map(CustomModelDeploymentSummary::customModelDeploymentName)
        .toList();
  }

  private static GetCustomModelDeploymentResponse get(String identifier) {
    return bench
        .client()
        .getCustomModelDeployment(r -> r.customModelDeploymentIdentifier(identifier));
  }

  @Test
  void deploymentHasEveryField() {
    GetCustomModelDeploymentResponse deployment = get("ticket-routing");
    assertThat(get(ARN + "2d95c7e10ab8")).matches(deployment::equalsBySdkFields);
    assertThat(deployment.modelDeploymentName()).isEqualTo("ticket-routing");
    assertThat(deployment.modelArn()).isEqualTo(SUPPORT_V2);
    assertThat(deployment.createdAt()).isBefore(deployment.lastUpdatedAt());
    assertThat(deployment.updateDetails().updateStatusAsString()).isEqualTo("Updating");
    assertThat(deployment.updateDetails().modelArn()).endsWith("/9d05e3b1a86f");
    assertThat(get("intent").description()).isEqualTo("Intent of a chat's first message");
    assertThat(get("support-replies-canary").failureMessage()).contains("quota");
  }

  @Test
  void summaryHasTheFailure() {
    assertThat(
            bench
                .client()
                .listCustomModelDeployments(r -> r.statusEquals("Failed"))
                .modelDeploymentSummaries())
        .singleElement()
        .satisfies(d -> assertThat(d.failureMessage()).contains("quota"))
        .satisfies(d -> assertThat(d.lastUpdatedAt()).isAfter(d.createdAt()));
  }

  @Test
  void filters() {
    assertThat(names(r -> r.modelArnEquals(SUPPORT_V2)))
        .containsExactly("ticket-routing", "support-replies");
    assertThat(names(r -> r.statusEquals("Creating"))).containsExactly("group-glossary");
    assertThat(names(r -> r.nameContains("support")))
        .containsExactly("support-replies", "support-replies-canary");
    Instant created = get("intent").createdAt();
    assertThat(names(r -> r.createdBefore(created).sortOrder(SortOrder.ASCENDING)))
        .containsExactly("support-replies-canary", "support-replies", "intent");
    assertThat(names(r -> r.createdAfter(created)))
        .containsExactly("group-glossary", "ticket-routing", "intent");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.modelArnEquals("nova-lite-support-v2")))
        .withMessageContaining("modelArnEquals");
  }

  @Test
  void identifierHas93CharactersAtMost() {
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> get("a".repeat(94)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such", ARN + "abcdefghij12"})
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("custom model deployment " + identifier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a--b", ARN + "short"})
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("customModelDeploymentIdentifier");
  }
}
