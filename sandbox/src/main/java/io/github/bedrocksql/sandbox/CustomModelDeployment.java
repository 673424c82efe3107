package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Map;

/**
 * A deployment of a custom model for on-demand inference, with every field of
 * GetCustomModelDeployment, under its name there. Any field but the first five may be null: then
 * the answer lacks it.
 *
 * @param modelDeploymentName the List's name for it is customModelDeploymentName
 * @param updateDetails JSON as answers have it
 */
public record CustomModelDeployment(
    String customModelDeploymentArn,
    String modelDeploymentName,
    String modelArn,
    Instant createdAt,
    String status,
    String description,
    JsonNode updateDetails,
    String failureMessage,
    Instant lastUpdatedAt,
    Map<String, String> tags) {

  /** What the API offers of deployments. */
  public static final Resource<CustomModelDeployment> RESOURCE =
      Resource.of(CustomModelDeployment.class, "custom model deployment")
          .arn("customModelDeploymentArn", CustomModelDeployment::customModelDeploymentArn)
          .name("modelDeploymentName")
          .created(CustomModelDeployment::createdAt)
          .tags(CustomModelDeployment::tags)
          .list(listing())
          .get(
              Getting.<CustomModelDeployment>of(
                      "GetCustomModelDeployment",
                      "/model-customization/custom-model-deployments",
                      "customModelDeploymentIdentifier",
                      Form.arn("custom-model-deployment", 93),
                      CustomModelDeployment::writeDetail)
                  .orBy(Form.MODEL_NAME, CustomModelDeployment::modelDeploymentName))
          .build();

  private static Listing<CustomModelDeployment> listing() {
    return Listing.<CustomModelDeployment>of(
            "ListCustomModelDeployments",
            "/model-customization/custom-model-deployments",
            "modelDeploymentSummaries",
            CustomModelDeployment::writeSummary)
        .sortable()
        .filter("createdBefore", Filter.before(CustomModelDeployment::createdAt))
        .filter("createdAfter", Filter.after(CustomModelDeployment::createdAt))
        .filter(
            "nameContains",
            Filter.contains(Form.MODEL_NAME, CustomModelDeployment::modelDeploymentName))
        .filter(
            "statusEquals",
            Filter.oneOf(
                ImmutableSet.of("Creating", "Active", "Failed"), CustomModelDeployment::status))
        .filter(
            "modelArnEquals",
            Filter.equalTo(Form.CUSTOM_MODEL_ARN.upTo(1011), CustomModelDeployment::modelArn));
  }

  private void writeSummary(Fields json) {
    json.always("customModelDeploymentName", modelDeploymentName);
    write(json);
  }

  private void writeDetail(Fields json) {
    json.always("modelDeploymentName", modelDeploymentName)
        .maybe("description", description)
        .maybe("updateDetails", updateDetails);
    write(json);
  }

  private void write(Fields json) {
    json.always("customModelDeploymentArn", customModelDeploymentArn)
        .always("modelArn", modelArn)
        .always("createdAt", createdAt)
        .always("status", status)
        .maybe("lastUpdatedAt", lastUpdatedAt)
        .maybe("failureMessage", failureMessage);
  }
}
