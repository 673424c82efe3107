package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;

/**
 * A foundation model with every field of GetFoundationModel, under its name there. Any field but
 * the first two and the lists may be null: then the answer lacks it.
 *
 * @param modelArn names no account
 */
public record FoundationModel(
    String modelArn,
    String modelId,
    String modelName,
    String providerName,
    List<String> inputModalities,
    List<String> outputModalities,
    Boolean responseStreamingSupported,
    List<String> customizationsSupported,
    List<String> inferenceTypesSupported,
    Lifecycle modelLifecycle) {

  /** How long a model is offered; any but the status may be null. */
  public record Lifecycle(
      String status,
      Instant startOfLifeTime,
      Instant endOfLifeTime,
      Instant legacyTime,
      Instant publicExtendedAccessTime) {}

  /** What the API offers of foundation models, which have neither order, pages nor tags. */
  public static final Resource<FoundationModel> RESOURCE =
      Resource.of(FoundationModel.class, "foundation model")
          .arn("modelArn", FoundationModel::modelArn)
          .name("modelName")
          .list(listing())
          .get(
              Getting.<FoundationModel>of(
                      "GetFoundationModel",
                      "/foundation-models",
                      "modelIdentifier",
                      Form.FOUNDATION_MODEL_ARN,
                      FoundationModel::writeDetail)
                  .orBy(Form.FOUNDATION_MODEL_ID, FoundationModel::modelId))
          .build();

  private static Listing<FoundationModel> listing() {
    return Listing.<FoundationModel>of(
            "ListFoundationModels", "/foundation-models", "modelSummaries", FoundationModel::write)
        .inOnePage()
        .filter(
            "byProvider",
            Filter.equalTo(Form.of("[A-Za-z0-9 -]{1,63}", 63), FoundationModel::providerName))
        .filter(
            "byCustomizationType",
            Filter.anyOf(
                ImmutableSet.of("FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION"),
                FoundationModel::customizationsSupported))
        .filter(
            "byOutputModality",
            Filter.anyOf(
                ImmutableSet.of("TEXT", "IMAGE", "EMBEDDING"), FoundationModel::outputModalities))
        .filter(
            "byInferenceType",
            Filter.anyOf(
                ImmutableSet.of("ON_DEMAND", "PROVISIONED"),
                FoundationModel::inferenceTypesSupported));
  }

  private void writeDetail(Fields json) {
    write(json.object("modelDetails"));
  }

  private void write(Fields json) {
    json.always("modelArn", modelArn)
        .always("modelId", modelId)
        .maybe("modelName", modelName)
        .maybe("providerName", providerName)
        .maybe("inputModalities", inputModalities)
        .maybe("outputModalities", outputModalities)
        .maybe("responseStreamingSupported", responseStreamingSupported)
        .maybe("customizationsSupported", customizationsSupported)
        .maybe("inferenceTypesSupported", inferenceTypesSupported)
        .maybe("modelLifecycle", modelLifecycle);
  }
}
