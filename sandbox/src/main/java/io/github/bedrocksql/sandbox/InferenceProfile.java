package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An inference profile with every field of GetInferenceProfile, under its name there. The
 * description and the times may be null: then the answer lacks them.
 *
 * @param models one in each Region that requests may go to
 */
public record InferenceProfile(
    String inferenceProfileName,
    String description,
    Instant createdAt,
    Instant updatedAt,
    String inferenceProfileArn,
    List<Model> models,
    String inferenceProfileId,
    String status,
    String type,
    Map<String, String> tags) {

  /** A model that requests may go to. */
  public record Model(String modelArn) {}

  private static final String ID = "[a-zA-Z0-9:.-]+";

  /** What the API offers of inference profiles, which have no order. */
  public static final Resource<InferenceProfile> RESOURCE =
      Resource.of(InferenceProfile.class, "inference profile")
          .arn("inferenceProfileArn", InferenceProfile::inferenceProfileArn)
          .name("inferenceProfileName")
          .tags(InferenceProfile::tags)
          .list(
              Listing.<InferenceProfile>of(
                      "ListInferenceProfiles",
                      "/inference-profiles",
                      "inferenceProfileSummaries",
                      InferenceProfile::write)
                  // What the model calls typeEquals has this name in a request.
                  .filter(
                      "type",
                      Filter.oneOf(
                          ImmutableSet.of("SYSTEM_DEFINED", "APPLICATION"),
                          InferenceProfile::type)))
          .get(
              Getting.<InferenceProfile>of(
                      "GetInferenceProfile",
                      "/inference-profiles",
                      "inferenceProfileIdentifier",
                      Form.of(
                          "arn:aws[a-z-]*:bedrock:[0-9a-z-]{0,20}:([0-9]{12})?:"
                              + "(application-)?inference-profile/"
                              + ID,
                          2048),
                      InferenceProfile::write)
                  .orBy(Form.of(ID, 2048), InferenceProfile::inferenceProfileId))
          .build();

  private void write(Fields json) {
    json.always("inferenceProfileName", inferenceProfileName)
        .always("inferenceProfileArn", inferenceProfileArn)
        .always("models", models)
        .always("inferenceProfileId", inferenceProfileId)
        .always("status", status)
        .always("type", type)
        .maybe("description", description)
        .maybe("createdAt", createdAt)
        .maybe("updatedAt", updatedAt);
  }
}
