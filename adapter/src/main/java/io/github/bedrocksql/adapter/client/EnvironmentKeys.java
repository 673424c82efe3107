package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.settings.Environment;
import io.github.bedrocksql.adapter.settings.Setting;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Keys in the JVM's properties or in the environment's variables. */
final class EnvironmentKeys {
  private EnvironmentKeys() {}

  /**
   * Returns the keys, the JVM's first; empty without an access key id.
   *
   * @throws UnusableCredentials if the secret is missing
   */
  static Optional<AwsCredentialsProvider> of(Environment environment) {
    return ofProperties(environment).or(() -> ofVariables(environment));
  }

  /** Returns those in the JVM's properties. */
  static Optional<AwsCredentialsProvider> ofProperties(Environment environment) {
    return environment
        .property("aws.accessKeyId")
        .map(
            key ->
                keys(
                    key,
                    "-Daws.secretAccessKey",
                    environment.property("aws.secretAccessKey"),
                    environment.property("aws.sessionToken"),
                    environment.property("aws.accountId")));
  }

  /** Returns those in the environment's variables. */
  static Optional<AwsCredentialsProvider> ofVariables(Environment environment) {
    return environment
        .variable("AWS_ACCESS_KEY_ID")
        .map(
            key ->
                keys(
                    key,
                    "AWS_SECRET_ACCESS_KEY",
                    environment.variable("AWS_SECRET_ACCESS_KEY"),
                    environment
                        .variable("AWS_SESSION_TOKEN")
                        .or(() -> environment.variable("AWS_SECURITY_TOKEN")),
                    environment.variable("AWS_ACCOUNT_ID")));
  }

  private static AwsCredentialsProvider keys(
      Setting key,
      String nameOfSecret,
      Optional<Setting> secret,
      Optional<Setting> token,
      Optional<Setting> account) {
    if (secret.isEmpty()) {
      throw new UnusableCredentials(key + " is set but " + nameOfSecret + " is not");
    }
    return ProfileCredentials.keys(
        key.value(), secret.get().value(), token.map(Setting::value), account.map(Setting::value));
  }
}
