package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelRequest;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsResponse;

/** The table {@code imported_models}, and that of its tags. */
final class ImportedModels {
  /** The API's pattern, possessive: it must not backtrack without end. */
  private static final Pattern NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  private static final String TABLE = "imported_models";

  private static final int MAX_NAME_LENGTH = 63;

  private static final ResourceType MODEL =
      new ResourceType(
          "model",
          ListOperation.of(
              Operation.of(
                  "ListImportedModels",
                  ListImportedModelsRequest::builder,
                  ListImportedModelsResponse::builder,
                  BedrockClient::listImportedModels),
              "modelSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetImportedModel",
                  GetImportedModelRequest::builder,
                  GetImportedModelResponse::builder,
                  BedrockClient::getImportedModel),
              "modelIdentifier",
              List.of("modelArn", "modelName")),
          KeyForms.arn("imported-model").orName(NAME, MAX_NAME_LENGTH),
          "modelArn");

  private ImportedModels() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(models(), tags());
  }

  private static TableDefinition models() {
    TableDraft models =
        new TableDraft(TABLE, "Imported models, one row each", MODEL)
            .identifier("model_identifier", "The key to look a model up by: its ARN or its name")
            .arn("model_arn", "ARN of the model, the only sure key")
            .required("model_name", "modelName", "Name that the model was given")
            .asName("nameContains", NAME)
            .required("creation_time", "creationTime", "When the model was created, UTC")
            .asTime("creationTimeAfter", "creationTimeBefore")
            .summary(
                "instruct_supported",
                "instructSupported",
                "Whether the model is tuned to follow instructions; null: the API gave none")
            .summary(
                "model_architecture",
                "modelArchitecture",
                "Architecture of the model, such as llama; null: the API gave none")
            .place();
    return details(models).build();
  }

  private static TableDraft details(TableDraft models) {
    return models
        .detail(
            "job_arn",
            "jobArn",
            "ARN of the import job that made the model; null: the API gave none")
        .detail(
            "job_name",
            "jobName",
            "Name of the import job that made the model; null: the API gave none")
        .union(
            "model_data_source_type",
            "modelDataSource",
            "Kind of place that the files came from, as the API spells it; null: the API gave none")
        .detail(
            "model_data_source_s3_uri",
            "modelDataSource.s3DataSource.s3Uri",
            "Amazon S3 URI of the model's files; null: they came from elsewhere")
        .detail(
            "model_kms_key_arn",
            "modelKmsKeyArn",
            "ARN of the KMS key that encrypts the model; null: a key that AWS owns")
        .detail(
            "custom_model_units_per_model_copy",
            "customModelUnits.customModelUnitsPerModelCopy",
            "Custom model units that one running copy of the model takes; null: the API gave none")
        .detail(
            "custom_model_units_version",
            "customModelUnits.customModelUnitsVersion",
            "Version of the custom model units that are counted; null: the API gave none");
  }

  private static TableDefinition tags() {
    return Tags.of(
        "imported_model_tags",
        "Tags of the imported models, one row each",
        TABLE,
        MODEL,
        "model_arn",
        "ARN of the model");
  }
}
