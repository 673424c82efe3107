package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.Target;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of a connection: its own, and those of the roles that it assumes with them. A
 * role is assumed at its first call, once for all Regions, and again before its credentials end.
 */
final class Credentials implements AutoCloseable {
  private final BedrockConfig config;
  private final AwsCredentialsProvider own;
  private final SdkHttpClient http;
  private final Optional<URI> endpoint;
  private final ScheduledExecutorService timeouts;
  private final Map<String, StsAssumeRoleCredentialsProvider> roles = new HashMap<>();
  private StsClient sts;

  /**
   * Calls nothing yet.
   *
   * @param own what roles are assumed with
   * @param endpoint replaces that of STS, too; empty for AWS's own
   * @param timeouts ends calls at callTimeout
   */
  Credentials(
      BedrockConfig config,
      AwsCredentialsProvider own,
      SdkHttpClient http,
      Optional<URI> endpoint,
      ScheduledExecutorService timeouts) {
    this.config = config;
    this.own = own;
    this.http = http;
    this.endpoint = endpoint;
    this.timeouts = timeouts;
  }

  /** Returns what calls to a target are signed with. */
  AwsCredentialsProvider of(Target target) {
    return target
        .roleArn()
        .<AwsCredentialsProvider>map(role -> assumed(role, target.region()))
        .orElse(own);
  }

  private StsAssumeRoleCredentialsProvider assumed(String role, String region) {
    if (sts == null) {
      sts = makeSts(region);
    }
    return roles.computeIfAbsent(
        role,
        arn ->
            StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(
                    r ->
                        r.roleArn(arn)
                            .roleSessionName(
                                config.get(BedrockProperty.ROLE_SESSION_NAME).orElseThrow())
                            .externalId(config.get(BedrockProperty.EXTERNAL_ID).orElse(null)))
                .build());
  }

  private StsClient makeSts(String region) {
    var builder =
        StsClient.builder()
            .region(Region.of(region))
            .credentialsProvider(own)
            .httpClient(http)
            .overrideConfiguration(
                o -> o.apiCallTimeout(config.callTimeout()).scheduledExecutorService(timeouts));
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** Returns the credentials that the properties name, or the SDK's own chain. */
  static AwsCredentialsProvider own(BedrockConfig config) throws SQLException {
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
  public void close() {
    roles.values().forEach(StsAssumeRoleCredentialsProvider::close);
    if (sts != null) {
      sts.close();
    }
    if (own instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
