package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelInvocationJobRequest;
import software.amazon.awssdk.services.bedrock.model.GetModelInvocationJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelInvocationJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelInvocationJobsResponse;

/**
 * The table {@code model_invocation_jobs}, filled by List alone, and those of their VPC
 * configurations and tags.
 */
final class ModelInvocationJobs {
  private static final String TABLE = "model_invocation_jobs";

  /** The API's pattern without its needless nesting, which backtracks without end. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");

  private static final Statuses STATUSES =
      Statuses.changing("Submitted", "Validating", "Scheduled", "InProgress", "Stopping")
          .andLast("Completed", "PartiallyCompleted", "Failed", "Stopped", "Expired");

  private static final ResourceType JOB =
      new ResourceType(
              "job",
              ListOperation.of(
                  Operation.of(
                      "ListModelInvocationJobs",
                      ListModelInvocationJobsRequest::builder,
                      ListModelInvocationJobsResponse::builder,
                      BedrockClient::listModelInvocationJobs),
                  "invocationJobSummaries"),
              GetOperation.of(
                  Operation.of(
                      "GetModelInvocationJob",
                      GetModelInvocationJobRequest::builder,
                      GetModelInvocationJobResponse::builder,
                      BedrockClient::getModelInvocationJob),
                  "jobIdentifier",
                  List.of("jobArn")),
              KeyForms.arn("model-invocation-job").orId(),
              "jobArn")
          .keptOnceEnded(STATUSES, "status", "lastModifiedTime");

  private ModelInvocationJobs() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(jobs(), subnets(), securityGroups(), tags());
  }

  private static TableDraft keys(String table, String remark) {
    return new TableDraft(table, remark, JOB)
        .identifier("job_identifier", "The key to look a job up by: its ARN or its id")
        .arn("job_arn", "ARN of the job")
        .id("job_id", "Id of the job, the last part of its ARN")
        .summary("job_name", "jobName", "Name that the job was given; null: the API gave none")
        .asContained("nameContains", NAME);
  }

  private static TableDefinition jobs() {
    TableDraft jobs =
        keys(TABLE, "Batch inference jobs, one row each")
            .summary(
                "status",
                "status",
                "How far the job is, such as Scheduled or PartiallyCompleted; null: the API gave none")
            .asStatus("statusEquals", STATUSES)
            .required("model_id", "modelId", "Model that is invoked: an ARN or an id")
            .required("submit_time", "submitTime", "When the job was submitted, UTC")
            .asTime("submitTimeAfter", "submitTimeBefore")
            .summary(
                "last_modified_time",
                "lastModifiedTime",
                "When the job last changed, UTC; null: the API gave none")
            .summary("end_time", "endTime", "When the job ended, UTC; null while it runs")
            .seconds(
                "duration_seconds",
                "submitTime",
                "endTime",
                "Whole seconds from submission to end; null while the job runs")
            .place()
            .required("role_arn", "roleArn", "IAM role that the job takes")
            .summary("message", "message", "What the API says of the job; null: nothing");
    return records(vpc(output(input(jobs)))).build();
  }

  private static TableDraft input(TableDraft jobs) {
    return jobs.summaryUnion(
            "input_data_config_type",
            "inputDataConfig",
            "Kind of place that the input comes from, as the API spells it; null: the API gave none")
        .summary(
            "input_data_config_s3_uri",
            "inputDataConfig.s3InputDataConfig.s3Uri",
            "Amazon S3 URI of the input; null: it comes from elsewhere")
        .summary(
            "input_data_config_s3_input_format",
            "inputDataConfig.s3InputDataConfig.s3InputFormat",
            "Format of the input, such as JSONL; null: the API gave none")
        .summary(
            "input_data_config_s3_bucket_owner",
            "inputDataConfig.s3InputDataConfig.s3BucketOwner",
            "Account that owns the input's bucket; null: the API gave none");
  }

  private static TableDraft output(TableDraft jobs) {
    return jobs.summaryUnion(
            "output_data_config_type",
            "outputDataConfig",
            "Kind of place that the output goes to, as the API spells it; null: the API gave none")
        .summary(
            "output_data_config_s3_uri",
            "outputDataConfig.s3OutputDataConfig.s3Uri",
            "Amazon S3 URI of the output; null: it goes elsewhere")
        .summary(
            "output_data_config_s3_encryption_key_id",
            "outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId",
            "KMS key that encrypts the output; null: a key that AWS owns")
        .summary(
            "output_data_config_s3_bucket_owner",
            "outputDataConfig.s3OutputDataConfig.s3BucketOwner",
            "Account that owns the output's bucket; null: the API gave none");
  }

  private static TableDraft vpc(TableDraft jobs) {
    return jobs.summary(
            "vpc_config_subnet_ids",
            VpcTables.SUBNETS,
            "Subnets that the job works in, a JSON array of ids; null: no VPC")
        .summary(
            "vpc_config_security_group_ids",
            VpcTables.SECURITY_GROUPS,
            "Security groups that the job works with, a JSON array of ids; null: no VPC");
  }

  private static TableDraft records(TableDraft jobs) {
    return jobs.summary(
            "timeout_duration_in_hours",
            "timeoutDurationInHours",
            "Hours after which the job expires; null: the API gave none")
        .summary(
            "job_expiration_time",
            "jobExpirationTime",
            "When the job expires, UTC; null: the API gave none")
        .summary(
            "model_invocation_type",
            "modelInvocationType",
            "How the model is called, InvokeModel or Converse; null: the API gave none")
        .summary(
            "total_record_count",
            "totalRecordCount",
            "Records in the input; null: the API gave none")
        .summary(
            "processed_record_count",
            "processedRecordCount",
            "Records that were processed; null: the API gave none")
        .summary(
            "success_record_count",
            "successRecordCount",
            "Records that were answered; null: the API gave none")
        .summary(
            "error_record_count",
            "errorRecordCount",
            "Records that failed; null: the API gave none");
  }

  private static TableDefinition subnets() {
    return VpcTables.subnets(
        keys(
                "model_invocation_job_subnets",
                "Subnets of the batch inference jobs' VPC configurations, one row each")
            .listedElementsOf(TABLE, VpcTables.SUBNETS));
  }

  private static TableDefinition securityGroups() {
    return VpcTables.securityGroups(
        keys(
                "model_invocation_job_security_groups",
                "Security groups of the batch inference jobs' VPC configurations, one row each")
            .listedElementsOf(TABLE, VpcTables.SECURITY_GROUPS));
  }

  private static TableDefinition tags() {
    return Tags.of(
        "model_invocation_job_tags",
        "Tags of the batch inference jobs, one row each",
        TABLE,
        JOB,
        "job_arn",
        "ARN of the job");
  }
}
