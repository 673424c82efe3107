package io.github.bedrocksql.adapter.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/**
 * What is learnt of one call beside its answer. {@link CallTracing} writes it, from the SDK's
 * threads.
 */
public final class CallTrace {
  static final ExecutionAttribute<CallTrace> ATTRIBUTE =
      new ExecutionAttribute<>("io.github.bedrocksql.CallTrace");

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicReference<String> requestId = new AtomicReference<>();
  private final AtomicReference<byte[]> body = new AtomicReference<>();
  private volatile boolean keepsBody;

  /** Returns how often the request was sent. */
  public int attempts() {
    return attempts.get();
  }

  /** Returns AWS's id of the last attempt that was answered. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId.get());
  }

  /** Returns the answer's body, if {@link #keepingBody} was asked for. */
  public byte[] body() {
    return body.get();
  }

  /** Returns what to configure the request with. */
  public Consumer<AwsRequestOverrideConfiguration.Builder> attached() {
    return configuration -> configuration.putExecutionAttribute(ATTRIBUTE, this);
  }

  /** Returns the same, for a request whose answer's body is wanted. */
  public Consumer<AwsRequestOverrideConfiguration.Builder> keepingBody() {
    keepsBody = true;
    return attached();
  }

  boolean keepsBody() {
    return keepsBody;
  }

  void sent() {
    attempts.incrementAndGet();
  }

  void answered(Optional<String> id) {
    id.ifPresent(requestId::set);
  }

  void keep(byte[] bytes) {
    body.set(bytes);
  }
}
