package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;

/**
 * A job that copies a custom model from another Region, and perhaps from another account, with
 * every field of GetModelCopyJob, under its name there. It is a job of the Region that it copies
 * to. Any field but {@code jobArn}, {@code status}, {@code creationTime}, {@code targetModelArn},
 * {@code sourceAccountId} and {@code sourceModelArn} may be null: then the answer lacks it.
 */
public record ModelCopyJob(
    String jobArn,
    String status,
    Instant creationTime,
    String targetModelArn,
    String targetModelName,
    String sourceAccountId,
    String sourceModelArn,
    String targetModelKmsKeyArn,
    List<Tag> targetModelTags,
    String failureMessage,
    String sourceModelName) {

  /** A tag that the copy gets. */
  public record Tag(String key, String value) {}

  /** What the API offers of copy jobs, which have no tags. */
  public static final Resource<ModelCopyJob> RESOURCE =
      Resource.of(ModelCopyJob.class, "model copy job")
          .arn("jobArn", ModelCopyJob::jobArn)
          .name("targetModelName")
          .created(ModelCopyJob::creationTime)
          .list(listing())
          .get(
              Getting.of(
                  "GetModelCopyJob",
                  "/model-copy-jobs",
                  "jobArn",
                  Form.arn("model-copy-job", Getting.LONGEST_IDENTIFIER),
                  ModelCopyJob::write))
          .build();

  private static Listing<ModelCopyJob> listing() {
    return Listing.<ModelCopyJob>of(
            "ListModelCopyJobs", "/model-copy-jobs", "modelCopyJobSummaries", ModelCopyJob::write)
        .sortable()
        .filter("creationTimeAfter", Filter.after(ModelCopyJob::creationTime))
        .filter("creationTimeBefore", Filter.before(ModelCopyJob::creationTime))
        .filter(
            "statusEquals",
            Filter.oneOf(
                ImmutableSet.of("InProgress", "Completed", "Failed"), ModelCopyJob::status))
        .filter(
            "sourceAccountEquals",
            Filter.equalTo(Form.of("[0-9]{12}", 12), ModelCopyJob::sourceAccountId))
        .filter(
            "sourceModelArnEquals",
            Filter.equalTo(Form.BASE_MODEL_ARN, ModelCopyJob::sourceModelArn))
        // What the model calls targetModelNameContains has this name in a request.
        .filter(
            "outputModelNameContains",
            Filter.contains(Form.MODEL_NAME, ModelCopyJob::targetModelName));
  }

  private void write(Fields json) {
    json.always("jobArn", jobArn)
        .always("status", status)
        .always("creationTime", creationTime)
        .always("targetModelArn", targetModelArn)
        .always("sourceAccountId", sourceAccountId)
        .always("sourceModelArn", sourceModelArn)
        .maybe("targetModelName", targetModelName)
        .maybe("targetModelKmsKeyArn", targetModelKmsKeyArn)
        .maybe("targetModelTags", targetModelTags)
        .maybe("failureMessage", failureMessage)
        .maybe("sourceModelName", sourceModelName);
  }
}
