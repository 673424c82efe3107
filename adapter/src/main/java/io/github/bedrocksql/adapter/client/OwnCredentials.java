package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.SdkProvider;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Environment;
import io.github.bedrocksql.adapter.settings.Profile;
import io.github.bedrocksql.adapter.settings.Setting;
import java.sql.SQLException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Where a connection's credentials come from: what its properties say or, if they say nothing,
 * where the AWS CLI would find some.
 */
final class OwnCredentials {
  private static final String NONE_ANYWHERE =
      "none in the environment, the AWS configuration files or a role of this machine; give"
          + " 'profile', or 'accessKeyId' and 'secretAccessKey'";

  private final BedrockConfig config;
  private final Environment environment;
  private final ServiceClients clients;
  private final String region;

  /**
   * Reads nothing yet.
   *
   * @param region where roles of profiles are assumed
   */
  OwnCredentials(
      BedrockConfig config, Environment environment, ServiceClients clients, String region) {
    this.config = config;
    this.environment = environment;
    this.clients = clients;
    this.region = region;
  }

  /**
   * Returns the credentials that the properties name, or those that the environment has.
   *
   * @throws SQLException if there is half a key
   */
  RenewableCredentials get() throws SQLException {
    if (config.sandbox()) {
      // Whatever a tool's form was filled in with: the sandbox takes anybody.
      return RenewableCredentials.fixed(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("SANDBOX", "sandbox")));
    }
    Optional<String> key = config.accessKeyId();
    Optional<String> secret = config.secretAccessKey();
    if (key.isPresent() != secret.isPresent()) {
      throw SqlState.INVALID_AUTHORIZATION.exception(
          "accessKeyId and secretAccessKey must be given together", null);
    }
    if (key.isPresent()) {
      return RenewableCredentials.fixed(
          ProfileCredentials.keys(
              key.get(),
              secret.get(),
              config.get(BedrockProperty.SESSION_TOKEN),
              Optional.empty()));
    }
    return RenewableCredentials.from(this::read);
  }

  /** Reads anew what may have changed. */
  private AwsCredentialsProvider read() {
    try {
      AwsSettings settings = AwsSettings.read(environment, config.get(BedrockProperty.PROFILE));
      ProfileCredentials profiles = new ProfileCredentials(settings, clients, region);
      SdkProvider unnamed =
          config.get(BedrockProperty.PROFILE).isPresent()
              ? SdkProvider.PROFILE
              : SdkProvider.DEFAULT;
      return make(config.credentialsProvider().orElse(unnamed), settings, profiles);
    } catch (SQLException e) {
      throw new UnusableCredentials(e);
    }
  }

  private static UnusableCredentials noProfile(AwsSettings settings) {
    return new UnusableCredentials("there is no default profile in " + settings.files().places());
  }

  /** Looks where the AWS CLI looks, in its order. */
  private AwsCredentialsProvider chain(AwsSettings settings, ProfileCredentials profiles)
      throws SQLException {
    Optional<AwsCredentialsProvider> keys = EnvironmentKeys.of(environment);
    if (keys.isPresent()) {
      return keys.get();
    }
    Optional<Profile> profile = settings.profile();
    if (profile.isPresent()) {
      Optional<AwsCredentialsProvider> role = profiles.role(profile.get());
      if (role.isPresent()) {
        return role.get();
      }
    }
    if (webIdentityToken().isPresent()) {
      return webIdentity(profiles, profile);
    }
    if (profile.isPresent()) {
      Optional<AwsCredentialsProvider> own = profiles.own(profile.get());
      if (own.isPresent()) {
        return own.get();
      }
    }
    return ofThisMachine(settings);
  }

  private Optional<Setting> webIdentityToken() {
    return environment.first("aws.webIdentityTokenFile", "AWS_WEB_IDENTITY_TOKEN_FILE");
  }

  private AwsCredentialsProvider webIdentity(ProfileCredentials profiles, Optional<Profile> profile)
      throws SQLException {
    return profiles.webIdentity(
        webIdentityToken()
            .orElseThrow(() -> new UnusableCredentials("AWS_WEB_IDENTITY_TOKEN_FILE is not set")),
        environment
            .first("aws.roleArn", "AWS_ROLE_ARN")
            .or(() -> profile.flatMap(p -> p.get("role_arn"))),
        environment
            .first("aws.roleSessionName", "AWS_ROLE_SESSION_NAME")
            .map(Setting::value)
            .orElse(config.get(BedrockProperty.ROLE_SESSION_NAME).orElseThrow()));
  }

  private AwsCredentialsProvider ofThisMachine(AwsSettings settings) throws SQLException {
    boolean container =
        environment
                .first("aws.containerCredentialsPath", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .isPresent()
            || environment
                .first("aws.containerCredentialsFullUri", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .isPresent();
    if (container) {
      return container();
    }
    if (settings.instanceMetadataDisabled()) {
      throw new UnusableCredentials(NONE_ANYWHERE);
    }
    return new CheckedCredentials(InstanceMetadata.credentials(settings), NONE_ANYWHERE);
  }

  private static AwsCredentialsProvider container() {
    return new CheckedCredentials(
        ContainerCredentialsProvider.create(), "the container gives none");
  }

  private AwsCredentialsProvider make(
      SdkProvider provider, AwsSettings settings, ProfileCredentials profiles) throws SQLException {
    return switch (provider) {
      case ANONYMOUS -> ServiceClients.UNSIGNED;
      case CONTAINER -> container();
      case DEFAULT -> chain(settings, profiles);
      case ENVIRONMENT_VARIABLE ->
          EnvironmentKeys.ofVariables(environment)
              .orElseThrow(() -> new UnusableCredentials("AWS_ACCESS_KEY_ID is not set"));
      case INSTANCE_PROFILE ->
          new CheckedCredentials(
              InstanceMetadata.credentials(settings), "this is not an EC2 instance with a role");
      case PROFILE -> profiles.of(settings.profile().orElseThrow(() -> noProfile(settings)));
      case SYSTEM_PROPERTY ->
          EnvironmentKeys.ofProperties(environment)
              .orElseThrow(() -> new UnusableCredentials("-Daws.accessKeyId is not set"));
      case WEB_IDENTITY_TOKEN_FILE -> webIdentity(profiles, Optional.empty());
    };
  }
}
