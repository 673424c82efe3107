package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileRequest;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesRequest;
import software.amazon.awssdk.services.bedrock.model.ListInferenceProfilesResponse;

/**
 * The table {@code inference_profiles}, filled by List alone, and those of their models and tags.
 */
final class InferenceProfiles {
  private static final String TABLE = "inference_profiles";
  private static final Pattern ID = Pattern.compile("(?!arn:)[a-zA-Z0-9][\\w.:-]*");
  private static final int MAX_ID_LENGTH = 2_048;

  /** The parameter does not accept values added later. */
  private static final Pattern TYPE = Pattern.compile("SYSTEM_DEFINED|APPLICATION");

  private static final ResourceType PROFILE =
      new ResourceType(
          "profile",
          ListOperation.of(
              Operation.of(
                  "ListInferenceProfiles",
                  ListInferenceProfilesRequest::builder,
                  ListInferenceProfilesResponse::builder,
                  BedrockClient::listInferenceProfiles),
              "inferenceProfileSummaries"),
          GetOperation.of(
              Operation.of(
                  "GetInferenceProfile",
                  GetInferenceProfileRequest::builder,
                  GetInferenceProfileResponse::builder,
                  BedrockClient::getInferenceProfile),
              "inferenceProfileIdentifier",
              List.of("inferenceProfileArn", "inferenceProfileId")),
          KeyForms.longArn("(?:application-)?inference-profile").orName(ID, MAX_ID_LENGTH),
          "inferenceProfileArn");

  private InferenceProfiles() {}

  /** Returns the tables. */
  static ImmutableList<TableDefinition> tables() {
    return ImmutableList.of(profiles(), models(), tags());
  }

  private static TableDraft keys(String table, String remark) {
    return new TableDraft(table, remark, PROFILE)
        .identifier(
            "inference_profile_identifier", "The key to look a profile up by: its ARN or its id")
        .arn("inference_profile_arn", "ARN of the profile")
        .required(
            "inference_profile_id",
            "inferenceProfileId",
            "Id of the profile, the last part of its ARN")
        .asKey();
  }

  private static TableDefinition models() {
    return keys(
            "inference_profile_models",
            "Models that the inference profiles send requests to, one row each")
        .required("type", "type", "Whose the profile is: SYSTEM_DEFINED or APPLICATION")
        .asFilter("type", TYPE)
        .listedElementsOf(TABLE, "models")
        .ordinal("ordinal_position", "Place in the profile's list, counted from 1")
        .element("model_arn", "modelArn", "ARN of the model, in the Region that answers")
        .place()
        .build();
  }

  private static TableDefinition profiles() {
    return keys(TABLE, "Inference profiles, one row each")
        .required("inference_profile_name", "inferenceProfileName", "Name of the profile")
        .required("type", "type", "Whose it is: SYSTEM_DEFINED or APPLICATION, the account's own")
        // So a request has it; elsewhere the API calls it typeEquals.
        .asFilter("type", TYPE)
        .required("status", "status", "Whether it can be used: ACTIVE")
        .required(
            "models",
            "models",
            "Models that requests may go to, a JSON array of objects with modelArn")
        .summary(
            "description", "description", "What the profile is for; null: it has no description")
        .summary(
            "created_at", "createdAt", "When the profile was created, UTC; null: the API gave none")
        .summary(
            "updated_at",
            "updatedAt",
            "When the profile last changed, UTC; null: the API gave none")
        .place()
        .build();
  }

  private static TableDefinition tags() {
    return Tags.of(
        "inference_profile_tags",
        "Tags of the inference profiles, one row each",
        TABLE,
        PROFILE,
        "inference_profile_arn",
        "ARN of the profile");
  }
}
