package io.github.bedrocksql.sandbox;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An imported model with every field of GetImportedModel. Before its {@code creationTime} the
 * endpoint does not show it. Any field but the first three may be null: then the answer lacks it.
 *
 * @param dataSourceType the tag of the data source's union
 * @param s3Uri null where the tag is another than {@code s3DataSource}
 * @param customModelUnits a copy of the model takes
 */
public record ImportedModel(
    String modelArn,
    String modelName,
    Instant creationTime,
    Boolean instructSupported,
    String modelArchitecture,
    String jobArn,
    String jobName,
    String dataSourceType,
    String s3Uri,
    String kmsKeyArn,
    Integer customModelUnits,
    ImmutableMap<String, String> tags) {
  /** What the API offers of imported models. */
  public static final Resource<ImportedModel> RESOURCE =
      Resource.of(ImportedModel.class, "imported model")
          .arn("modelArn", ImportedModel::modelArn)
          .name("modelName")
          .created(ImportedModel::creationTime)
          .tags(ImportedModel::tags)
          .at((model, now) -> Optional.of(model).filter(m -> !m.creationTime().isAfter(now)))
          .list(
              Listing.<ImportedModel>of(
                      "ListImportedModels",
                      "/imported-models",
                      "modelSummaries",
                      ImportedModel::writeSummary)
                  .sortable()
                  .filter(
                      "nameContains", Filter.contains(Form.MODEL_NAME, ImportedModel::modelName))
                  .filter("creationTimeAfter", Filter.after(ImportedModel::creationTime))
                  .filter("creationTimeBefore", Filter.before(ImportedModel::creationTime)))
          .get(
              Getting.<ImportedModel>of(
                      "GetImportedModel",
                      "/imported-models",
                      "modelIdentifier",
                      Form.arn("imported-model", Getting.LONGEST_IDENTIFIER),
                      ImportedModel::writeDetail)
                  .orBy(Form.MODEL_NAME.upTo(Getting.LONGEST_IDENTIFIER), ImportedModel::modelName))
          .build();

  /** Returns the models that jobs have made, or will have when they end. */
  static ImmutableList<ImportedModel> of(List<ImportJob> jobs) {
    return jobs.stream()
        .filter(job -> job.importedModelArn() != null && job.importedModelName() != null)
        .map(ImportedModel::of)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImportedModel of(ImportJob job) {
    return new ImportedModel(
        job.importedModelArn(),
        job.importedModelName(),
        job.lastModifiedTime(),
        job.jobName().contains("llama"),
        Splitter.on('-').splitToList(job.jobName()).get(0),
        job.jobArn(),
        job.jobName(),
        job.dataSourceType(),
        job.s3Uri(),
        job.kmsKeyArn(),
        1,
        job.tags());
  }

  private void writeSummary(Fields json) {
    json.always("modelArn", modelArn)
        .always("modelName", modelName)
        .always("creationTime", creationTime)
        .maybe("instructSupported", instructSupported)
        .maybe("modelArchitecture", modelArchitecture);
  }

  private void writeDetail(Fields json) {
    writeSummary(json);
    json.maybe("jobArn", jobArn)
        .maybe("jobName", jobName)
        .maybe("modelDataSource", DataSource.of(dataSourceType, s3Uri))
        .maybe("modelKmsKeyArn", kmsKeyArn)
        .maybe("customModelUnits", units());
  }

  private ImmutableMap<String, Object> units() {
    return customModelUnits == null
        ? null
        : ImmutableMap.of(
            "customModelUnitsPerModelCopy", customModelUnits, "customModelUnitsVersion", "1.0");
  }
}
