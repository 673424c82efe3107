package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Strings;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockResponse;

/** An operation that gives pages of summaries. */
public final class ListOperation {
  private static final String NEXT_TOKEN = "nextToken";

  private final Operation operation;
  private final FieldPath rows;
  private final Optional<FieldPath> nextToken;
  private final Unions unions;

  private ListOperation(Operation operation, FieldPath rows, Unions unions) {
    this.operation = operation;
    this.rows = rows;
    this.nextToken =
        operation.takes(NEXT_TOKEN)
            ? Optional.of(FieldPath.of(operation.answer(), NEXT_TOKEN))
            : Optional.empty();
    this.unions = unions;
  }

  /**
   * Describes an operation.
   *
   * @param rows the API's name of the list of summaries
   * @param unions the paths of the summaries' tagged unions
   */
  public static ListOperation of(Operation operation, String rows, String... unions) {
    FieldPath path = FieldPath.of(operation.answer(), rows);
    return new ListOperation(
        operation, path, new Unions(path.element(), ImmutableList.copyOf(unions)));
  }

  /** Returns the API's name. */
  public String name() {
    return operation.name();
  }

  /** Returns whether a request can have such a parameter. */
  public boolean takes(String parameter) {
    return operation.takes(parameter);
  }

  /** Returns whether a list may have several pages. */
  public boolean isPaged() {
    return nextToken.isPresent();
  }

  /** Returns an object of the summaries' class, to look up its fields. */
  public SdkPojo summary() {
    return rows.element();
  }

  /**
   * Calls for one page; the SDK's exceptions pass through.
   *
   * @param values of parameters, by the API's names
   * @throws UnreadableAnswer if the list of rows is missing, or has nulls
   */
  public Page call(BedrockClient client, ImmutableMap<String, ?> values, CallTrace trace) {
    BedrockResponse answer =
        operation.call(client, values, unions.isEmpty() ? trace : trace.keepingBody());
    SdkPojo fields = (SdkPojo) answer;
    String requestId = answer.responseMetadata().requestId();
    List<?> given = Elements.of(rows, fields);
    Supplier<JsonNode> json = Suppliers.memoize(() -> JsonText.tree(trace.body()));
    ImmutableList.Builder<Resource> resources = ImmutableList.builderWithExpectedSize(given.size());
    for (int i = 0; i < given.size(); i++) {
      int index = i;
      SdkPojo row = (SdkPojo) given.get(i);
      ImmutableMap<String, String> unknown =
          unions.unknownMembers(row, () -> json.get().path(rows.text()).path(index));
      resources.add(new Resource(row, unknown, requestId, values));
    }
    // Some servers end with an empty token instead of none.
    Optional<String> token =
        nextToken.map(path -> (String) path.read(fields)).filter(t -> !Strings.isNullOrEmpty(t));
    return new Page(resources.build(), token, requestId);
  }
}
