package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import java.net.URI;
import java.sql.SQLException;
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
  private final ScheduledExecutorService timeouts;
  private final List<SdkClient> made = new ArrayList<>();

  /**
   * Makes no client yet.
   *
   * @param timeouts ends calls at callTimeout
   */
  ServiceClients(
      BedrockConfig config,
      AwsSettings settings,
      SdkHttpClient http,
      ScheduledExecutorService timeouts) {
    this.config = config;
    this.settings = settings;
    this.http = http;
    this.timeouts = timeouts;
  }

  /**
   * Sets all but the credentials.
   *
   * @param endpoint replaces AWS's own; empty for what the settings say
   * @throws SQLException if the settings make no sense
   */
  <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B prepared(
      B builder, AwsService service, String region, Optional<URI> endpoint) throws SQLException {
    builder.region(Region.of(region)).httpClient(http).defaultsMode(DefaultsMode.LEGACY);
    Route.address(builder, config, settings, service, region, endpoint);
    return builder;
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
   * @throws SQLException if the settings make no sense
   */
  StsClient sts(String region, AwsCredentialsProvider credentials, Optional<URI> endpoint)
      throws SQLException {
    return keep(
        prepared(StsClient.builder(), AwsService.STS, region, endpoint)
            .credentialsProvider(credentials)
            .overrideConfiguration(overrides())
            .build());
  }

  /**
   * Returns a client of IAM Identity Center's portal, which takes a token with each request.
   *
   * @throws SQLException if the settings make no sense
   */
  SsoClient sso(String region) throws SQLException {
    return keep(
        prepared(SsoClient.builder(), AwsService.SSO, region, Optional.empty())
            .credentialsProvider(UNSIGNED)
            .overrideConfiguration(overrides())
            .build());
  }

  /**
   * Returns a client of what renews such tokens.
   *
   * @throws SQLException if the settings make no sense
   */
  SsoOidcClient ssoOidc(String region) throws SQLException {
    return keep(
        prepared(SsoOidcClient.builder(), AwsService.SSO_OIDC, region, Optional.empty())
            .credentialsProvider(UNSIGNED)
            .overrideConfiguration(overrides())
            .build());
  }

  private synchronized <C extends SdkClient> C keep(C client) {
    made.add(client);
    return client;
  }

  @Override
  public synchronized void close() {
    made.forEach(SdkClient::close);
  }
}
