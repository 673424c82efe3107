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
import software.amazon.awssdk.services.bedrock.model.GetProvisionedModelThroughputResponse;
import software.amazon.awssdk.services.bedrock.model.ListProvisionedModelThroughputsRequest;
import software.amazon.awssdk.services.bedrock.model.ProvisionedModelSummary;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListProvisionedModelThroughputs and GetProvisionedModelThroughput. */
class ProvisionedModelThroughputsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(
      Consumer<ListProvisionedModelThroughputsRequest.Builder> request) {
    return bench
        .client()
        .listProvisionedModelThroughputs(request)
        .provisionedModelSummaries()
        .stream()
        .map(ProvisionedModelSummary::provisionedModelName)
        .toList();
  }

  private static GetProvisionedModelThroughputResponse get(String identifier) {
    return bench.client().getProvisionedModelThroughput(r -> r.provisionedModelId(identifier));
  }

  @Test
  void throughputHasEveryField() {
    GetProvisionedModelThroughputResponse support = get("support-v1");
    assertThat(get(ARN + "5e0b97d4c2fa")).matches(support::equalsBySdkFields);
    assertThat(support.modelArn()).isEqualTo(support.desiredModelArn()).endsWith("/b7f2c95e01d3");
    assertThat(support.foundationModelArn())
        .endsWith("::foundation-model/amazon.nova-lite-v1:0:300k");
    assertThat(support.modelUnits()).isEqualTo(2);
    assertThat(support.commitmentDurationAsString()).isEqualTo("SixMonths");
    assertThat(support.commitmentExpirationTime()).isAfter(support.lastModifiedTime());
    assertThat(get("support-v2").desiredModelUnits()).isEqualTo(2);
    assertThat(get("support-v2").modelUnits()).isEqualTo(1);
    assertThat(get("support-v2").commitmentDuration()).isNull();
    assertThat(get("claims-burst").failureMessage()).contains("capacity");
  }

  @Test
  void filters() {
    assertThat(names(r -> r.statusEquals("InService"))).containsExactly("support-v1");
    assertThat(names(r -> r.nameContains("support"))).containsExactly("support-v2", "support-v1");
    assertThat(names(r -> r.modelArnEquals(get("support-v2").modelArn())))
        .containsExactly("ticket-routing", "support-v2");
    assertThat(names(r -> r.modelArnEquals(get("claims-burst").modelArn())))
        .containsExactly("claims-burst");
    Instant created = get("support-v2").creationTime();
    assertThat(names(r -> r.creationTimeBefore(created).sortOrder(SortOrder.ASCENDING)))
        .containsExactly("support-v1", "support-v2");
    assertThat(names(r -> r.creationTimeAfter(created)))
        .containsExactly("ticket-routing", "claims-burst", "support-v2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such", ARN + "abcdefghij12"})
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("provisioned model throughput " + identifier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a.b", ARN + "short"})
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("provisionedModelId");
  }
}
