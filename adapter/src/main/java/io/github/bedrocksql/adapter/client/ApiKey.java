package io.github.bedrocksql.adapter.client;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hashing;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Setting;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.services.bedrock.BedrockClientBuilder;
import software.amazon.awssdk.services.bedrock.auth.scheme.BedrockAuthSchemeProvider;

/** A Bedrock API key, which is sent with a request in place of a signature. */
final class ApiKey {
  private static final String BEARER = "smithy.api#httpBearerAuth";
  private static final String SIGNATURE = "aws.auth#sigv4";

  private final String token;

  private ApiKey(String token) {
    this.token = token;
  }

  /**
   * Returns the key that the properties name or, if they name no other credentials, that of the
   * environment.
   *
   * @throws SQLException with SQLState 28000 if that can't be a key
   */
  static Optional<ApiKey> of(BedrockConfig config, AwsSettings settings) throws SQLException {
    if (config.sandbox()) {
      return Optional.empty();
    }
    Optional<String> named = config.get(BedrockProperty.BEARER_TOKEN);
    if (named.isPresent() || config.namesCredentials()) {
      return named.map(ApiKey::new);
    }
    Optional<Setting> found = settings.bearerToken();
    if (found.isPresent() && !found.get().value().matches("[\\x21-\\x7e]+")) {
      throw SqlState.INVALID_AUTHORIZATION.exception(
          found.get() + " is not an API key: it holds a blank or a special character", null);
    }
    return found.map(setting -> new ApiKey(setting.value()));
  }

  /** Returns what distinguishes this key from others without revealing any of it. */
  String fingerprint() {
    return Hashing.sha256().hashString(token, StandardCharsets.UTF_8).toString();
  }

  /**
   * Says what a client's requests carry: the key, or a signature. Left to itself, the SDK would
   * send a key of the environment whatever credentials it is given.
   */
  static void sign(
      BedrockClientBuilder builder, Optional<ApiKey> key, AwsCredentialsProvider credentials) {
    builder
        .authSchemeProvider(only(key.isPresent() ? BEARER : SIGNATURE))
        .tokenProvider(StaticTokenProvider.create(() -> key.map(k -> k.token).orElse("")))
        .credentialsProvider(key.isPresent() ? ServiceClients.UNSIGNED : credentials);
  }

  private static BedrockAuthSchemeProvider only(String scheme) {
    BedrockAuthSchemeProvider all = BedrockAuthSchemeProvider.defaultProvider();
    return parameters ->
        ImmutableList.copyOf(
            Iterables.filter(
                all.resolveAuthScheme(parameters), option -> option.schemeId().equals(scheme)));
  }
}
