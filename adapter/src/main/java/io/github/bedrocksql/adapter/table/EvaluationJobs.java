package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetEvaluationJobRequest;
import software.amazon.awssdk.services.bedrock.model.GetEvaluationJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListEvaluationJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListEvaluationJobsResponse;

/** The table {@code evaluation_jobs}, and those of their models and tags. */
final class EvaluationJobs {
  private static final String TABLE = "evaluation_jobs";

  /** What of a longer text the API accepts: no more than its length, and no hyphen at the end. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** The parameter does not accept values added later. */
  private static final Pattern APPLICATION = Pattern.compile("ModelEvaluation|RagEvaluation");

  /** A job that has ended may yet be deleted. */
  private static final Statuses STATUSES =
      Statuses.changing("InProgress", "Stopping", "Completed", "Failed", "Stopped", "Deleting");

  private static final String MODEL_SUMMARY = "inferenceConfigSummary.modelConfigSummary.";
  private static final String AUTOMATED = "evaluationConfig.automated.";
  private static final String HUMAN = "evaluationConfig.human.";

  private static final ResourceType JOB =
      new ResourceType(
          "job",
          ListOperation.of(
              Operation.of(
                  "ListEvaluationJobs",
                  ListEvaluationJobsRequest::builder,
                  ListEvaluationJobsResponse::builder,
                  BedrockClient::listEvaluationJobs),
              "jobSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetEvaluationJob",
                  GetEvaluationJobRequest::builder,
                  GetEvaluationJobResponse::builder,
                  BedrockClient::getEvaluationJob),
              "jobIdentifier",
              List.of("jobArn", "jobName")),
          KeyForms.arn("evaluation-job"),
          "jobArn");

  private EvaluationJobs() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(jobs(), models(), tags());
  }

  private static TableDefinition jobs() {
    TableDraft jobs =
        new TableDraft(TABLE, "Jobs that evaluate models or knowledge bases, one row each", JOB)
            .arn("job_arn", "ARN of the job, the only key")
            .required("job_name", "jobName", "Name that the job was given")
            .asContained("nameContains", NAME)
            .required("status", "status", "How far the job is, such as InProgress or Deleting")
            .asStatus("statusEquals", STATUSES)
            .required("job_type", "jobType", "Who evaluates: Human or Automated")
            .summary(
                "application_type",
                "applicationType",
                "What is evaluated: ModelEvaluation or RagEvaluation; null: the API gave none")
            .asFilter("applicationTypeEquals", APPLICATION)
            .required("creation_time", "creationTime", "When the job was created, UTC")
            .asTime("creationTimeAfter", "creationTimeBefore")
            .place();
    identifiers(jobs);
    details(jobs);
    automated(jobs);
    human(jobs);
    return inference(jobs).build();
  }

  private static void details(TableDraft jobs) {
    jobs.detail("job_description", "jobDescription", "What the job is for; null: no description")
        .detail("role_arn", "roleArn", "IAM role that the job takes")
        .detail(
            "customer_encryption_key_id",
            "customerEncryptionKeyId",
            "KMS key that encrypts the results; null: a key that AWS owns")
        .detail(
            "last_modified_time",
            "lastModifiedTime",
            "When the job last changed, UTC; null: the API gave none")
        .detail(
            "failure_messages",
            "failureMessages",
            "Why the job failed, a JSON array of texts; null: it did not")
        .detail(
            "output_data_config_s3_uri",
            "outputDataConfig.s3Uri",
            "Amazon S3 URI of the results; null: the API gave none");
  }

  /** Adds what only List says of what is evaluated. */
  private static void identifiers(TableDraft jobs) {
    String bases = "inferenceConfigSummary.ragConfigSummary.";
    jobs.onlyListed(
            "evaluation_task_types",
            "evaluationTaskTypes",
            "Tasks that are tried, a JSON array such as [\"Summarization\"]")
        .perhapsListed(
            "model_identifiers",
            "modelIdentifiers",
            "Models that are evaluated, a JSON array of ARNs or ids; null: none")
        .perhapsListed(
            "rag_identifiers",
            "ragIdentifiers",
            "Knowledge bases that are evaluated, a JSON array of ids; null: none")
        .perhapsListed(
            "evaluator_model_identifiers",
            "evaluatorModelIdentifiers",
            "Models that evaluate, a JSON array of ARNs or ids; null: none")
        .perhapsListed(
            "custom_metrics_evaluator_model_identifiers",
            "customMetricsEvaluatorModelIdentifiers",
            "Models that evaluate by metrics of the job's own, a JSON array; null: none")
        .perhapsListed(
            "inference_config_summary_model_config_summary_bedrock_model_identifiers",
            MODEL_SUMMARY + "bedrockModelIdentifiers",
            "Models in Bedrock that are evaluated, a JSON array; null: none")
        .perhapsListed(
            "inference_config_summary_model_config_summary_precomputed_inference_source_identifiers",
            MODEL_SUMMARY + "precomputedInferenceSourceIdentifiers",
            "Sources of answers that were given before, a JSON array; null: none")
        .perhapsListed(
            "inference_config_summary_rag_config_summary_bedrock_knowledge_base_identifiers",
            bases + "bedrockKnowledgeBaseIdentifiers",
            "Knowledge bases in Bedrock that are evaluated, a JSON array; null: none")
        .perhapsListed(
            "inference_config_summary_rag_config_summary_precomputed_rag_source_identifiers",
            bases + "precomputedRagSourceIdentifiers",
            "Knowledge bases whose answers were given before, a JSON array; null: none");
  }

  private static void automated(TableDraft jobs) {
    jobs.union(
            "evaluation_config_type",
            "evaluationConfig",
            "Kind of evaluation, automated or human, as the API spells it; null: the API gave none")
        .detail(
            "evaluation_config_dataset_metric_configs",
            AUTOMATED + "datasetMetricConfigs",
            HUMAN + "datasetMetricConfigs",
            "Data sets and metrics, a JSON array of objects; null: the API gave none")
        .union(
            "evaluation_config_evaluator_model_config_type",
            AUTOMATED + "evaluatorModelConfig",
            "Kind of models that evaluate, as the API spells it; null: none do")
        .detail(
            "evaluation_config_evaluator_model_config_bedrock_evaluator_models",
            AUTOMATED + "evaluatorModelConfig.bedrockEvaluatorModels",
            "Models that evaluate, a JSON array of objects; null: none do")
        .detail(
            "evaluation_config_custom_metric_config_custom_metrics",
            AUTOMATED + "customMetricConfig.customMetrics",
            "Metrics of the job's own, a JSON array of objects; null: none")
        .detail(
            "evaluation_config_custom_metric_config_evaluator_model_config",
            AUTOMATED + "customMetricConfig.evaluatorModelConfig",
            "Models that evaluate by those, a JSON object; null: none do");
  }

  private static void human(TableDraft jobs) {
    jobs.detail(
            "evaluation_config_human_workflow_config_flow_definition_arn",
            HUMAN + "humanWorkflowConfig.flowDefinitionArn",
            "ARN of the SageMaker flow definition of who evaluates; null: no people do")
        .detail(
            "evaluation_config_human_workflow_config_instructions",
            HUMAN + "humanWorkflowConfig.instructions",
            "What people are told to do; null: nothing")
        .detail(
            "evaluation_config_custom_metrics",
            HUMAN + "customMetrics",
            "Metrics that people evaluate by, a JSON array of objects; null: none");
  }

  private static TableDraft inference(TableDraft jobs) {
    return jobs.union(
            "inference_config_type",
            "inferenceConfig",
            "What is evaluated, models or ragConfigs, as the API spells it; null: the API gave none")
        .detail(
            "inference_config_models",
            "inferenceConfig.models",
            "Models with their settings, a JSON array of objects; null: none are evaluated")
        .detail(
            "inference_config_rag_configs",
            "inferenceConfig.ragConfigs",
            "Knowledge bases with their settings, a JSON array of objects; null: none");
  }

  private static TableDefinition models() {
    return new TableDraft(
            "evaluation_job_models",
            "Models of the evaluation jobs, evaluated or evaluating, one row each",
            JOB)
        .arn("job_arn", "ARN of the job, the only key")
        .required("job_name", "jobName", "Name that the job was given")
        .asContained("nameContains", NAME)
        .onlyListedElementsOf(
            TABLE,
            ImmutableListMultimap.<String, String>builder()
                .put("evaluated", MODEL_SUMMARY + "bedrockModelIdentifiers")
                .put("evaluated", "modelIdentifiers")
                .put("evaluator", "evaluatorModelIdentifiers")
                .put("custom metrics evaluator", "customMetricsEvaluatorModelIdentifiers")
                .build())
        .ordinal("ordinal_position", "Place among the job's models, counted from 1")
        .kind("kind", "What the model does: evaluated, evaluator or custom metrics evaluator")
        .element("model_identifier", "The model, an ARN or an id")
        .place()
        .build();
  }

  private static TableDefinition tags() {
    return Tags.of(
        "evaluation_job_tags",
        "Tags of the evaluation jobs, one row each",
        TABLE,
        JOB,
        "job_arn",
        "ARN of the job");
  }
}
