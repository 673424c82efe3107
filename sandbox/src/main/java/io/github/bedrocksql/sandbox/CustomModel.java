package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A custom model with every field of ListCustomModels and GetCustomModel, under its name there. Any
 * field but {@code modelArn}, {@code modelName}, {@code creationTime}, {@code baseModelArn} and
 * {@code baseModelName} may be null: then the answer lacks it. What the API has as a structure is
 * JSON here, as answers have it.
 *
 * @param ownerAccountId another than the account's own for a model that another account shares
 * @param foundationModelArn the model at the beginning of the chain of base models; in no answer,
 *     but one may filter by it
 */
public record CustomModel(
    String modelArn,
    String modelName,
    Instant creationTime,
    String baseModelArn,
    String baseModelName,
    String customizationType,
    String ownerAccountId,
    String modelStatus,
    String foundationModelArn,
    String jobName,
    String jobArn,
    String modelKmsKeyArn,
    Map<String, String> hyperParameters,
    JsonNode trainingDataConfig,
    JsonNode validationDataConfig,
    JsonNode outputDataConfig,
    JsonNode trainingMetrics,
    List<JsonNode> validationMetrics,
    JsonNode customizationConfig,
    String failureMessage,
    Map<String, String> tags) {

  /** What the API offers of custom models. */
  public static final Resource<CustomModel> RESOURCE =
      Resource.of(CustomModel.class, "custom model")
          .arn("modelArn", CustomModel::modelArn)
          .name("modelName")
          .created(CustomModel::creationTime)
          .tags(CustomModel::tags)
          .list(listing())
          .get(
              Getting.<CustomModel>of(
                      "GetCustomModel",
                      "/custom-models",
                      "modelIdentifier",
                      Form.CUSTOM_MODEL_ARN,
                      CustomModel::writeDetail)
                  .orBy(
                      Form.MODEL_NAME
                          .or(Form.FOUNDATION_MODEL_ID)
                          .or(Form.FOUNDATION_MODEL_ARN)
                          .upTo(2048),
                      CustomModel::modelName))
          .build();

  private static Listing<CustomModel> listing() {
    return Listing.<CustomModel>of(
            "ListCustomModels", "/custom-models", "modelSummaries", CustomModel::writeSummary)
        .sortable()
        .filter("creationTimeBefore", Filter.before(CustomModel::creationTime))
        .filter("creationTimeAfter", Filter.after(CustomModel::creationTime))
        .filter("nameContains", Filter.contains(Form.MODEL_NAME, CustomModel::modelName))
        .filter(
            "baseModelArnEquals", Filter.equalTo(Form.BASE_MODEL_ARN, CustomModel::baseModelArn))
        .filter(
            "foundationModelArnEquals",
            Filter.equalTo(Form.FOUNDATION_MODEL_ARN, CustomModel::foundationModelArn))
        .filter("isOwned", Filter.whether(scope -> model -> model.isOwnedBy(scope.accountId())))
        .filter(
            "modelStatus",
            Filter.oneOf(
                ImmutableSet.of("Active", "Creating", "Failed"), CustomModel::modelStatus));
  }

  private boolean isOwnedBy(String account) {
    return ownerAccountId == null || ownerAccountId.equals(account);
  }

  private void writeSummary(Fields json) {
    json.always("modelArn", modelArn)
        .always("modelName", modelName)
        .always("creationTime", creationTime)
        .always("baseModelArn", baseModelArn)
        .always("baseModelName", baseModelName)
        .maybe("customizationType", customizationType)
        .maybe("ownerAccountId", ownerAccountId)
        .maybe("modelStatus", modelStatus);
  }

  private void writeDetail(Fields json) {
    json.always("modelArn", modelArn)
        .always("modelName", modelName)
        .always("creationTime", creationTime)
        .maybe("baseModelArn", baseModelArn)
        .maybe("customizationType", customizationType)
        .maybe("modelStatus", modelStatus)
        .maybe("jobName", jobName)
        .maybe("jobArn", jobArn)
        .maybe("modelKmsKeyArn", modelKmsKeyArn)
        .maybe("hyperParameters", hyperParameters)
        .maybe("trainingDataConfig", trainingDataConfig)
        .maybe("validationDataConfig", validationDataConfig)
        .maybe("outputDataConfig", outputDataConfig)
        .maybe("trainingMetrics", trainingMetrics)
        .maybe("validationMetrics", validationMetrics)
        .maybe("customizationConfig", customizationConfig)
        .maybe("failureMessage", failureMessage);
  }
}
