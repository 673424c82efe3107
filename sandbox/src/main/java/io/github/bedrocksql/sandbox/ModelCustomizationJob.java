package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A customization job with every field of GetModelCustomizationJob, under its name there. Any field
 * but {@code jobArn}, {@code jobName}, {@code status}, {@code creationTime}, {@code baseModelArn},
 * {@code outputModelName}, {@code roleArn} and the data's three may be null: then the answer lacks
 * it. What the API has as a structure is JSON here, as answers have it.
 *
 * @param outputModelArn null before the model is there; the List's name for it is customModelArn
 */
public record ModelCustomizationJob(
    String jobArn,
    String jobName,
    String status,
    JsonNode statusDetails,
    Instant creationTime,
    Instant lastModifiedTime,
    Instant endTime,
    String baseModelArn,
    String customizationType,
    String outputModelName,
    String outputModelArn,
    String clientRequestToken,
    String roleArn,
    String failureMessage,
    Map<String, String> hyperParameters,
    JsonNode trainingDataConfig,
    JsonNode validationDataConfig,
    JsonNode outputDataConfig,
    String outputModelKmsKeyArn,
    JsonNode trainingMetrics,
    List<JsonNode> validationMetrics,
    VpcConfig vpcConfig,
    JsonNode customizationConfig,
    Map<String, String> tags) {

  /** What the API offers of customization jobs. */
  public static final Resource<ModelCustomizationJob> RESOURCE =
      Resource.of(ModelCustomizationJob.class, "model customization job")
          .arn("jobArn", ModelCustomizationJob::jobArn)
          .name("jobName")
          .created(ModelCustomizationJob::creationTime)
          .tags(ModelCustomizationJob::tags)
          .list(listing())
          .get(
              Getting.<ModelCustomizationJob>of(
                      "GetModelCustomizationJob",
                      "/model-customization-jobs",
                      "jobIdentifier",
                      Form.arn(
                          "model-customization-job/" + Form.FOUNDATION_MODEL_ID.pattern(),
                          Getting.LONGEST_IDENTIFIER),
                      ModelCustomizationJob::writeDetail)
                  .orBy(
                      Form.JOB_NAME.upTo(Getting.LONGEST_IDENTIFIER),
                      ModelCustomizationJob::jobName))
          .build();

  private static Listing<ModelCustomizationJob> listing() {
    return Listing.<ModelCustomizationJob>of(
            "ListModelCustomizationJobs",
            "/model-customization-jobs",
            "modelCustomizationJobSummaries",
            ModelCustomizationJob::writeSummary)
        .sortable()
        .filter("creationTimeAfter", Filter.after(ModelCustomizationJob::creationTime))
        .filter("creationTimeBefore", Filter.before(ModelCustomizationJob::creationTime))
        .filter(
            "statusEquals",
            Filter.oneOf(
                ImmutableSet.of("InProgress", "Completed", "Failed", "Stopping", "Stopped"),
                ModelCustomizationJob::status))
        .filter("nameContains", Filter.contains(Form.JOB_NAME, ModelCustomizationJob::jobName));
  }

  private void writeSummary(Fields json) {
    json.always("jobArn", jobArn)
        .always("jobName", jobName)
        .always("baseModelArn", baseModelArn)
        .always("status", status)
        .always("creationTime", creationTime)
        .maybe("statusDetails", statusDetails)
        .maybe("lastModifiedTime", lastModifiedTime)
        .maybe("endTime", endTime)
        .maybe("customModelArn", outputModelArn)
        .maybe("customModelName", outputModelName)
        .maybe("customizationType", customizationType);
  }

  private void writeDetail(Fields json) {
    json.always("jobArn", jobArn)
        .always("jobName", jobName)
        .always("outputModelName", outputModelName)
        .always("roleArn", roleArn)
        .always("creationTime", creationTime)
        .always("baseModelArn", baseModelArn)
        .always("trainingDataConfig", trainingDataConfig)
        .always("validationDataConfig", validationDataConfig)
        .always("outputDataConfig", outputDataConfig)
        .maybe("status", status)
        .maybe("statusDetails", statusDetails)
        .maybe("lastModifiedTime", lastModifiedTime)
        .maybe("endTime", endTime)
        .maybe("outputModelArn", outputModelArn)
        .maybe("clientRequestToken", clientRequestToken)
        .maybe("failureMessage", failureMessage)
        .maybe("hyperParameters", hyperParameters)
        .maybe("customizationType", customizationType)
        .maybe("outputModelKmsKeyArn", outputModelKmsKeyArn)
        .maybe("trainingMetrics", trainingMetrics)
        .maybe("validationMetrics", validationMetrics)
        .maybe("vpcConfig", vpcConfig)
        .maybe("customizationConfig", customizationConfig);
  }
}
