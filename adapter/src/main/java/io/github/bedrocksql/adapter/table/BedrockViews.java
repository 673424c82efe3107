package io.github.bedrocksql.adapter.table;

import static io.github.bedrocksql.adapter.table.ColumnType.BIGINT;
import static io.github.bedrocksql.adapter.table.ColumnType.TIMESTAMP;
import static io.github.bedrocksql.adapter.table.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;
import java.util.Map;

/** The views over the tables of {@link BedrockTables}. */
public final class BedrockViews {
  private static final ImmutableList<ViewDefinition> ALL =
      ImmutableList.of(ofJobs(jobs()), ofModels(models()), ofTags(resourceTags()));

  private BedrockViews() {}

  /** Returns their definitions, in the order of the documentation. */
  public static ImmutableList<ViewDefinition> all() {
    return ALL;
  }

  private static ViewDefinition jobs() {
    return ViewDefinition.of("jobs", "Jobs of every kind, one row each")
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
        .column("account_id", VARCHAR, "AWS account that owns the job");
  }

  private static ViewDefinition ofJobs(ViewDefinition view) {
    return view.part("model_import_jobs", "import", Map.of("model_arn", "imported_model_arn"))
        .part("model_customization_jobs", "customization", Map.of("model_arn", "custom_model_arn"))
        .part(
            "model_copy_jobs",
            "copy",
            Map.of("job_name", "target_model_name", "model_arn", "target_model_arn"))
        .part(
            "model_invocation_jobs",
            "batch inference",
            Map.of(
                "creation_time", "submit_time",
                "failure_message", "message",
                "model_arn", "model_id"))
        .part("evaluation_jobs", "evaluation", Map.of("failure_message", "failure_messages"));
  }

  private static ViewDefinition models() {
    return ViewDefinition.of("models", "Foundation, custom and imported models, one row each")
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
        .column("account_id", VARCHAR, "AWS account that owns the model; null: a foundation model");
  }

  private static ViewDefinition ofModels(ViewDefinition view) {
    return view.part(
            "foundation_models",
            "foundation",
            Map.of(
                "status", "model_lifecycle_status",
                "creation_time", "model_lifecycle_start_of_life_time"))
        .part("custom_models", "custom", Map.of("status", "model_status"))
        .part("imported_models", "imported", Map.of());
  }

  private static ViewDefinition resourceTags() {
    return ViewDefinition.of(
            "resource_tags", "Tags of every resource that can have some, one row each")
        .column("kind", VARCHAR, "Kind of the resource, such as custom model")
        .column("resource_arn", VARCHAR, "ARN of the resource")
        .column("tag_key", VARCHAR, "Key of the tag, unique for the resource")
        .column("tag_value", VARCHAR, "Value of the tag; empty: it has none")
        .column("region", VARCHAR, "AWS Region where the resource is")
        .column("account_id", VARCHAR, "AWS account that owns the resource");
  }

  private static ViewDefinition ofTags(ViewDefinition view) {
    return view.part("model_import_job_tags", "model import job", arn("job_arn"))
        .part("imported_model_tags", "imported model", arn("model_arn"))
        .part("custom_model_tags", "custom model", arn("model_arn"))
        .part("model_customization_job_tags", "model customization job", arn("job_arn"))
        .part(
            "custom_model_deployment_tags",
            "custom model deployment",
            arn("custom_model_deployment_arn"))
        .part(
            "provisioned_model_throughput_tags",
            "provisioned model throughput",
            arn("provisioned_model_arn"))
        .part("model_invocation_job_tags", "model invocation job", arn("job_arn"))
        .part("evaluation_job_tags", "evaluation job", arn("job_arn"))
        .part("inference_profile_tags", "inference profile", arn("inference_profile_arn"));
  }

  private static Map<String, String> arn(String column) {
    return Map.of("resource_arn", column);
  }
}
