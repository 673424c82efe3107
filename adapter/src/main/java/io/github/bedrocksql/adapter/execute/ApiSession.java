package io.github.bedrocksql.adapter.execute;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.github.bedrocksql.adapter.client.ApiErrors;
import io.github.bedrocksql.adapter.client.BedrockClients;
import io.github.bedrocksql.adapter.client.SqlState;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * What the scans of one connection share: the client and the threads that call, {@code
 * maxConcurrency} of them. Idle threads end by themselves, for in someone else's Calcite connection
 * nobody says when it is closed.
 */
public final class ApiSession implements AutoCloseable {
  private static final int IDLE_SECONDS = 5;

  private final BedrockClients clients;
  private final ThreadPoolExecutor threads;
  private final int maxConcurrency;

  /** Makes a session; nothing is called before its first scan. */
  public ApiSession(BedrockConfig config) {
    this.clients = new BedrockClients(config);
    this.maxConcurrency = config.maxConcurrency();
    this.threads =
        new ThreadPoolExecutor(
            maxConcurrency,
            maxConcurrency,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new ThreadFactoryBuilder().setDaemon(true).setNameFormat("bedrock-sql-%d").build());
    threads.allowCoreThreadTimeOut(true);
  }

  int maxConcurrency() {
    return maxConcurrency;
  }

  /** Returns the Region that answers. */
  String region() throws SQLException {
    return clients.region();
  }

  /** Starts a call; its future fails with the SDK's exception. */
  <T> Future<T> submit(Function<BedrockClient, T> call) throws SQLException {
    BedrockClient client = clients.client();
    Callable<T> task = () -> call.apply(client);
    try {
      return threads.submit(task);
    } catch (RejectedExecutionException e) {
      throw SqlState.CLOSED.exception("The connection is closed", e);
    }
  }

  /** Returns what a failed call means. */
  SQLException failure(Throwable failure, String operation, String request) throws SQLException {
    return ApiErrors.translate(failure, operation, clients.target(), request);
  }

  /** Ends the threads and closes the client; scans under way fail. */
  @Override
  public void close() {
    threads.shutdownNow();
    clients.close();
  }
}
