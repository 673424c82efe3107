package io.github.bedrocksql.adapter.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Keeps the body of a response for the request that asks for it. The SDK drops members of a tagged
 * union that it does not know, their tag too; only the body still has it.
 */
public final class ResponseBody implements ExecutionInterceptor {
  private static final ExecutionAttribute<AtomicReference<byte[]>> KEPT =
      new ExecutionAttribute<>("io.github.bedrocksql.ResponseBody");

  /** Returns the attribute under which a request passes the place to keep its body in. */
  public static ExecutionAttribute<AtomicReference<byte[]>> kept() {
    return KEPT;
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    AtomicReference<byte[]> place = attributes.getAttribute(KEPT);
    if (place == null || context.responseBody().isEmpty()) {
      return context.responseBody();
    }
    try (InputStream body = context.responseBody().get()) {
      byte[] bytes = body.readAllBytes();
      place.set(bytes);
      return Optional.of(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
