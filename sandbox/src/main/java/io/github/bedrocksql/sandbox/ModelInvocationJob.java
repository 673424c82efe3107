package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Map;

/**
 * A batch inference job with every field of GetModelInvocationJob, under its name there. Any field
 * but {@code jobArn}, {@code jobName}, {@code modelId}, {@code roleArn}, {@code submitTime} and the
 * data's two may be null: then the answer lacks it. What the API has as a union is JSON here, as
 * answers have it.
 */
public record ModelInvocationJob(
    String jobArn,
    String jobName,
    String modelId,
    String clientRequestToken,
    String roleArn,
    String status,
    String message,
    Instant submitTime,
    Instant lastModifiedTime,
    Instant endTime,
    JsonNode inputDataConfig,
    JsonNode outputDataConfig,
    VpcConfig vpcConfig,
    Integer timeoutDurationInHours,
    Instant jobExpirationTime,
    String modelInvocationType,
    Long totalRecordCount,
    Long processedRecordCount,
    Long successRecordCount,
    Long errorRecordCount,
    Map<String, String> tags) {

  private static final ImmutableSet<String> STATUSES =
      ImmutableSet.of(
          "Submitted",
          "InProgress",
          "Completed",
          "Failed",
          "Stopping",
          "Stopped",
          "PartiallyCompleted",
          "Expired",
          "Validating",
          "Scheduled");

  /** What the API offers of batch inference jobs. */
  public static final Resource<ModelInvocationJob> RESOURCE =
      Resource.of(ModelInvocationJob.class, "model invocation job")
          .arn("jobArn", ModelInvocationJob::jobArn)
          .name("jobName")
          .created(ModelInvocationJob::submitTime)
          .tags(ModelInvocationJob::tags)
          .list(
              Listing.<ModelInvocationJob>of(
                      "ListModelInvocationJobs",
                      "/model-invocation-jobs",
                      "invocationJobSummaries",
                      ModelInvocationJob::writeSummary)
                  .sortable()
                  .filter("submitTimeAfter", Filter.after(ModelInvocationJob::submitTime))
                  .filter("submitTimeBefore", Filter.before(ModelInvocationJob::submitTime))
                  .filter("statusEquals", Filter.oneOf(STATUSES, ModelInvocationJob::status))
                  .filter(
                      "nameContains", Filter.contains(Form.JOB_NAME, ModelInvocationJob::jobName)))
          .get(
              Getting.<ModelInvocationJob>of(
                      "GetModelInvocationJob",
                      "/model-invocation-job",
                      "jobIdentifier",
                      Form.arn("model-invocation-job", Getting.LONGEST_IDENTIFIER),
                      ModelInvocationJob::writeDetail)
                  .orById(Form.ID))
          .build();

  private void writeSummary(Fields json) {
    json.always("jobName", jobName);
    write(json);
  }

  private void writeDetail(Fields json) {
    json.maybe("jobName", jobName);
    write(json);
  }

  private void write(Fields json) {
    json.always("jobArn", jobArn)
        .always("modelId", modelId)
        .maybe("clientRequestToken", clientRequestToken)
        .always("roleArn", roleArn)
        .maybe("status", status)
        .maybe("message", message)
        .always("submitTime", submitTime)
        .maybe("lastModifiedTime", lastModifiedTime)
        .maybe("endTime", endTime)
        .always("inputDataConfig", inputDataConfig)
        .always("outputDataConfig", outputDataConfig)
        .maybe("vpcConfig", vpcConfig)
        .maybe("timeoutDurationInHours", timeoutDurationInHours)
        .maybe("jobExpirationTime", jobExpirationTime)
        .maybe("modelInvocationType", modelInvocationType)
        .maybe("totalRecordCount", totalRecordCount)
        .maybe("processedRecordCount", processedRecordCount)
        .maybe("successRecordCount", successRecordCount)
        .maybe("errorRecordCount", errorRecordCount);
  }
}
