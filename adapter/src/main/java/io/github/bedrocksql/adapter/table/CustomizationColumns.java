package io.github.bedrocksql.adapter.table;

/** The columns that tell how a model is customized: of the job, and of the model that it made. */
final class CustomizationColumns {
  private static final String LOGS = "trainingDataConfig.invocationLogsConfig";
  private static final String LOG_COLUMNS = "training_data_config_invocation_logs_config_";
  private static final String REINFORCEMENT = "customizationConfig.rftConfig.";

  private CustomizationColumns() {}

  /** Adds them all, which only Get has. */
  static TableDraft addTo(TableDraft table) {
    return kinds(results(data(table)));
  }

  private static TableDraft data(TableDraft table) {
    return table
        .detail(
            "hyper_parameters",
            "hyperParameters",
            "Hyperparameters of the job, a JSON object of texts; null: the API gave none")
        .detail(
            "training_data_config_s3_uri",
            "trainingDataConfig.s3Uri",
            "Amazon S3 URI of the training data; null: the API gave none")
        .detail(
            LOG_COLUMNS + "use_prompt_response",
            LOGS + ".usePromptResponse",
            "Whether the answers in the invocation logs are used; null: the API gave none")
        .union(
            LOG_COLUMNS + "invocation_log_source_type",
            LOGS + ".invocationLogSource",
            "Kind of place of invocation logs to learn from, as the API spells it; null: none")
        .detail(
            LOG_COLUMNS + "invocation_log_source",
            LOGS + ".invocationLogSource",
            "Where the invocation logs are, a JSON object; null: none are used")
        .union(
            LOG_COLUMNS + "request_metadata_filters_type",
            LOGS + ".requestMetadataFilters",
            "Kind of filter of the logs' requests, as the API spells it; null: all are used")
        .detail(
            LOG_COLUMNS + "request_metadata_filters",
            LOGS + ".requestMetadataFilters",
            "Which of the logs' requests are used, a JSON object; null: all are")
        .detail(
            "validation_data_config_validators",
            "validationDataConfig.validators",
            "Validation data, a JSON array of objects; null: there was none");
  }

  private static TableDraft results(TableDraft table) {
    return table
        .detail(
            "output_data_config_s3_uri",
            "outputDataConfig.s3Uri",
            "Amazon S3 URI of the job's output; null: the API gave none")
        .detail(
            "training_metrics_training_loss",
            "trainingMetrics.trainingLoss",
            "Loss at the end of training; null: the API gave none")
        .detail(
            "validation_metrics",
            "validationMetrics",
            "Loss on each validation data set, a JSON array of objects; null: the API gave none");
  }

  private static TableDraft kinds(TableDraft table) {
    table
        .union(
            "customization_config_type",
            "customizationConfig",
            "Kind of customization that has settings of its own, as the API spells it; null: none")
        .detail(
            "customization_config_teacher_model_identifier",
            "customizationConfig.distillationConfig.teacherModelConfig.teacherModelIdentifier",
            "Model that a distilled one learnt from; null: it was not distilled")
        .detail(
            "customization_config_teacher_model_config_max_response_length_for_inference",
            "customizationConfig.distillationConfig.teacherModelConfig"
                + ".maxResponseLengthForInference",
            "Tokens that the teacher's answers have at most; null: the API gave none")
        .union(
            "customization_config_grader_config_type",
            REINFORCEMENT + "graderConfig",
            "Kind of grader of reinforcement, as the API spells it; null: there is none")
        .detail(
            "customization_config_grader_config_lambda_arn",
            REINFORCEMENT + "graderConfig.lambdaGrader.lambdaArn",
            "ARN of the Lambda function that grades; null: none does");
    hyperParameter(table, "epoch_count", "epochCount", "epochs");
    hyperParameter(table, "batch_size", "batchSize", "prompts a batch");
    hyperParameter(table, "learning_rate", "learningRate", "learning rate");
    hyperParameter(table, "max_prompt_length", "maxPromptLength", "longest prompt, in tokens");
    hyperParameter(
        table, "training_sample_per_prompt", "trainingSamplePerPrompt", "answers to each prompt");
    hyperParameter(
        table, "inference_max_tokens", "inferenceMaxTokens", "longest answer, in tokens");
    hyperParameter(
        table, "reasoning_effort", "reasoningEffort", "reasoning effort, low, medium or high");
    hyperParameter(table, "eval_interval", "evalInterval", "steps between evaluations");
    return table;
  }

  private static void hyperParameter(TableDraft table, String column, String field, String what) {
    table.detail(
        "customization_config_hyper_parameters_" + column,
        REINFORCEMENT + "hyperParameters." + field,
        "Reinforcement: " + what + "; null: the API gave none");
  }
}
