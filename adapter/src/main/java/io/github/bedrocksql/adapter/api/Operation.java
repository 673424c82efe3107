package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockRequest;
import software.amazon.awssdk.services.bedrock.model.BedrockResponse;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** An operation of the API that reads: its name, its parameters, its answer, and how to call it. */
public final class Operation {
  private final String name;
  private final ImmutableMap<String, SdkField<?>> parameters;
  private final SdkPojo answer;
  private final AnswerReader reader;
  private final Invocation invocation;

  private Operation(
      String name,
      ImmutableMap<String, SdkField<?>> parameters,
      Supplier<? extends SdkPojo> answer,
      Invocation invocation) {
    this.name = name;
    this.parameters = parameters;
    this.answer = answer.get();
    this.reader = new AnswerReader(new StructureReader(answer));
    this.invocation = invocation;
  }

  /** What a call came back with. */
  record Answer(AnswerReader.Read read, String requestId) {
    SdkPojo fields() {
      return read.fields();
    }
  }

  /** The SDK reads nothing of the answer: see {@link AnswerReader}. */
  @FunctionalInterface
  private interface Invocation {
    BedrockResponse call(BedrockClient client, Map<String, ?> values, CallTrace trace);
  }

  /**
   * Describes an operation.
   *
   * @param name the API's
   * @param request makes a builder of the SDK's request
   * @param answer makes a builder of the SDK's answer
   * @param method the SDK's method
   */
  public static <
          Q extends BedrockRequest & ToCopyableBuilder<B, Q>,
          B extends BedrockRequest.Builder & SdkPojo & CopyableBuilder<B, Q>,
          A extends BedrockResponse>
      Operation of(
          String name,
          Supplier<B> request,
          Supplier<? extends SdkPojo> answer,
          BiFunction<BedrockClient, Q, A> method) {
    ImmutableMap<String, SdkField<?>> parameters =
        ImmutableMap.copyOf(Maps.uniqueIndex(request.get().sdkFields(), SdkField::locationName));
    return new Operation(
        name,
        parameters,
        answer,
        (client, values, trace) -> {
          B builder = request.get();
          values.forEach((key, value) -> set(parameters.get(key), builder, value));
          builder.overrideConfiguration(trace.attached());
          return method.apply(client, builder.build());
        });
  }

  private static void set(SdkField<?> parameter, SdkPojo builder, Object value) {
    boolean flag = parameter.marshallingType() == MarshallingType.BOOLEAN;
    parameter.set(builder, flag ? Boolean.valueOf(value.toString()) : value);
  }

  /** Returns the API's name. */
  public String name() {
    return name;
  }

  /** Returns whether a request can have such a parameter. */
  public boolean takes(String parameter) {
    return parameters.containsKey(parameter);
  }

  /** Returns an object of the answer's class, to look up its fields. */
  public SdkPojo answer() {
    return answer;
  }

  /**
   * Calls; the SDK's exceptions pass through.
   *
   * @param values of parameters that the operation takes, by the API's names
   * @throws UnreadableAnswer if the answer is not what the API promises
   */
  Answer call(BedrockClient client, Map<String, ?> values, CallTrace trace) {
    BedrockResponse empty = invocation.call(client, values, trace);
    return new Answer(reader.read(trace.takeBody()), empty.responseMetadata().requestId());
  }
}
