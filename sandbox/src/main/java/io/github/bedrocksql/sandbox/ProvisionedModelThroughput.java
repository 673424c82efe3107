package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Map;

/**
 * A provisioned throughput with every field of GetProvisionedModelThroughput, under its name there.
 * The last four may be null: then the answer lacks them.
 *
 * @param commitmentDuration null without a commitment, as is the expiration
 */
public record ProvisionedModelThroughput(
    String provisionedModelName,
    String provisionedModelArn,
    String modelArn,
    String desiredModelArn,
    String foundationModelArn,
    int modelUnits,
    int desiredModelUnits,
    String status,
    Instant creationTime,
    Instant lastModifiedTime,
    String commitmentDuration,
    Instant commitmentExpirationTime,
    String failureMessage,
    Map<String, String> tags) {

  /** What the API offers of provisioned throughput. */
  public static final Resource<ProvisionedModelThroughput> RESOURCE =
      Resource.of(ProvisionedModelThroughput.class, "provisioned model throughput")
          .arn("provisionedModelArn", ProvisionedModelThroughput::provisionedModelArn)
          .name("provisionedModelName")
          .created(ProvisionedModelThroughput::creationTime)
          .tags(ProvisionedModelThroughput::tags)
          .list(listing())
          .get(
              Getting.<ProvisionedModelThroughput>of(
                      "GetProvisionedModelThroughput",
                      "/provisioned-model-throughput",
                      "provisionedModelId",
                      Form.arn("provisioned-model", Getting.LONGEST_IDENTIFIER),
                      ProvisionedModelThroughput::writeDetail)
                  .orBy(
                      Form.MODEL_NAME.upTo(Getting.LONGEST_IDENTIFIER),
                      ProvisionedModelThroughput::provisionedModelName))
          .build();

  private static Listing<ProvisionedModelThroughput> listing() {
    return Listing.<ProvisionedModelThroughput>of(
            "ListProvisionedModelThroughputs",
            "/provisioned-model-throughputs",
            "provisionedModelSummaries",
            ProvisionedModelThroughput::writeSummary)
        .sortable()
        .filter("creationTimeAfter", Filter.after(ProvisionedModelThroughput::creationTime))
        .filter("creationTimeBefore", Filter.before(ProvisionedModelThroughput::creationTime))
        .filter(
            "statusEquals",
            Filter.oneOf(
                ImmutableSet.of("Creating", "InService", "Updating", "Failed"),
                ProvisionedModelThroughput::status))
        .filter(
            "modelArnEquals",
            Filter.equalTo(Form.BASE_MODEL_ARN, ProvisionedModelThroughput::modelArn))
        .filter(
            "nameContains",
            Filter.contains(Form.MODEL_NAME, ProvisionedModelThroughput::provisionedModelName));
  }

  private void writeSummary(Fields json) {
    json.always("provisionedModelName", provisionedModelName)
        .always("provisionedModelArn", provisionedModelArn)
        .always("modelArn", modelArn)
        .always("desiredModelArn", desiredModelArn)
        .always("foundationModelArn", foundationModelArn)
        .always("modelUnits", modelUnits)
        .always("desiredModelUnits", desiredModelUnits)
        .always("status", status)
        .always("creationTime", creationTime)
        .always("lastModifiedTime", lastModifiedTime)
        .maybe("commitmentDuration", commitmentDuration)
        .maybe("commitmentExpirationTime", commitmentExpirationTime);
  }

  private void writeDetail(Fields json) {
    writeSummary(json);
    json.maybe("failureMessage", failureMessage);
  }
}
