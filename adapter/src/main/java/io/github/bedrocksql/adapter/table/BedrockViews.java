package io.github.bedrocksql.adapter.table;

import static io.github.bedrocksql.adapter.table.ColumnType.BIGINT;
import static io.github.bedrocksql.adapter.table.ColumnType.TIMESTAMP;
import static io.github.bedrocksql.adapter.table.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;

/** The views over the tables of {@link BedrockTables}. */
public final class BedrockViews {
  private static final ViewDefinition JOBS =
      ViewDefinition.of("jobs", "Jobs of every kind, one row each")
          .column(
              "kind",
              VARCHAR,
              "Kind of the job: import, customization, copy, batch inference or evaluation")
          .column("job_arn", VARCHAR, "ARN of the job")
          .column("job_name", VARCHAR, "Name of the job; of a copy, that of the new model")
          .column("status", VARCHAR, "How far the job is, as its own table has it")
          .column("creation_time", TIMESTAMP, "When the job was created or submitted, UTC")
          .column(
              "end_time",
              TIMESTAMP,
              "When the job ended, UTC; null: it runs, or its kind has no such time")
          .column(
              "duration_seconds", BIGINT, "Whole seconds from creation to end; null as the end is")
          .column("failure_message", VARCHAR, "Why the job failed; null: it did not")
          .column("role_arn", VARCHAR, "IAM role that the job takes; null: its kind takes none")
          .column(
              "model_arn",
              VARCHAR,
              "Model that the job makes or invokes; null: there is none, or several")
          .column("region", VARCHAR, "AWS Region where the job is")
          .column("account_id", VARCHAR, "AWS account that owns the job")
          .part(
              "model_import_jobs",
              "import",
              "job_arn",
              "job_name",
              "status",
              "creation_time",
              "end_time",
              "duration_seconds",
              "failure_message",
              "role_arn",
              "imported_model_arn",
              "region",
              "account_id")
          .part(
              "model_customization_jobs",
              "customization",
              "job_arn",
              "job_name",
              "status",
              "creation_time",
              "end_time",
              "duration_seconds",
              "failure_message",
              "role_arn",
              "custom_model_arn",
              "region",
              "account_id")
          .part(
              "model_copy_jobs",
              "copy",
              "job_arn",
              "target_model_name",
              "status",
              "creation_time",
              null,
              null,
              "failure_message",
              null,
              "target_model_arn",
              "region",
              "account_id")
          .part(
              "model_invocation_jobs",
              "batch inference",
              "job_arn",
              "job_name",
              "status",
              "submit_time",
              "end_time",
              "duration_seconds",
              "message",
              "role_arn",
              "model_id",
              "region",
              "account_id")
          .part(
              "evaluation_jobs",
              "evaluation",
              "job_arn",
              "job_name",
              "status",
              "creation_time",
              null,
              null,
              "failure_messages",
              "role_arn",
              null,
              "region",
              "account_id");

  private static final ViewDefinition MODELS =
      ViewDefinition.of("models", "Foundation, custom and imported models, one row each")
          .column("kind", VARCHAR, "Kind of the model: foundation, custom or imported")
          .column("model_arn", VARCHAR, "ARN of the model")
          .column("model_name", VARCHAR, "Name of the model; null: the API gave none")
          .column(
              "status",
              VARCHAR,
              "Whether the model can be used, as its own table has it; null: an imported model")
          .column(
              "creation_time",
              TIMESTAMP,
              "When the model was created or first offered, UTC; null: the API gave none")
          .column(
              "base_model_arn",
              VARCHAR,
              "ARN of the model that it was made from; null: of none that the API names")
          .column(
              "base_model_name",
              VARCHAR,
              "Name of the model that it was made from; null: of none that the API names")
          .column("job_arn", VARCHAR, "ARN of the job that made it; null: none did")
          .column("region", VARCHAR, "AWS Region where the model is")
          .column(
              "account_id", VARCHAR, "AWS account that owns the model; null: a foundation model")
          .part(
              "foundation_models",
              "foundation",
              "model_arn",
              "model_name",
              "model_lifecycle_status",
              "model_lifecycle_start_of_life_time",
              null,
              null,
              null,
              "region",
              null)
          .part(
              "custom_models",
              "custom",
              "model_arn",
              "model_name",
              "model_status",
              "creation_time",
              "base_model_arn",
              "base_model_name",
              "job_arn",
              "region",
              "account_id")
          .part(
              "imported_models",
              "imported",
              "model_arn",
              "model_name",
              null,
              "creation_time",
              null,
              null,
              "job_arn",
              "region",
              "account_id");

  private static final ViewDefinition RESOURCE_TAGS =
      ViewDefinition.of("resource_tags", "Tags of every resource that can have some, one row each")
          .column("kind", VARCHAR, "Kind of the resource, such as custom model")
          .column("resource_arn", VARCHAR, "ARN of the resource")
          .column("tag_key", VARCHAR, "Key of the tag, unique for the resource")
          .column("tag_value", VARCHAR, "Value of the tag; empty: it has none")
          .column("region", VARCHAR, "AWS Region where the resource is")
          .column("account_id", VARCHAR, "AWS account that owns the resource")
          .part(
              "model_import_job_tags",
              "model import job",
              "job_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "imported_model_tags",
              "imported model",
              "model_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "custom_model_tags",
              "custom model",
              "model_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "model_customization_job_tags",
              "model customization job",
              "job_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "custom_model_deployment_tags",
              "custom model deployment",
              "custom_model_deployment_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "provisioned_model_throughput_tags",
              "provisioned model throughput",
              "provisioned_model_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "model_invocation_job_tags",
              "model invocation job",
              "job_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "evaluation_job_tags",
              "evaluation job",
              "job_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id")
          .part(
              "inference_profile_tags",
              "inference profile",
              "inference_profile_arn",
              "tag_key",
              "tag_value",
              "region",
              "account_id");

  private BedrockViews() {}

  /** Returns their definitions, in the order of the documentation. */
  public static ImmutableList<ViewDefinition> all() {
    return ImmutableList.of(JOBS, MODELS, RESOURCE_TAGS);
  }
}
