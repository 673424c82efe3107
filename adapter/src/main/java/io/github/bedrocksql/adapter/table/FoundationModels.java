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
 * The table {@code foundation_models}, filled by List alone, in one page, and those of their lists
 * that List can be narrowed by; they have no tags.
 */
final class FoundationModels {
  private static final String TABLE = "foundation_models";
  private static final Pattern ID = Pattern.compile("(?!arn:)[a-zA-Z0-9][\\w.:-]*");
  private static final int MAX_ID_LENGTH = 2_048;
  private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9 -]{1,63}");

  // The parameters do not accept values added later.
  private static final Pattern MODALITY = Pattern.compile("TEXT|IMAGE|EMBEDDING");
  private static final Pattern CUSTOMIZATION =
      Pattern.compile("FINE_TUNING|CONTINUED_PRE_TRAINING|DISTILLATION");
  private static final Pattern INFERENCE = Pattern.compile("ON_DEMAND|PROVISIONED");

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

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(models(), outputModalities(), customizations(), inferenceTypes());
  }

  private static TableDraft keys(String table, String remark) {
    return new TableDraft(table, remark, MODEL)
        .identifier("model_identifier", "The key to look a model up by: its ARN or its id")
        .arn("model_arn", "ARN of the model, which names no account")
        .required("model_id", "modelId", "Id of the model, such as amazon.nova-lite-v1:0")
        .asKey();
  }

  private static TableDefinition models() {
    TableDraft models =
        keys(TABLE, "Foundation models, one row for each in each Region that offers it")
            .summary("model_name", "modelName", "Name of the model; null: the API gave none")
            .summary("provider_name", "providerName", "Who made the model; null: the API gave none")
            .asFilter("byProvider", PROVIDER)
            .region();
    return lifecycle(abilities(models)).build();
  }

  private static TableDefinition outputModalities() {
    return keys("foundation_model_output_modalities", "What foundation models give, one row each")
        .listedElementsOf(TABLE, "outputModalities")
        .element("output_modality", "What the model gives, such as TEXT or IMAGE")
        .asFilter("byOutputModality", MODALITY)
        .region()
        .build();
  }

  private static TableDefinition customizations() {
    return keys(
            "foundation_model_customizations",
            "How foundation models can be customized, one row each")
        .listedElementsOf(TABLE, "customizationsSupported")
        .element("customization_type", "How the model can be customized, such as FINE_TUNING")
        .asFilter("byCustomizationType", CUSTOMIZATION)
        .region()
        .build();
  }

  private static TableDefinition inferenceTypes() {
    return keys(
            "foundation_model_inference_types", "How foundation models can be called, one row each")
        .listedElementsOf(TABLE, "inferenceTypesSupported")
        .element("inference_type", "How the model can be called, such as ON_DEMAND")
        .asFilter("byInferenceType", INFERENCE)
        .region()
        .build();
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
