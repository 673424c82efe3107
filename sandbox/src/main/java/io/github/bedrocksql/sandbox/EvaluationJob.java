package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An evaluation job with every field of ListEvaluationJobs and GetEvaluationJob, under its name
 * there. Any field but {@code jobArn}, {@code jobName}, {@code status}, {@code creationTime},
 * {@code jobType}, {@code evaluationTaskTypes}, {@code roleArn} and the three configurations may be
 * null: then the answer lacks it. What the API has as a structure is JSON here, as answers have it.
 */
public record EvaluationJob(
    String jobArn,
    String jobName,
    String status,
    Instant creationTime,
    String jobType,
    String applicationType,
    List<String> evaluationTaskTypes,
    List<String> modelIdentifiers,
    List<String> ragIdentifiers,
    List<String> evaluatorModelIdentifiers,
    List<String> customMetricsEvaluatorModelIdentifiers,
    JsonNode inferenceConfigSummary,
    String jobDescription,
    String roleArn,
    String customerEncryptionKeyId,
    JsonNode evaluationConfig,
    JsonNode inferenceConfig,
    JsonNode outputDataConfig,
    Instant lastModifiedTime,
    List<String> failureMessages,
    Map<String, String> tags) {

  /** What the API offers of evaluation jobs. */
  public static final Resource<EvaluationJob> RESOURCE =
      Resource.of(EvaluationJob.class, "evaluation job")
          .arn("jobArn", EvaluationJob::jobArn)
          .name("jobName")
          .created(EvaluationJob::creationTime)
          .tags(EvaluationJob::tags)
          .list(listing())
          .get(
              Getting.of(
                  "GetEvaluationJob",
                  "/evaluation-jobs",
                  "jobIdentifier",
                  Form.arn("evaluation-job", Getting.LONGEST_IDENTIFIER),
                  EvaluationJob::writeDetail))
          .build();

  private static Listing<EvaluationJob> listing() {
    return Listing.<EvaluationJob>of(
            "ListEvaluationJobs", "/evaluation-jobs", "jobSummaries", EvaluationJob::writeSummary)
        .sortable()
        .filter("creationTimeAfter", Filter.after(EvaluationJob::creationTime))
        .filter("creationTimeBefore", Filter.before(EvaluationJob::creationTime))
        .filter(
            "statusEquals",
            Filter.oneOf(
                ImmutableSet.of(
                    "InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting"),
                EvaluationJob::status))
        .filter(
            "applicationTypeEquals",
            Filter.oneOf(
                ImmutableSet.of("ModelEvaluation", "RagEvaluation"),
                EvaluationJob::applicationType))
        .filter(
            "nameContains",
            Filter.contains(Form.of("[a-z0-9](-*+[a-z0-9]){0,62}", 63), EvaluationJob::jobName));
  }

  private void writeSummary(Fields json) {
    write(json);
    json.always("evaluationTaskTypes", evaluationTaskTypes)
        .maybe("modelIdentifiers", modelIdentifiers)
        .maybe("ragIdentifiers", ragIdentifiers)
        .maybe("evaluatorModelIdentifiers", evaluatorModelIdentifiers)
        .maybe("customMetricsEvaluatorModelIdentifiers", customMetricsEvaluatorModelIdentifiers)
        .maybe("inferenceConfigSummary", inferenceConfigSummary);
  }

  private void writeDetail(Fields json) {
    write(json);
    json.always("roleArn", roleArn)
        .always("evaluationConfig", evaluationConfig)
        .always("inferenceConfig", inferenceConfig)
        .always("outputDataConfig", outputDataConfig)
        .maybe("jobDescription", jobDescription)
        .maybe("customerEncryptionKeyId", customerEncryptionKeyId)
        .maybe("lastModifiedTime", lastModifiedTime)
        .maybe("failureMessages", failureMessages);
  }

  private void write(Fields json) {
    json.always("jobArn", jobArn)
        .always("jobName", jobName)
        .always("status", status)
        .always("creationTime", creationTime)
        .always("jobType", jobType)
        .maybe("applicationType", applicationType);
  }
}
