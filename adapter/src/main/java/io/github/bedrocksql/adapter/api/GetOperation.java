package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/** An operation that returns one resource by its key. */
public final class GetOperation {
  private final Operation operation;
  private final String parameter;
  private final Optional<FieldPath> inside;
  private final ImmutableList<FieldPath> telling;

  private GetOperation(
      Operation operation, String parameter, Optional<FieldPath> inside, List<String> telling) {
    this.operation = operation;
    this.parameter = parameter;
    this.inside = inside;
    this.telling =
        telling.stream()
            .map(field -> FieldPath.of(answer(), field))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Describes an operation.
   *
   * @param parameter the API's name of the parameter that takes the key
   * @param telling fields of which an answer must have at least one
   */
  public static GetOperation of(Operation operation, String parameter, List<String> telling) {
    return new GetOperation(operation, parameter, Optional.empty(), telling);
  }

  /**
   * Describes an operation whose answer has the resource in one field.
   *
   * @param parameter the API's name of the parameter that takes the key
   * @param field the API's name of the field
   * @param telling fields of which the resource must have at least one
   */
  public static GetOperation inside(
      Operation operation, String parameter, String field, List<String> telling) {
    FieldPath path = FieldPath.of(operation.answer(), field);
    return new GetOperation(operation, parameter, Optional.of(path), telling);
  }

  /** Returns the API's name. */
  public String name() {
    return operation.name();
  }

  /** Returns the API's name of the parameter that takes the key. */
  public String parameter() {
    return parameter;
  }

  /** Returns an object of the resource's class, to look up its fields. */
  public SdkPojo answer() {
    return inside.map(FieldPath::structure).orElseGet(operation::answer);
  }

  /**
   * Calls; the SDK's exceptions pass through.
   *
   * @throws UnreadableAnswer if the answer has no resource
   */
  public Resource call(BedrockClient client, String key, CallTrace trace) {
    ImmutableMap<String, String> asked = ImmutableMap.of(parameter, key);
    Operation.Answer answer = operation.call(client, asked, trace);
    SdkPojo fields = told(answer.fields());
    if (Iterables.all(telling, field -> field.read(fields) == null)) {
      throw new UnreadableAnswer("no '" + telling.get(0) + "'");
    }
    return new Resource(fields, answer.read().unknownMembers(), answer.requestId(), asked);
  }

  private SdkPojo told(SdkPojo answer) {
    if (inside.isEmpty()) {
      return answer;
    }
    if (inside.get().read(answer) instanceof SdkPojo fields) {
      return fields;
    }
    throw new UnreadableAnswer("no '" + inside.get() + "'");
  }
}
