package io.github.bedrocksql.adapter.client;

import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The HTTP client that the SDK's clients of a connection share. What it sends for a call can be
 * ended by another thread: an interrupt alone leaves the caller waiting for the server.
 */
final class AbortableHttp implements SdkHttpClient {
  private final SdkHttpClient http;

  /** The SDK's synchronous clients send in the thread that calls them. Empty between calls. */
  @SuppressWarnings("ThreadLocalUsage") // Of this client: connections share no state.
  private final ThreadLocal<CallTrace> ofThread = new ThreadLocal<>();

  AbortableHttp(SdkHttpClient http) {
    this.http = http;
  }

  /** Runs what sends requests for a call, in this thread. */
  <T> T sending(CallTrace trace, Supplier<T> call) {
    ofThread.set(trace);
    try {
      return call.get();
    } finally {
      ofThread.remove();
      trace.ended();
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    CallTrace trace = ofThread.get();
    if (trace != null) {
      trace.sending(prepared);
    }
    return prepared;
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
