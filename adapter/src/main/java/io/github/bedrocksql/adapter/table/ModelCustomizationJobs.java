package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelCustomizationJobRequest;
import software.amazon.awssdk.services.bedrock.model.GetModelCustomizationJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelCustomizationJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelCustomizationJobsResponse;

/** The table {@code model_customization_jobs}, and that of their tags. */
final class ModelCustomizationJobs {
  private static final String TABLE = "model_customization_jobs";

  /** The API's pattern without its needless nesting, which backtracks without end. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");

  private static final int MAX_NAME_LENGTH = 63;

  private static final Statuses STATUSES =
      Statuses.changing("InProgress", "Stopping").andLast("Completed", "Failed", "Stopped");

  private static final ResourceType JOB =
      new ResourceType(
              "job",
              ListOperation.of(
                  Operation.of(
                      "ListModelCustomizationJobs",
                      ListModelCustomizationJobsRequest::builder,
                      ListModelCustomizationJobsResponse::builder,
                      BedrockClient::listModelCustomizationJobs),
                  "modelCustomizationJobSummaries"),
              GetOperation.of(
                  Operation.of(
                      "GetModelCustomizationJob",
                      GetModelCustomizationJobRequest::builder,
                      GetModelCustomizationJobResponse::builder,
                      BedrockClient::getModelCustomizationJob),
                  "jobIdentifier",
                  List.of("jobArn", "jobName")),
              KeyForms.longArn("model-customization-job").orName(NAME, MAX_NAME_LENGTH),
              "jobArn")
          .keptOnceEnded(STATUSES, "status", "lastModifiedTime");

  private ModelCustomizationJobs() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(jobs(), subnets(), securityGroups(), tags());
  }

  private static TableDraft keys(String table, String remark) {
    return new TableDraft(table, remark, JOB)
        .identifier("job_identifier", "The key to look a job up by: its ARN or its name")
        .arn("job_arn", "ARN of the job")
        .required("job_name", "jobName", "Name that the job was given")
        .asName("nameContains", NAME);
  }

  private static TableDefinition jobs() {
    TableDraft jobs =
        keys(TABLE, "Jobs that make custom models, one row each")
            .summary(
                "status",
                "status",
                "How far the job is, such as InProgress or Stopped; null: the API gave none")
            .asStatus("statusEquals", STATUSES)
            .required("base_model_arn", "baseModelArn", "ARN of the model that is customized")
            .summary(
                "customization_type",
                "customizationType",
                "How it is customized, such as FINE_TUNING; null: the API gave none")
            .summary(
                "custom_model_arn",
                "customModelArn",
                "outputModelArn",
                "ARN of the model that the job makes; null while there is none")
            .summary(
                "custom_model_name",
                "customModelName",
                "outputModelName",
                "Name of the model that the job makes; null: the API gave none");
    times(jobs).place();
    phase(jobs, "validation", "validationDetails", "validation");
    phase(jobs, "data_processing", "dataProcessingDetails", "data processing");
    phase(jobs, "training", "trainingDetails", "training");
    details(jobs);
    return CustomizationColumns.addTo(jobs).build();
  }

  private static TableDraft times(TableDraft jobs) {
    return jobs.required("creation_time", "creationTime", "When the job was created, UTC")
        .asTime("creationTimeAfter", "creationTimeBefore")
        .summary(
            "last_modified_time",
            "lastModifiedTime",
            "When the job last changed, UTC; null: the API gave none")
        .summary("end_time", "endTime", "When the job ended, UTC; null while it runs")
        .seconds(
            "duration_seconds",
            "creationTime",
            "endTime",
            "Whole seconds from creation to end; null while the job runs");
  }

  private static void details(TableDraft jobs) {
    jobs.detail("role_arn", "roleArn", "IAM role that the job takes")
        .detail("failure_message", "failureMessage", "Why the job failed; null: it did not")
        .detail(
            "client_request_token",
            "clientRequestToken",
            "Token of the request that made the job; null: the API gave none")
        .detail(
            "output_model_kms_key_arn",
            "outputModelKmsKeyArn",
            "ARN of the KMS key that encrypts the model; null: a key that AWS owns")
        .detail(
            "vpc_config_subnet_ids",
            VpcTables.SUBNETS,
            "Subnets that the job works in, a JSON array of ids; null: no VPC")
        .detail(
            "vpc_config_security_group_ids",
            VpcTables.SECURITY_GROUPS,
            "Security groups that the job works with, a JSON array of ids; null: no VPC");
  }

  /** Adds what the status details say of one phase of the job. */
  private static void phase(TableDraft jobs, String column, String field, String noun) {
    String columns = "status_details_" + column + "_details_";
    String fields = "statusDetails." + field + ".";
    jobs.summary(
            columns + "status",
            fields + "status",
            "How far the " + noun + " is, such as NotStarted; null: the API gave none")
        .summary(
            columns + "creation_time",
            fields + "creationTime",
            "When the " + noun + " began, UTC; null: the API gave none")
        .summary(
            columns + "last_modified_time",
            fields + "lastModifiedTime",
            "When the " + noun + " last changed, UTC; null: the API gave none");
  }

  private static TableDefinition subnets() {
    return VpcTables.subnets(
        keys(
                "model_customization_job_subnets",
                "Subnets of the customization jobs' VPC configurations, one row each")
            .elementsOf(TABLE, VpcTables.SUBNETS));
  }

  private static TableDefinition securityGroups() {
    return VpcTables.securityGroups(
        keys(
                "model_customization_job_security_groups",
                "Security groups of the customization jobs' VPC configurations, one row each")
            .elementsOf(TABLE, VpcTables.SECURITY_GROUPS));
  }

  private static TableDefinition tags() {
    return Tags.of(
        "model_customization_job_tags",
        "Tags of the customization jobs, one row each",
        TABLE,
        JOB,
        "job_arn",
        "ARN of the job");
  }
}
