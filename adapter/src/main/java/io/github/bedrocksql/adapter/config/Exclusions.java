package io.github.bedrocksql.adapter.config;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Properties that do not go together, each with the reason. */
final class Exclusions {
  private static final ImmutableList<BedrockProperty> OTHER_CREDENTIALS =
      ImmutableList.of(
          BedrockProperty.PROFILE,
          BedrockProperty.ACCESS_KEY_ID,
          BedrockProperty.SECRET_ACCESS_KEY,
          BedrockProperty.SESSION_TOKEN,
          BedrockProperty.USER,
          BedrockProperty.PASSWORD);
  private static final ImmutableList<BedrockProperty> OTHER_THAN_BEARER =
      ImmutableList.<BedrockProperty>builder()
          .addAll(OTHER_CREDENTIALS)
          .add(BedrockProperty.CREDENTIALS_PROVIDER, BedrockProperty.ROLE_ARNS)
          .build();
  private static final ImmutableList<BedrockProperty> OF_A_PROXY =
      ImmutableList.of(
          BedrockProperty.PROXY_PORT,
          BedrockProperty.PROXY_USER,
          BedrockProperty.PROXY_PASSWORD,
          BedrockProperty.NON_PROXY_HOSTS);

  private Exclusions() {}

  /** Returns what is wrong with properties that are right one by one. */
  static Optional<String> objection(BedrockConfig config) {
    return Stream.of(
            sandbox(config),
            insecureEndpoint(config),
            regions(config),
            credentials(config, BedrockProperty.CREDENTIALS_PROVIDER, OTHER_CREDENTIALS),
            bearerToken(config),
            proxy(config),
            variant(config))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> sandbox(BedrockConfig config) {
    return config.sandbox() && given(config, BedrockProperty.ENDPOINT)
        ? Optional.of("Connection properties 'sandbox' and 'endpoint' exclude each other")
        : Optional.empty();
  }

  private static Optional<String> insecureEndpoint(BedrockConfig config) {
    boolean allowed = config.isTrue(BedrockProperty.ALLOW_INSECURE_ENDPOINT);
    return config
        .endpoint()
        .filter(endpoint -> Endpoints.isExposed(endpoint) && !allowed)
        .map(
            endpoint ->
                "Connection property 'endpoint': plain http:// goes only to this machine"
                    + " (localhost, 127.0.0.1, [::1]); use https://, or set"
                    + " allowInsecureEndpoint=true where the network is trusted");
  }

  /** Beside {@code *}, the Region says which partition is meant. */
  private static Optional<String> regions(BedrockConfig config) {
    return given(config, BedrockProperty.REGION)
            && given(config, BedrockProperty.REGIONS)
            && !config.allRegions()
        ? Optional.of("Connection properties 'region' and 'regions' exclude each other")
        : Optional.empty();
  }

  /** The sandbox takes anybody, whatever a tool's form was filled in with. */
  private static Optional<String> bearerToken(BedrockConfig config) {
    return config.sandbox()
        ? Optional.empty()
        : credentials(config, BedrockProperty.BEARER_TOKEN, OTHER_THAN_BEARER);
  }

  private static Optional<String> credentials(
      BedrockConfig config, BedrockProperty given, List<BedrockProperty> others) {
    return given(config, given)
        ? others.stream()
            .filter(property -> given(config, property))
            .findFirst()
            .map(
                property ->
                    "Connection properties '"
                        + given.key()
                        + "' and '"
                        + property.key()
                        + "' exclude each other: both say where credentials come from")
        : Optional.empty();
  }

  private static Optional<String> proxy(BedrockConfig config) {
    if (given(config, BedrockProperty.PROXY_HOST)) {
      return given(config, BedrockProperty.PROXY_PORT)
          ? Optional.empty()
          : Optional.of("Connection property 'proxyHost' needs 'proxyPort' beside it");
    }
    return OF_A_PROXY.stream()
        .filter(property -> given(config, property))
        .findFirst()
        .map(
            property -> "Connection property '" + property.key() + "' needs 'proxyHost' beside it");
  }

  /** An endpoint is called as it is written: no other host can be made of it. */
  private static Optional<String> variant(BedrockConfig config) {
    if (!given(config, BedrockProperty.ENDPOINT) && !config.sandbox()) {
      return Optional.empty();
    }
    return Stream.of(BedrockProperty.USE_FIPS, BedrockProperty.USE_DUALSTACK)
        .filter(property -> config.get(property).filter(Boolean::parseBoolean).isPresent())
        .findFirst()
        .map(
            property ->
                "Connection properties '"
                    + property.key()
                    + "' and '"
                    + (config.sandbox() ? "sandbox" : "endpoint")
                    + "' exclude each other");
  }

  private static boolean given(BedrockConfig config, BedrockProperty property) {
    return config.get(property).isPresent();
  }
}
