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
import software.amazon.awssdk.services.bedrock.model.GetModelInvocationJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelInvocationJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ModelInvocationJobStatus;
import software.amazon.awssdk.services.bedrock.model.ModelInvocationJobSummary;
import software.amazon.awssdk.services.bedrock.model.ModelInvocationType;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListModelInvocationJobs and GetModelInvocationJob. */
class ModelInvocationJobsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListModelInvocationJobsRequest.Builder> request) {
    return bench.client().listModelInvocationJobs(request).invocationJobSummaries().stream()
        .map(ModelInvocationJobSummary::jobName)
        .toList();
  }

  private static GetModelInvocationJobResponse get(String identifier) {
    return bench.client().getModelInvocationJob(r -> r.jobIdentifier(identifier));
  }

  @Test
  void jobHasEveryField() {
    GetModelInvocationJobResponse job = get("0fe7a3c8d195");
    assertThat(get(ARN + "0fe7a3c8d195")).matches(job::equalsBySdkFields);
    assertThat(job.jobName()).isEqualTo("catalog-embeddings");
    assertThat(job.modelId()).endsWith("foundation-model/amazon.titan-embed-text-v2:0");
    assertThat(job.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/BedrockBatch");
    assertThat(job.status()).isEqualTo(ModelInvocationJobStatus.COMPLETED);
    assertThat(job.submitTime()).isBefore(job.endTime());
    assertThat(job.lastModifiedTime()).isEqualTo(job.endTime());
    assertThat(job.inputDataConfig().s3InputDataConfig().s3Uri())
        .isEqualTo("s3://acme-batch/catalog-embeddings/in/");
    assertThat(job.outputDataConfig().s3OutputDataConfig().s3EncryptionKeyId()).contains(":key/");
    assertThat(job.vpcConfig().subnetIds()).hasSize(2);
    assertThat(job.vpcConfig().securityGroupIds()).hasSize(1);
    assertThat(job.timeoutDurationInHours()).isEqualTo(72);
    assertThat(job.modelInvocationType()).isEqualTo(ModelInvocationType.INVOKE_MODEL);
    assertThat(job.totalRecordCount()).isEqualTo(250_000);
    assertThat(job.processedRecordCount()).isEqualTo(250_000);
    assertThat(job.successRecordCount()).isEqualTo(249_871);
    assertThat(job.errorRecordCount()).isEqualTo(129);
  }

  @Test
  void summaryHasTheSameFields() {
    for (ModelInvocationJobSummary summary :
        bench.client().listModelInvocationJobs(r -> {}).invocationJobSummaries()) {
      assertThat(get(summary.jobArn()).sdkFieldNameToField().keySet())
          .isEqualTo(summary.sdkFieldNameToField().keySet());
      assertThat(get(summary.jobArn()).toString().replace("Get", "").replace("Response", ""))
          .isEqualTo(summary.toString().replace("Summary", ""));
    }
  }

  @Test
  void filters() {
    for (ModelInvocationJobStatus status : ModelInvocationJobStatus.knownValues()) {
      assertThat(names(r -> r.statusEquals(status))).as("%s", status).isNotEmpty();
    }
    assertThat(names(r -> r.statusEquals(ModelInvocationJobStatus.EXPIRED)))
        .containsExactly("contract-clauses-2");
    assertThat(names(r -> r.nameContains("summaries")))
        .containsExactly("ticket-summaries-q3", "ticket-summaries-q2", "ticket-summaries-q1");
    Instant submitted = get("c5d80b92e6f1").submitTime();
    assertThat(names(r -> r.submitTimeBefore(submitted).sortOrder(SortOrder.ASCENDING)))
        .containsExactly(
            "ticket-summaries-q1",
            "ticket-summaries-q2",
            "catalog-embeddings",
            "support-replies-backtest");
    assertThat(names(r -> r.submitTimeAfter(submitted))).hasSize(10);
    assertThat(
            names(
                r ->
                    r.submitTimeAfter(submitted)
                        .statusEquals(ModelInvocationJobStatus.COMPLETED)
                        .nameContains("intent")))
        .containsExactly("intent-labels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcdefghij12", ARN + "abcdefghij12"})
  void unknownJobIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("model invocation job " + identifier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog-embeddings", "0fe7a3c8d19", "0FE7A3C8D195", ARN + "short"})
  void neitherNameNorOtherTextIsAnIdentifier(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("jobIdentifier");
  }

  @Test
  void badValuesAreRefused() {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.statusEquals("Done")))
        .withMessageContaining("statusEquals");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.nameContains("a b")))
        .withMessageContaining("nameContains");
  }

  @Test
  void emulatorsHaveOtherIds() {
    try (Bench other = new Bench(Sandbox.builder().sampleJobs().foreignIds())) {
      String arn = ARN + "JOB-0fe7a3c8d195.x";
      for (String identifier : List.of(arn, "JOB-0fe7a3c8d195.x")) {
        assertThat(other.client().getModelInvocationJob(r -> r.jobIdentifier(identifier)).jobArn())
            .isEqualTo(arn);
      }
    }
  }

  @Test
  void tags() {
    assertThat(bench.client().listTagsForResource(r -> r.resourceARN(ARN + "0fe7a3c8d195")).tags())
        .hasSize(1);
  }
}
