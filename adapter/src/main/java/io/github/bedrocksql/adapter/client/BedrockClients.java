package io.github.bedrocksql.adapter.client;

import com.google.common.base.Suppliers;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.sandbox.Sandbox;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * The SDK client of a connection, made at its first call and closed with it. With {@code
 * sandbox=true} the embedded endpoint is started then, too.
 */
public final class BedrockClients implements AutoCloseable {
  private static final String SANDBOX_REGION = "us-east-1";

  private final BedrockConfig config;
  private final com.google.common.base.Supplier<String> region;
  private final ScheduledThreadPoolExecutor timeouts = makeTimeouts();
  private Sandbox sandbox;
  private BedrockClient client;
  private boolean closed;

  /** Makes no client yet and calls nothing. */
  public BedrockClients(BedrockConfig config) {
    this.config = config;
    this.region = Suppliers.memoize(this::findRegion);
  }

  /**
   * Returns the Region that calls go to.
   *
   * @throws SQLException if none is configured
   */
  public String region() throws SQLException {
    try {
      return region.get();
    } catch (SdkClientException e) {
      throw new SQLException(
          "No Region: give the connection property 'region', or set AWS_REGION", "08001", e);
    }
  }

  /** Returns the Region if telling it takes no look at files or at the network. */
  public Optional<String> regionIfKnown() {
    Optional<String> given = config.get(BedrockProperty.REGION);
    return given.isPresent() || !config.sandbox() ? given : Optional.of(SANDBOX_REGION);
  }

  /** Returns the Region and, where one is configured, the endpoint: for messages. */
  public String target() throws SQLException {
    Optional<URI> endpoint = config.endpoint();
    return region() + endpoint.map(uri -> " at " + uri).orElse("");
  }

  /**
   * Returns the client.
   *
   * @throws SQLException if the connection is closed or its credentials can't be set up
   */
  public synchronized BedrockClient client() throws SQLException {
    if (closed) {
      throw SqlState.CLOSED.exception("The connection is closed", null);
    }
    if (client == null) {
      client = makeClient();
    }
    return client;
  }

  private String findRegion() {
    Optional<String> given = config.get(BedrockProperty.REGION);
    if (given.isPresent()) {
      return given.get();
    }
    if (config.sandbox()) {
      return SANDBOX_REGION; // Not the environment's: the sandbox answers the same everywhere.
    }
    Optional<String> profile = config.get(BedrockProperty.PROFILE);
    DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
    profile.ifPresent(chain::profileName);
    return chain.build().getRegion().id();
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

  private BedrockClient makeClient() throws SQLException {
    var builder =
        BedrockClient.builder()
            .region(Region.of(region()))
            .credentialsProvider(credentials())
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .maxConnections(config.maxConcurrency())
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(config.callTimeout()))
            .overrideConfiguration(
                o ->
                    o.apiCallTimeout(config.callTimeout())
                        .scheduledExecutorService(timeouts)
                        .addExecutionInterceptor(new CallTracing())
                        .retryStrategy(
                            DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(config.maxRetries() + 1)
                                .build()));
    if (config.sandbox()) {
      sandbox = Sandbox.startWithSampleJobs();
      builder.endpointOverride(sandbox.endpoint());
    }
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private AwsCredentialsProvider credentials() throws SQLException {
    if (config.sandbox()) {
      // Whatever a tool's form was filled in with: the sandbox takes anybody.
      return StaticCredentialsProvider.create(AwsBasicCredentials.create("SANDBOX", "sandbox"));
    }
    Optional<String> key = config.accessKeyId();
    Optional<String> secret = config.secretAccessKey();
    if (key.isPresent() != secret.isPresent()) {
      throw SqlState.INVALID_AUTHORIZATION.exception(
          "accessKeyId and secretAccessKey must be given together", null);
    }
    if (key.isPresent()) {
      Supplier<AwsBasicCredentials> basic =
          () -> AwsBasicCredentials.create(key.get(), secret.get());
      return StaticCredentialsProvider.create(
          config
              .get(BedrockProperty.SESSION_TOKEN)
              .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                  token -> AwsSessionCredentials.create(key.get(), secret.get(), token))
              .orElseGet(basic));
    }
    Optional<String> profile = config.get(BedrockProperty.PROFILE);
    if (profile.isPresent()) {
      return ProfileCredentialsProvider.create(profile.get());
    }
    return DefaultCredentialsProvider.builder().build();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (client != null) {
        client.close();
      }
    } finally {
      timeouts.shutdownNow();
      if (sandbox != null) {
        sandbox.close();
      }
    }
  }
}
