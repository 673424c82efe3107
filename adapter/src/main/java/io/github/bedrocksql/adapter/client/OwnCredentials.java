package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.SdkProvider;
import java.sql.SQLException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;

/** Where the properties say that a connection's credentials come from. */
final class OwnCredentials {
  private OwnCredentials() {}

  /**
   * Returns the credentials that the properties name, or those of the SDK's own chain.
   *
   * @throws SQLException if there is half a key
   */
  static RenewableCredentials of(BedrockConfig config) throws SQLException {
    if (config.sandbox()) {
      // Whatever a tool's form was filled in with: the sandbox takes anybody.
      return fixed(AwsBasicCredentials.create("SANDBOX", "sandbox"));
    }
    Optional<String> key = config.accessKeyId();
    Optional<String> secret = config.secretAccessKey();
    if (key.isPresent() != secret.isPresent()) {
      throw SqlState.INVALID_AUTHORIZATION.exception(
          "accessKeyId and secretAccessKey must be given together", null);
    }
    if (key.isPresent()) {
      Optional<String> token = config.get(BedrockProperty.SESSION_TOKEN);
      return fixed(
          token.isPresent()
              ? AwsSessionCredentials.create(key.get(), secret.get(), token.get())
              : AwsBasicCredentials.create(key.get(), secret.get()));
    }
    Optional<String> profile = config.get(BedrockProperty.PROFILE);
    if (profile.isPresent()) {
      return RenewableCredentials.from(() -> ProfileCredentialsProvider.create(profile.get()));
    }
    SdkProvider provider = config.credentialsProvider().orElse(SdkProvider.DEFAULT);
    return RenewableCredentials.from(() -> make(provider));
  }

  private static RenewableCredentials fixed(AwsCredentials credentials) {
    return RenewableCredentials.fixed(StaticCredentialsProvider.create(credentials));
  }

  /** Each of its own: the one that the default chain's {@code create} gives is the JVM's. */
  static AwsCredentialsProvider make(SdkProvider provider) {
    return switch (provider) {
      case ANONYMOUS -> AnonymousCredentialsProvider.create();
      case CONTAINER -> ContainerCredentialsProvider.create();
      case DEFAULT -> DefaultCredentialsProvider.builder().build();
      case ENVIRONMENT_VARIABLE -> EnvironmentVariableCredentialsProvider.create();
      case INSTANCE_PROFILE -> InstanceProfileCredentialsProvider.create();
      case PROFILE -> ProfileCredentialsProvider.create();
      case SYSTEM_PROPERTY -> SystemPropertyCredentialsProvider.create();
      case WEB_IDENTITY_TOKEN_FILE -> WebIdentityTokenFileCredentialsProvider.create();
    };
  }
}
