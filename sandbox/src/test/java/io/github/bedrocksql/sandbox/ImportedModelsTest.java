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
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ImportedModelSummary;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** GetImportedModel and ListImportedModels: the models that completed jobs made. */
class ImportedModelsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:imported-model/";

  @AutoClose
  private static final Bench bench =
      new Bench(Sandbox.builder().generatedJobs(Bench.REGION, 12).sampleJobs());

  private static GetImportedModelResponse get(String identifier) {
    return bench.client().getImportedModel(r -> r.modelIdentifier(identifier));
  }

  private static List<String> names(Consumer<ListImportedModelsRequest.Builder> request) {
    return bench.client().listImportedModels(request).modelSummaries().stream()
        .map(ImportedModelSummary::modelName)
        .toList();
  }

  @Test
  void modelHasEveryField() {
    GetImportedModelResponse model = get("model-00006");
    GetModelImportJobResponse job =
        bench.client().getModelImportJob(r -> r.jobIdentifier("job-00006"));
    assertThat(model.modelArn()).isEqualTo(ARN + "model0000006").isEqualTo(job.importedModelArn());
    assertThat(model.modelName()).isEqualTo("model-00006");
    assertThat(model.jobArn()).isEqualTo(job.jobArn());
    assertThat(model.jobName()).isEqualTo("job-00006");
    assertThat(model.creationTime()).isEqualTo(job.endTime());
    assertThat(model.modelDataSource()).isEqualTo(job.modelDataSource());
    assertThat(model.modelKmsKeyArn()).isEqualTo(job.importedModelKmsKeyArn());
    assertThat(model.instructSupported()).isFalse();
    assertThat(model.modelArchitecture()).isEqualTo("job");
    assertThat(model.customModelUnits().customModelUnitsPerModelCopy()).isEqualTo(1);
    assertThat(model.customModelUnits().customModelUnitsVersion()).isEqualTo("1.0");
  }

  @Test
  void arnAndNameAreTheSameModel() {
    GetImportedModelResponse byName = get("model-00006");
    assertThat(get(ARN + "model0000006")).matches(model -> model.equalsBySdkFields(byName));
  }

  @Test
  void architectureAndInstructionsFollowTheJob() {
    GetImportedModelResponse model =
        bench
            .client("eu-central-1")
            .getImportedModel(r -> r.modelIdentifier("llama-3-1-8b-kundenservice"));
    assertThat(model.modelArchitecture()).isEqualTo("llama");
    assertThat(model.instructSupported()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"model-00001", "model-00003", "job-00002", ARN + "model0000001"})
  void whatMadeNoModelIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("imported model " + identifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-a",
        "a--b",
        "a.b",
        "a b",
        ARN + "short",
        ARN + "MODEL0000006",
        "arn:aws:bedrock:us-east-1:123456789012:model-import-job/jobid0000006"
      })
  void whatCannotBeAnIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("modelIdentifier");
  }

  @Test
  void identifierHas1011CharactersAtMost() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get("a".repeat(1011)));
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> get("a".repeat(1012)));
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> get("a".repeat(50_000)));
  }

  @Test
  void onlyCompletedJobsHaveModels() {
    assertThat(names(r -> r.sortOrder(SortOrder.ASCENDING)))
        .containsExactly(
            "model-00002",
            "model-00004",
            "model-00006",
            "model-00008",
            "model-00010",
            "model-00012");
  }

  @Test
  void summaryHasTheSameFieldsAsTheModel() {
    for (ImportedModelSummary summary :
        bench.client().listImportedModels(r -> {}).modelSummaries()) {
      GetImportedModelResponse model = get(summary.modelArn());
      assertThat(summary)
          .isEqualTo(
              ImportedModelSummary.builder()
                  .modelArn(model.modelArn())
                  .modelName(model.modelName())
                  .creationTime(model.creationTime())
                  .instructSupported(model.instructSupported())
                  .modelArchitecture(model.modelArchitecture())
                  .build());
    }
  }

  @Test
  void filtersAndOrderAreThoseOfTheModel() {
    Instant creation = get("model-00006").creationTime();
    assertThat(names(r -> r.nameContains("0001"))).containsExactly("model-00012", "model-00010");
    assertThat(names(r -> r.nameContains("job"))).isEmpty();
    assertThat(names(r -> r.creationTimeAfter(creation).sortOrder(SortOrder.ASCENDING)))
        .startsWith("model-00006")
        .hasSize(4);
    assertThat(names(r -> r.creationTimeBefore(creation)))
        .containsExactly("model-00006", "model-00004", "model-00002");
    assertThat(names(r -> {})).startsWith("model-00012").hasSize(6);
  }
}
