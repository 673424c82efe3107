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
import software.amazon.awssdk.services.bedrock.model.EvaluationSummary;
import software.amazon.awssdk.services.bedrock.model.GetEvaluationJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListEvaluationJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListEvaluationJobs and GetEvaluationJob. */
class EvaluationJobsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:evaluation-job/";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  private static List<String> names(Consumer<ListEvaluationJobsRequest.Builder> request) {
    return bench.client().listEvaluationJobs(request).jobSummaries().stream()
        .map(EvaluationSummary::jobName)
        .toList();
  }

  private static GetEvaluationJobResponse get(String identifier) {
    return bench.client().getEvaluationJob(r -> r.jobIdentifier(identifier));
  }

  /** The API keeps the field beside the summary of the configuration that has taken its place. */
  @SuppressWarnings("deprecation")
  private static List<String> models(EvaluationSummary summary) {
    return summary.modelIdentifiers();
  }

  @SuppressWarnings("deprecation")
  private static List<String> knowledgeBases(EvaluationSummary summary) {
    return summary.ragIdentifiers();
  }

  private static EvaluationSummary summary(String name) {
    return bench.client().listEvaluationJobs(r -> r.nameContains(name)).jobSummaries().get(0);
  }

  @Test
  void jobOfAnImportedModel() {
    EvaluationSummary summary = summary("legal-summaries");
    assertThat(summary.evaluationTaskTypesAsStrings()).containsExactly("Summarization");
    assertThat(models(summary))
        .hasSize(2)
        .contains(
            bench
                .client()
                .getImportedModel(r -> r.modelIdentifier("llama-3-3-70b-legal"))
                .modelArn());
    assertThat(summary.inferenceConfigSummary().modelConfigSummary().bedrockModelIdentifiers())
        .isEqualTo(models(summary));
    GetEvaluationJobResponse job = get(ARN + "2f9b60d7c3e1");
    assertThat(job.jobArn()).isEqualTo(summary.jobArn());
    assertThat(job.status()).isEqualTo(summary.status());
    assertThat(job.jobType()).isEqualTo(summary.jobType());
    assertThat(job.applicationType()).isEqualTo(summary.applicationType());
    assertThat(job.creationTime()).isEqualTo(summary.creationTime());
    assertThat(job.jobDescription()).contains("200 contracts");
    assertThat(job.customerEncryptionKeyId()).contains(":key/");
    assertThat(job.outputDataConfig().s3Uri()).startsWith("s3://");
    assertThat(job.evaluationConfig().automated().datasetMetricConfigs()).hasSize(1);
    assertThat(job.inferenceConfig().models())
        .extracting(model -> model.bedrockModel().modelIdentifier())
        .isEqualTo(models(summary));
  }

  @Test
  void peopleAndKnowledgeBases() {
    assertThat(get(ARN + "8b41f7e0d92c").evaluationConfig().human().customMetrics()).hasSize(1);
    assertThat(knowledgeBases(summary("handbook"))).hasSize(1);
    assertThat(summary("handbook").evaluatorModelIdentifiers()).hasSize(1);
    assertThat(summary("moderation").customMetricsEvaluatorModelIdentifiers()).hasSize(1);
    assertThat(get(ARN + "71fd2b9ce6a0").failureMessages()).hasSize(2);
  }

  @Test
  void filters() {
    assertThat(names(r -> r.statusEquals("Completed"))).hasSize(3);
    assertThat(names(r -> r.statusEquals("Deleting"))).containsExactly("intent-old");
    assertThat(names(r -> r.applicationTypeEquals("RagEvaluation")))
        .containsExactly("handbook-answers");
    assertThat(names(r -> r.applicationTypeEquals("ModelEvaluation"))).hasSize(7);
    assertThat(names(r -> r.nameContains("support")))
        .containsExactly("support-replies-people", "support-tone-v1");
    Instant created = summary("support-tone-v1").creationTime();
    assertThat(names(r -> r.creationTimeBefore(created).sortOrder(SortOrder.ASCENDING)))
        .containsExactly("intent-old", "legal-summaries", "support-tone-v1");
    assertThat(names(r -> r.creationTimeAfter(created))).hasSize(6);
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> names(r -> r.nameContains("Legal")))
        .withMessageContaining("nameContains");
  }

  @ParameterizedTest
  @ValueSource(strings = {ARN + "abcdefghij12"})
  void unknownIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("evaluation job " + identifier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2f9b60d7c3e1", "legal-summaries", ARN + "short"})
  void whatIsNoIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("jobIdentifier");
  }
}
