package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelRequest;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelResponse;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelsResponse;

/** The table {@code custom_models}, and that of their tags. */
final class CustomModels {
  private static final String TABLE = "custom_models";

  /** The API's pattern, possessive: it must not backtrack without end. */
  private static final Pattern NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  private static final int MAX_NAME_LENGTH = 63;

  private static final Statuses STATUSES = Statuses.changing("Creating", "Active", "Failed");

  /** A model may belong to another account that shares it. */
  private static final ResourceType MODEL =
      new ResourceType(
          "model",
          ListOperation.of(
              Operation.of(
                  "ListCustomModels",
                  ListCustomModelsRequest::builder,
                  ListCustomModelsResponse::builder,
                  BedrockClient::listCustomModels),
              "modelSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetCustomModel",
                  GetCustomModelRequest::builder,
                  GetCustomModelResponse::builder,
                  BedrockClient::getCustomModel),
              "modelIdentifier",
              List.of("modelArn", "modelName")),
          KeyForms.longArn("custom-model").orName(NAME, MAX_NAME_LENGTH).shared(),
          "modelArn");

  private CustomModels() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(models(), tags());
  }

  private static TableDefinition models() {
    TableDraft models =
        new TableDraft(
                TABLE, "Custom models, one row each, those that other accounts share too", MODEL)
            .identifier("model_identifier", "The key to look a model up by: its ARN or its name")
            .arn("model_arn", "ARN of the model, the only sure key")
            .required("model_name", "modelName", "Name that the model was given")
            .asName("nameContains", NAME)
            .required("creation_time", "creationTime", "When the model was created, UTC")
            .asTime("creationTimeAfter", "creationTimeBefore")
            .summary(
                "model_status",
                "modelStatus",
                "Whether the model can be used: Creating, Active or Failed; null: the API gave none")
            .asStatus("modelStatus", STATUSES)
            .summary(
                "base_model_arn",
                "baseModelArn",
                "ARN of the model that it was made from; null: the API gave none")
            .asFilter("baseModelArnEquals", ModelArns.BASE)
            .onlyListed(
                "base_model_name", "baseModelName", "Name of the model that it was made from")
            .summary(
                "customization_type",
                "customizationType",
                "How the model was made, such as FINE_TUNING or IMPORTED; null: the API gave none")
            .toldByFilter(
                "is_owned",
                "isOwned",
                "Whether the model is the account's own; false: it is shared")
            .place();
    return CustomizationColumns.addTo(details(models)).build();
  }

  private static TableDraft details(TableDraft models) {
    return models
        .detail("job_arn", "jobArn", "ARN of the job that made the model; null: none did")
        .detail("job_name", "jobName", "Name of the job that made the model; null: none did")
        .detail(
            "model_kms_key_arn",
            "modelKmsKeyArn",
            "ARN of the KMS key that encrypts the model; null: a key that AWS owns")
        .detail(
            "failure_message",
            "failureMessage",
            "Why the model could not be made; null: nothing failed");
  }

  private static TableDefinition tags() {
    return Tags.of(
        "custom_model_tags",
        "Tags of the custom models, one row each",
        TABLE,
        MODEL,
        "model_arn",
        "ARN of the model");
  }
}
