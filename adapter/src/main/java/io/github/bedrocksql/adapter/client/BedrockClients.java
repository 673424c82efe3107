package io.github.bedrocksql.adapter.client;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.sandbox.Sandbox;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * The SDK clients of a connection, one a Region, each made at its first call and closed with the
 * connection. With {@code sandbox=true} the embedded endpoint is started then, too.
 */
public final class BedrockClients implements AutoCloseable {
  private final BedrockConfig config;
  private final TargetChoice choice;
  private final Map<Target, BedrockClient> clients = new HashMap<>();
  private final ScheduledThreadPoolExecutor timeouts = makeTimeouts();
  private Shared shared;
  private boolean closed;

  /** Makes no client yet and calls nothing. */
  public BedrockClients(BedrockConfig config) {
    this.config = config;
    this.choice = new TargetChoice(config);
  }

  /**
   * Returns where calls go.
   *
   * @throws SQLException if no Region is configured
   */
  public ImmutableList<Target> targets() throws SQLException {
    return choice.targets();
  }

  /** Returns where calls go if telling it takes no look at files or at the network. */
  public Optional<ImmutableList<Target>> targetsIfKnown() {
    return choice.known();
  }

  /** Returns the Region and, where one is configured, the endpoint: for messages. */
  public String describe(Target target) {
    return target + config.endpoint().map(uri -> " at " + uri).orElse("");
  }

  /**
   * Returns the client of a target.
   *
   * @throws SQLException if the connection is closed or its credentials can't be set up
   */
  public synchronized BedrockClient client(Target target) throws SQLException {
    Shared common = shared();
    BedrockClient client = clients.get(target);
    if (client == null) {
      client = makeClient(target, common);
      clients.put(target, client);
    }
    return client;
  }

  /**
   * Makes a call with a client of a target, and once more with new credentials where those that it
   * was signed with have expired.
   *
   * @throws SQLException if the connection is closed or its credentials can't be set up
   */
  public <T> T renewing(Target target, Supplier<T> call) throws SQLException {
    return shared().credentials().renewing(target, call);
  }

  private synchronized Shared shared() throws SQLException {
    if (closed) {
      throw SqlState.CLOSED.exception("The connection is closed", null);
    }
    if (shared == null) {
      shared = share();
    }
    return shared;
  }

  /** What ends calls at callTimeout. The SDK's own would keep its threads after close. */
  private static ScheduledThreadPoolExecutor makeTimeouts() {
    ScheduledThreadPoolExecutor timeouts =
        new ScheduledThreadPoolExecutor(
            1,
            new ThreadFactoryBuilder()
                .setDaemon(true)
                .setNameFormat("bedrock-sql-timeout")
                .build());
    // A call that ended in time must not be held until its timeout.
    timeouts.setRemoveOnCancelPolicy(true);
    return timeouts;
  }

  /** What the clients of all Regions have in common, so that each costs next to nothing. */
  private record Shared(
      SdkHttpClient http,
      Credentials credentials,
      Optional<URI> endpoint,
      Optional<Sandbox> sandbox)
      implements AutoCloseable {
    @Override
    public void close() {
      credentials.close();
      http.close();
      sandbox.ifPresent(Sandbox::close);
    }
  }

  private Shared share() throws SQLException {
    RenewableCredentials own = OwnCredentials.of(config);
    Optional<Sandbox> sandbox =
        config.sandbox() ? Optional.of(Sandbox.startWithSampleJobs()) : Optional.empty();
    SdkHttpClient http =
        Apache5HttpClient.builder()
            .maxConnections(config.maxConcurrency())
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(config.callTimeout())
            .proxyConfiguration(Route.proxy(config))
            .build();
    Optional<URI> endpoint = sandbox.map(Sandbox::endpoint).or(config::endpoint);
    return new Shared(
        http, new Credentials(config, own, http, endpoint, timeouts), endpoint, sandbox);
  }

  private BedrockClient makeClient(Target target, Shared common) {
    var builder =
        BedrockClient.builder()
            .region(Region.of(target.region()))
            .credentialsProvider(common.credentials().of(target))
            .httpClient(common.http())
            .overrideConfiguration(
                o ->
                    o.apiCallTimeout(config.callTimeout())
                        .scheduledExecutorService(timeouts)
                        .addExecutionInterceptor(new CallTracing())
                        .retryStrategy(
                            DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(config.maxRetries() + 1)
                                .build()));
    Route.address(builder, config, common.endpoint());
    return builder.build();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      clients.values().forEach(BedrockClient::close);
    } finally {
      timeouts.shutdownNow();
      if (shared != null) {
        shared.close();
      }
    }
  }
}
