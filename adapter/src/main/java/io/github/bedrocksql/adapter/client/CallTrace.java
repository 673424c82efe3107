package io.github.bedrocksql.adapter.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.http.Abortable;

/**
 * One call under way: what is learnt of it beside its answer, which {@link TraceInterceptor}
 * writes, and what ends it.
 */
public final class CallTrace {
  static final ExecutionAttribute<CallTrace> ATTRIBUTE =
      new ExecutionAttribute<>("io.github.bedrocksql.CallTrace");

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicReference<String> requestId = new AtomicReference<>();
  private final AtomicReference<byte[]> body = new AtomicReference<>();
  private final AtomicReference<String> answer = new AtomicReference<>();
  private volatile Consumer<byte[]> listener = bytes -> {};
  private volatile Optional<Runnable> look = Optional.empty();
  private Abortable request;
  private boolean aborted;

  /** Returns how often the request was sent. */
  public int attempts() {
    return attempts.get();
  }

  /** Returns AWS's id of the last attempt that was answered. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId.get());
  }

  /** Returns what an answer that says success began with, for people; empty if there is none. */
  Optional<String> answer() {
    return Optional.ofNullable(answer.get());
  }

  /** Returns the answer's body, once: to keep it takes memory. Empty if the answer had none. */
  public byte[] takeBody() {
    byte[] taken = body.getAndSet(null);
    return taken == null ? new byte[0] : taken;
  }

  /** Returns what to configure the request with. */
  public Consumer<AwsRequestOverrideConfiguration.Builder> attached() {
    return configuration -> configuration.putExecutionAttribute(ATTRIBUTE, this);
  }

  /** Has a body told as soon as it is there, before it is read; in the thread of the call. */
  public void onBody(Consumer<byte[]> told) {
    listener = told;
  }

  /**
   * Called when the call begins in the thread of a caller, who can't look meanwhile whether to
   * stop.
   *
   * @param whetherToStop looks in the caller's place, now and then
   */
  void borrowThread(Runnable whetherToStop) {
    look = Optional.of(whetherToStop);
  }

  /** Called when the caller has its thread back. */
  void returnThread() {
    look = Optional.empty();
  }

  /** Returns what looks whether to stop; empty if the call has a thread of its own. */
  Optional<Runnable> look() {
    return look;
  }

  /** Ends the call from another thread: the request under way, and each that would follow. */
  public synchronized void abort() {
    aborted = true;
    if (request != null) {
      request.abort();
    }
  }

  /** Called with each request before it is sent. */
  synchronized void sending(Abortable prepared) {
    request = prepared;
    if (aborted) {
      request.abort();
    }
  }

  /** Lets go of the last request. */
  synchronized void ended() {
    request = null;
  }

  void sent() {
    attempts.incrementAndGet();
    answer.set(null);
    body.set(null);
  }

  void answered(int status, Optional<String> contentType, Optional<String> id) {
    if (status / 100 == 2) {
      answer.set("HTTP status " + status + contentType.map(type -> ", " + type).orElse(""));
    }
    id.ifPresent(requestId::set);
  }

  void keep(byte[] bytes) {
    body.set(bytes);
    listener.accept(bytes);
  }
}
