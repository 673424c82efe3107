package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelDeploymentRequest;
import software.amazon.awssdk.services.bedrock.model.GetCustomModelDeploymentResponse;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelDeploymentsRequest;
import software.amazon.awssdk.services.bedrock.model.ListCustomModelDeploymentsResponse;

/** The table {@code custom_model_deployments}, and that of their tags. */
final class CustomModelDeployments {
  private static final String TABLE = "custom_model_deployments";

  /** The API's pattern, possessive: it must not backtrack without end. */
  private static final Pattern NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  private static final int MAX_NAME_LENGTH = 63;

  private static final Statuses STATUSES = Statuses.changing("Creating", "Active", "Failed");

  private static final ResourceType DEPLOYMENT =
      new ResourceType(
          "deployment",
          ListOperation.of(
              Operation.of(
                  "ListCustomModelDeployments",
                  ListCustomModelDeploymentsRequest::builder,
                  ListCustomModelDeploymentsResponse::builder,
                  BedrockClient::listCustomModelDeployments),
              "modelDeploymentSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetCustomModelDeployment",
                  GetCustomModelDeploymentRequest::builder,
                  GetCustomModelDeploymentResponse::builder,
                  BedrockClient::getCustomModelDeployment),
              "customModelDeploymentIdentifier",
              List.of("customModelDeploymentArn", "modelDeploymentName")),
          KeyForms.arn("custom-model-deployment").orName(NAME, MAX_NAME_LENGTH),
          "customModelDeploymentArn");

  private CustomModelDeployments() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(deployments(), tags());
  }

  private static TableDefinition deployments() {
    return new TableDraft(
            TABLE, "Deployments of custom models for on-demand inference, one row each", DEPLOYMENT)
        .identifier(
            "custom_model_deployment_identifier",
            "The key to look a deployment up by: its ARN or its name")
        .arn("custom_model_deployment_arn", "ARN of the deployment, the only sure key")
        .required(
            "custom_model_deployment_name",
            "customModelDeploymentName",
            "modelDeploymentName",
            "Name that the deployment was given")
        .asName("nameContains", NAME)
        .required("status", "status", "Whether it can be used: Creating, Active or Failed")
        .asStatus("statusEquals", STATUSES)
        .required("model_arn", "modelArn", "ARN of the custom model that is deployed")
        .asFilter("modelArnEquals", ModelArns.CUSTOM)
        .required("created_at", "createdAt", "When the deployment was created, UTC")
        .asTime("createdAfter", "createdBefore")
        .summary(
            "last_updated_at",
            "lastUpdatedAt",
            "When the deployment last changed, UTC; null: the API gave none")
        .summary(
            "failure_message", "failureMessage", "Why the deployment failed; null: nothing failed")
        .place()
        .detail(
            "description", "description", "What the deployment is for; null: it has no description")
        .detail(
            "update_details_model_arn",
            "updateDetails.modelArn",
            "ARN of the model that is to be deployed instead; null: there was no update")
        .detail(
            "update_details_update_status",
            "updateDetails.updateStatus",
            "How far that is: Updating, UpdateCompleted or UpdateFailed; null: there was no update")
        .build();
  }

  private static TableDefinition tags() {
    return Tags.of(
        "custom_model_deployment_tags",
        "Tags of the deployments of custom models, one row each",
        TABLE,
        DEPLOYMENT,
        "custom_model_deployment_arn",
        "ARN of the deployment");
  }
}
