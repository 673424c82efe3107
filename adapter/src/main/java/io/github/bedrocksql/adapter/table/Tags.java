package io.github.bedrocksql.adapter.table;

import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.Operation;
import java.util.List;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.bedrock.model.ListTagsForResourceResponse;

/** Tables of the tags that resources have. */
final class Tags {
  /** A POST that reads; its answer does not repeat the ARN. */
  private static final GetOperation TAGS =
      GetOperation.of(
          Operation.of(
              "ListTagsForResource",
              ListTagsForResourceRequest::builder,
              ListTagsForResourceResponse::builder,
              BedrockClient::listTagsForResource),
          "resourceARN",
          List.of("tags"));

  private Tags() {}

  /**
   * Returns the table of a type's tags.
   *
   * @param parent the table of the type
   * @param arn its column of the ARN
   */
  static TableDefinition of(
      String table, String remark, String parent, ResourceType type, String arn, String arnRemark) {
    return new TableDraft(table, remark, type.toldBy(TAGS))
        .arn(arn, arnRemark)
        .elementsOf(parent, "tags")
        .element("tag_key", "key", "Key of the tag, unique for the resource")
        .element("tag_value", "value", "Value of the tag; empty: it has none")
        .place()
        .build();
  }
}
