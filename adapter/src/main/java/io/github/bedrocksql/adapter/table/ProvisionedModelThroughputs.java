package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetProvisionedModelThroughputRequest;
import software.amazon.awssdk.services.bedrock.model.GetProvisionedModelThroughputResponse;
import software.amazon.awssdk.services.bedrock.model.ListProvisionedModelThroughputsRequest;
import software.amazon.awssdk.services.bedrock.model.ListProvisionedModelThroughputsResponse;

/** The table {@code provisioned_model_throughputs}, and that of their tags. */
final class ProvisionedModelThroughputs {
  private static final String TABLE = "provisioned_model_throughputs";

  /** The API's pattern, possessive: it must not backtrack without end. */
  private static final Pattern NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  /** The API sets no limit but for the part that List takes, which is that of new names. */
  private static final int MAX_NAME_LENGTH = 63;

  private static final Statuses STATUSES =
      Statuses.changing("Creating", "Updating", "InService", "Failed");

  private static final ResourceType THROUGHPUT =
      new ResourceType(
          "throughput",
          ListOperation.of(
              Operation.of(
                  "ListProvisionedModelThroughputs",
                  ListProvisionedModelThroughputsRequest::builder,
                  ListProvisionedModelThroughputsResponse::builder,
                  BedrockClient::listProvisionedModelThroughputs),
              "provisionedModelSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetProvisionedModelThroughput",
                  GetProvisionedModelThroughputRequest::builder,
                  GetProvisionedModelThroughputResponse::builder,
                  BedrockClient::getProvisionedModelThroughput),
              "provisionedModelId",
              List.of("provisionedModelArn", "provisionedModelName")),
          KeyForms.arn("provisioned-model").orName(NAME, MAX_NAME_LENGTH),
          "provisionedModelArn");

  private ProvisionedModelThroughputs() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(throughputs(), tags());
  }

  private static TableDefinition throughputs() {
    TableDraft throughputs =
        new TableDraft(TABLE, "Provisioned throughputs of models, one row each", THROUGHPUT)
            .identifier(
                "provisioned_model_identifier",
                "The key to look a throughput up by: its ARN or its name")
            .arn("provisioned_model_arn", "ARN of the throughput, the only sure key")
            .required(
                "provisioned_model_name",
                "provisionedModelName",
                "Name that the throughput was given")
            .asName("nameContains", NAME)
            .required(
                "status",
                "status",
                "Whether it can be used: Creating, InService, Updating or Failed")
            .asStatus("statusEquals", STATUSES);
    return commitment(capacity(throughputs))
        .required("creation_time", "creationTime", "When the throughput was created, UTC")
        .asTime("creationTimeAfter", "creationTimeBefore")
        .required("last_modified_time", "lastModifiedTime", "When it last changed, UTC")
        .place()
        .detail(
            "failure_message",
            "failureMessage",
            "Why the throughput could not be had; null: nothing failed")
        .build();
  }

  private static TableDraft capacity(TableDraft throughputs) {
    return throughputs
        .required("model_arn", "modelArn", "ARN of the model that it serves")
        .asFilter("modelArnEquals", ModelArns.BASE)
        .required(
            "desired_model_arn",
            "desiredModelArn",
            "ARN of the model that it is to serve; another one while that changes")
        .required(
            "foundation_model_arn",
            "foundationModelArn",
            "ARN of the foundation model that the model was made from, or is")
        .required("model_units", "modelUnits", "Model units that it has")
        .required(
            "desired_model_units",
            "desiredModelUnits",
            "Model units that it is to have; another number while that changes");
  }

  private static TableDraft commitment(TableDraft throughputs) {
    return throughputs
        .summary(
            "commitment_duration",
            "commitmentDuration",
            "How long it is committed to: OneMonth or SixMonths; null: no commitment")
        .summary(
            "commitment_expiration_time",
            "commitmentExpirationTime",
            "When the commitment ends, UTC; null: no commitment");
  }

  private static TableDefinition tags() {
    return Tags.of(
        "provisioned_model_throughput_tags",
        "Tags of the provisioned throughputs, one row each",
        TABLE,
        THROUGHPUT,
        "provisioned_model_arn",
        "ARN of the throughput");
  }
}
