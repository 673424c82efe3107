package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobRequest;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;

/** The table {@code model_import_jobs}, and those of what a job has several of. */
final class ModelImportJobs {
  /** The API's pattern without its needless nesting, which backtracks without end. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");

  private static final String TABLE = "model_import_jobs";

  private static final int MAX_NAME_LENGTH = 63;

  /** One job runs at a time in an account and Region (quota). */
  private static final Statuses STATUSES =
      Statuses.changing("InProgress").andLast("Completed", "Failed").withMost(1, "InProgress");

  private static final ResourceType JOB =
      new ResourceType(
              "job",
              ListOperation.of(
                  Operation.of(
                      "ListModelImportJobs",
                      ListModelImportJobsRequest::builder,
                      ListModelImportJobsResponse::builder,
                      BedrockClient::listModelImportJobs),
                  "modelImportJobSummaries"),
              GetOperation.of(
                  Operation.of(
                      "GetModelImportJob",
                      GetModelImportJobRequest::builder,
                      GetModelImportJobResponse::builder,
                      BedrockClient::getModelImportJob),
                  "jobIdentifier",
                  List.of("jobArn", "jobName")),
              KeyForms.arn("model-import-job").orName(NAME, MAX_NAME_LENGTH),
              "jobArn")
          .keptOnceEnded(STATUSES, "status", "lastModifiedTime");

  private ModelImportJobs() {}

  /**
   * Returns the tables.
   *
   * @param nativeArrays whether columns of lists are arrays of SQL rather than JSON
   */
  static ImmutableList<TableDefinition> tables(boolean nativeArrays) {
    return ImmutableList.of(jobs(nativeArrays), subnets(), securityGroups(), tags());
  }

  private static TableDefinition jobs(boolean nativeArrays) {
    TableDraft jobs =
        keys(TABLE, "Custom model import jobs, one row each")
            .required("status", "status", "How far the job is: InProgress, Completed or Failed")
            .asStatus("statusEquals", STATUSES)
            .summary(
                "imported_model_name",
                "importedModelName",
                "Name that was asked for the model; null: the API gave none")
            .summary(
                "imported_model_arn",
                "importedModelArn",
                "ARN of the model that was made, which may be deleted since; null: none was made yet")
            .required("creation_time", "creationTime", "When the job was created, UTC")
            .asTime("creationTimeAfter", "creationTimeBefore")
            .summary(
                "last_modified_time",
                "lastModifiedTime",
                "When the job last changed, UTC; null: the API gave none")
            .summary(
                "end_time", "endTime", "When the job completed or failed, UTC; null while it runs")
            .seconds(
                "duration_seconds",
                "creationTime",
                "endTime",
                "Whole seconds from creation to end; null while the job runs")
            .place();
    return vpc(source(jobs), nativeArrays)
        .detail(
            "imported_model_kms_key_arn",
            "importedModelKmsKeyArn",
            "ARN of the KMS key that encrypts the model; null: a key that AWS owns")
        .build();
  }

  private static TableDraft source(TableDraft jobs) {
    return jobs.detail(
            "role_arn",
            "roleArn",
            "IAM role that the job takes to read the model's files; null: the API gave none")
        .union(
            "model_data_source_type",
            "modelDataSource",
            "Kind of place that the files come from, as the API spells it; null: the API gave none")
        .detail(
            "model_data_source_s3_uri",
            "modelDataSource.s3DataSource.s3Uri",
            "Amazon S3 URI of the model's files; null: they come from elsewhere")
        .detail("failure_message", "failureMessage", "Why the job failed; null: it did not");
  }

  private static TableDraft vpc(TableDraft jobs, boolean nativeArrays) {
    String subnets = "vpc_config_subnet_ids";
    String groups = "vpc_config_security_group_ids";
    return nativeArrays
        ? jobs.array(
                subnets, VpcTables.SUBNETS, "Ids of subnets that the job works in; empty: no VPC")
            .array(
                groups,
                VpcTables.SECURITY_GROUPS,
                "Ids of security groups that the job works with; empty: no VPC")
        : jobs.detail(
                subnets,
                VpcTables.SUBNETS,
                "Subnets that the job works in, a JSON array of ids; null: no VPC")
            .detail(
                groups,
                VpcTables.SECURITY_GROUPS,
                "Security groups that the job works with, a JSON array of ids; null: no VPC");
  }

  private static TableDraft keys(String table, String remark) {
    return new TableDraft(table, remark, JOB)
        .identifier("job_identifier", "The key to look a job up by: its ARN or its name")
        .arn("job_arn", "ARN of the import job, the only sure key")
        .required("job_name", "jobName", "Name that the job was given")
        .asName("nameContains", NAME);
  }

  private static TableDefinition subnets() {
    return VpcTables.subnets(
        keys(
                "model_import_job_subnets",
                "Subnets of the import jobs' VPC configurations, one row each")
            .elementsOf(TABLE, VpcTables.SUBNETS));
  }

  private static TableDefinition securityGroups() {
    return VpcTables.securityGroups(
        keys(
                "model_import_job_security_groups",
                "Security groups of the import jobs' VPC configurations, one row each")
            .elementsOf(TABLE, VpcTables.SECURITY_GROUPS));
  }

  private static TableDefinition tags() {
    return Tags.of(
        "model_import_job_tags",
        "Tags of the import jobs, one row each",
        TABLE,
        JOB,
        "job_arn",
        "ARN of the import job");
  }
}
