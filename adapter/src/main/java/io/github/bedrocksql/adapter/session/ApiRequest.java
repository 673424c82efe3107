package io.github.bedrocksql.adapter.session;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.config.Target;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * A call to make.
 *
 * @param target where it goes
 * @param operation the API's name
 * @param list whether it asks for a page of a list
 * @param parameters what is asked, under the API's names; no secrets
 * @param call makes it; the SDK's exceptions pass through
 * @param rows how many rows an answer has
 */
public record ApiRequest<T>(
    Target target,
    String operation,
    boolean list,
    ImmutableMap<String, String> parameters,
    BiFunction<BedrockClient, CallTrace, T> call,
    ToIntFunction<T> rows) {
  private static final Joiner.MapJoiner TEXT = Joiner.on(", ").withKeyValueSeparator('=');

  /** Returns the parameters for people. */
  String text() {
    return TEXT.join(parameters);
  }
}
