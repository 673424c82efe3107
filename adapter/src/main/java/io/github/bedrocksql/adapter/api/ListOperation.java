package io.github.bedrocksql.adapter.api;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/** An operation that gives pages of summaries. */
public final class ListOperation {
  private static final String NEXT_TOKEN = "nextToken";

  private final Operation operation;
  private final FieldPath rows;
  private final Optional<FieldPath> nextToken;

  private ListOperation(Operation operation, FieldPath rows) {
    this.operation = operation;
    this.rows = rows;
    this.nextToken =
        operation.takes(NEXT_TOKEN)
            ? Optional.of(FieldPath.of(operation.answer(), NEXT_TOKEN))
            : Optional.empty();
  }

  /**
   * Describes an operation.
   *
   * @param rows the API's name of the list of summaries
   */
  public static ListOperation of(Operation operation, String rows) {
    return new ListOperation(operation, FieldPath.of(operation.answer(), rows));
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
    Operation.Answer answer = operation.call(client, values, trace);
    SdkPojo fields = answer.fields();
    List<?> given = Elements.of(rows, fields);
    ImmutableList.Builder<Resource> resources = ImmutableList.builderWithExpectedSize(given.size());
    for (Object row : given) {
      resources.add(
          new Resource((SdkPojo) row, answer.read().unknownMembers(), answer.requestId(), values));
    }
    // Some servers end with an empty token instead of none.
    Optional<String> token =
        nextToken.map(path -> (String) path.read(fields)).filter(t -> !Strings.isNullOrEmpty(t));
    return new Page(resources.build(), token, answer.requestId());
  }
}
