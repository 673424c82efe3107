package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelCopyJobRequest;
import software.amazon.awssdk.services.bedrock.model.GetModelCopyJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelCopyJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelCopyJobsResponse;

/** The table {@code model_copy_jobs}, filled by List alone; the jobs have no tags. */
final class ModelCopyJobs {
  /** The API's pattern, possessive: it must not backtrack without end. */
  private static final Pattern NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private static final Statuses STATUSES =
      Statuses.changing("InProgress").andLast("Completed", "Failed");

  private static final ResourceType JOB =
      new ResourceType(
          "job",
          ListOperation.of(
              Operation.of(
                  "ListModelCopyJobs",
                  ListModelCopyJobsRequest::builder,
                  ListModelCopyJobsResponse::builder,
                  BedrockClient::listModelCopyJobs),
              "modelCopyJobSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetModelCopyJob",
                  GetModelCopyJobRequest::builder,
                  GetModelCopyJobResponse::builder,
                  BedrockClient::getModelCopyJob),
              "jobArn",
              List.of("jobArn")),
          KeyForms.arn("model-copy-job"),
          "jobArn");

  private ModelCopyJobs() {}

  /** Returns the table. */
  static ImmutableList<TableDefinition> tables() {
    TableDraft jobs =
        new TableDraft(
                "model_copy_jobs",
                "Jobs that copy a custom model from another Region or account, one row each",
                JOB)
            .arn("job_arn", "ARN of the job")
            .required("status", "status", "How far the job is: InProgress, Completed or Failed")
            .asStatus("statusEquals", STATUSES)
            .required("creation_time", "creationTime", "When the job was created, UTC")
            .asTime("creationTimeAfter", "creationTimeBefore");
    TableDraft copies =
        copy(source(target(jobs)).place())
            .summary("failure_message", "failureMessage", "Why the job failed; null: it did not");
    return ImmutableList.of(copies.build());
  }

  private static TableDraft target(TableDraft jobs) {
    return jobs.required("target_model_arn", "targetModelArn", "ARN of the copy")
        .summary(
            "target_model_name", "targetModelName", "Name of the copy; null: the API gave none")
        // So a request has it; elsewhere the API calls it targetModelNameContains.
        .asContained("outputModelNameContains", NAME);
  }

  private static TableDraft source(TableDraft jobs) {
    return jobs.required("source_model_arn", "sourceModelArn", "ARN of the model that is copied")
        .asFilter("sourceModelArnEquals", ModelArns.BASE)
        .summary(
            "source_model_name",
            "sourceModelName",
            "Name of the model that is copied; null: the API gave none")
        .required(
            "source_account_id",
            "sourceAccountId",
            "AWS account that owns the model that is copied")
        .asFilter("sourceAccountEquals", ACCOUNT);
  }

  private static TableDraft copy(TableDraft jobs) {
    return jobs.summary(
            "target_model_kms_key_arn",
            "targetModelKmsKeyArn",
            "ARN of the KMS key that encrypts the copy; null: a key that AWS owns")
        .summary(
            "target_model_tags",
            "targetModelTags",
            "Tags that the copy gets, a JSON array of objects; null: none");
  }
}
