package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetFoundationModelRequest;
import software.amazon.awssdk.services.bedrock.model.GetFoundationModelResponse;
import software.amazon.awssdk.services.bedrock.model.ListFoundationModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ListFoundationModelsResponse;

/**
 * The table {@code foundation_models}, filled by List alone, in one page; they have no tags. The
 * parameters that narrow by an element of a list are not used: a column of JSON is compared with no
 * element, but by functions.
 */
final class FoundationModels {
  private static final Pattern ID = Pattern.compile("(?!arn:)[a-zA-Z0-9][\\w.:-]*");
  private static final int MAX_ID_LENGTH = 2_048;
  private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9 -]{1,63}");

  /** No account owns a model: each that is asked has the same ones. */
  private static final ResourceType MODEL =
      new ResourceType(
          "model",
          ListOperation.of(
              Operation.of(
                  "ListFoundationModels",
                  ListFoundationModelsRequest::builder,
                  ListFoundationModelsResponse::builder,
                  BedrockClient::listFoundationModels),
              "modelSummaries"),
          GetOperation.inside(
              Operation.of(
                  "GetFoundationModel",
                  GetFoundationModelRequest::builder,
                  GetFoundationModelResponse::builder,
                  BedrockClient::getFoundationModel),
              "modelIdentifier",
              "modelDetails",
              List.of("modelArn", "modelId")),
          KeyForms.longArn("foundation-model").orName(ID, MAX_ID_LENGTH).shared(),
          "modelArn");

  private FoundationModels() {}

  /** Returns the table. */
  static ImmutableList<TableDefinition> tables() {
    TableDraft models =
        new TableDraft(
                "foundation_models",
                "Foundation models, one row for each in each Region that offers it",
                MODEL)
            .identifier("model_identifier", "The key to look a model up by: its ARN or its id")
            .arn("model_arn", "ARN of the model, which names no account")
            .required("model_id", "modelId", "Id of the model, such as amazon.nova-lite-v1:0")
            .asKey()
            .summary("model_name", "modelName", "Name of the model; null: the API gave none")
            .summary("provider_name", "providerName", "Who made the model; null: the API gave none")
            .asFilter("byProvider", PROVIDER)
            .region();
    return ImmutableList.of(lifecycle(abilities(models)).build());
  }

  private static TableDraft abilities(TableDraft models) {
    return models
        .summary(
            "input_modalities",
            "inputModalities",
            "What it takes, a JSON array such as [\"TEXT\",\"IMAGE\"]; null: the API gave none")
        .summary(
            "output_modalities",
            "outputModalities",
            "What it gives, a JSON array such as [\"TEXT\"]; null: the API gave none")
        .summary(
            "response_streaming_supported",
            "responseStreamingSupported",
            "Whether it can answer bit by bit; null: the API gave none")
        .summary(
            "customizations_supported",
            "customizationsSupported",
            "How it can be customized, a JSON array such as [\"FINE_TUNING\"]; null: the API gave"
                + " none")
        .summary(
            "inference_types_supported",
            "inferenceTypesSupported",
            "How it can be called, a JSON array such as [\"ON_DEMAND\"]; null: the API gave none");
  }

  private static TableDraft lifecycle(TableDraft models) {
    return models
        .summary(
            "model_lifecycle_status",
            "modelLifecycle.status",
            "Whether it is offered still: ACTIVE or LEGACY; null: the API gave none")
        .summary(
            "model_lifecycle_start_of_life_time",
            "modelLifecycle.startOfLifeTime",
            "When it was first offered, UTC; null: the API gave none")
        .summary(
            "model_lifecycle_legacy_time",
            "modelLifecycle.legacyTime",
            "When it is LEGACY, UTC; null: the API gave none")
        .summary(
            "model_lifecycle_public_extended_access_time",
            "modelLifecycle.publicExtendedAccessTime",
            "When its extended access begins, UTC; null: the API gave none")
        .summary(
            "model_lifecycle_end_of_life_time",
            "modelLifecycle.endOfLifeTime",
            "When it is no longer offered, UTC; null: the API gave none");
  }
}
