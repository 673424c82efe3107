package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Environment;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Makes the SDK's clients of a connection. All is set that the SDK would otherwise look for in the
 * environment and in files, by rules of its own and with exceptions of its own.
 */
final class ServiceClients implements AutoCloseable {
  /** For requests that need no signature. */
  static final AwsCredentialsProvider UNSIGNED = AnonymousCredentialsProvider.create();

  private final BedrockConfig config;
  private final AwsSettings settings;
  private final SdkHttpClient http;
  private final Optional<CaBundle> trusted;
  private final ScheduledExecutorService timeouts;
  private final List<SdkClient> made = new ArrayList<>();

  /**
   * Makes no client yet.
   *
   * @param trusted what {@code http} trusts instead of what the JVM does
   * @param timeouts ends calls at callTimeout
   */
  ServiceClients(
      BedrockConfig config,
      AwsSettings settings,
      SdkHttpClient http,
      Optional<CaBundle> trusted,
      ScheduledExecutorService timeouts) {
    this.config = config;
    this.settings = settings;
    this.http = http;
    this.trusted = trusted;
    this.timeouts = timeouts;
  }

  /**
   * Sets all but the credentials.
   *
   * @param endpoint replaces AWS's own; empty for what the settings say
   * @throws SQLException if a setting is not valid, or the certificates to trust can't be read
   */
  <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B prepared(
      B builder, AwsService service, String region, Optional<URI> endpoint) throws SQLException {
    builder.region(Region.of(region)).httpClient(http).defaultsMode(DefaultsMode.LEGACY);
    Route.address(builder, config, settings, service, region, endpoint);
    if (trusted.isPresent() && Route.isOverTls(settings, service, endpoint)) {
      trusted.get().read();
    }
    return builder;
  }

  /** Returns how long a step on the way to credentials may take. */
  Duration callTimeout() {
    return config.callTimeout();
  }

  /** Returns what the SDK's own clients on the way to credentials are set to. */
  private ClientOverrideConfiguration overrides() {
    return ClientOverrideConfiguration.builder()
        .defaultProfileFile(SdkProfiles.NONE)
        .defaultProfileName(SdkProfiles.NAME)
        .apiCallTimeout(config.callTimeout())
        .scheduledExecutorService(timeouts)
        .retryStrategy(StandardRetries.of(config))
        .build();
  }

  /**
   * Returns a client of STS.
   *
   * @param credentials what it signs with
   * @param endpoint as for {@link #prepared}
   * @throws SQLException if a setting is not valid
   */
  StsClient sts(String region, AwsCredentialsProvider credentials, Optional<URI> endpoint)
      throws SQLException {
    return made(
        prepared(StsClient.builder(), AwsService.STS, region, endpoint)
            .credentialsProvider(credentials)
            .overrideConfiguration(overrides()));
  }

  /**
   * Returns a client of IAM Identity Center's portal, which takes a token with each request.
   *
   * @throws SQLException if a setting is not valid
   */
  SsoClient sso(String region) throws SQLException {
    return made(
        prepared(SsoClient.builder(), AwsService.SSO, region, Optional.empty())
            .credentialsProvider(UNSIGNED)
            .overrideConfiguration(overrides()));
  }

  /**
   * Returns a client of what renews such tokens.
   *
   * @throws SQLException if a setting is not valid
   */
  SsoOidcClient ssoOidc(String region) throws SQLException {
    return made(
        prepared(SsoOidcClient.builder(), AwsService.SSO_OIDC, region, Optional.empty())
            .credentialsProvider(UNSIGNED)
            .overrideConfiguration(overrides()));
  }

  private synchronized <C extends SdkClient> C made(SdkBuilder<?, C> builder) throws SQLException {
    C client = built(builder);
    made.add(client);
    return client;
  }

  /**
   * Makes a client.
   *
   * @throws SQLException with SQLState 22023 if the SDK finds a setting that it can't use
   */
  static <C> C built(SdkBuilder<?, C> builder) throws SQLException {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      return builtWithoutFiles(builder);
    } catch (IllegalStateException e) {
      throw unusable(e);
    }
  }

  /** The files have been read already, and by other rules than the SDK's. */
  private static <C> C builtWithoutFiles(SdkBuilder<?, C> builder) throws SQLException {
    try {
      return Environment.withoutFiles(builder::build);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw unusable(e);
    }
  }

  private static SQLException unusable(RuntimeException e) {
    return SqlState.INVALID_PARAMETER.exception(
        "A setting of the environment, the JVM or the AWS configuration files can't be used: "
            + e.getMessage(),
        e);
  }

  @Override
  public synchronized void close() {
    made.forEach(SdkClient::close);
  }
}
