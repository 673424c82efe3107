package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.ProxySettings;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.EnvironmentProxy;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceEndpointKey;
import software.amazon.awssdk.regions.ServiceMetadata;

/** Which host calls go to, and through which proxy. */
final class Route {
  private static final String HTTP = "http";
  private static final String HTTPS = "https";

  private Route() {}

  /**
   * Sets a client's endpoint: the one given, or that of the settings, or AWS's own.
   *
   * @param endpoint replaces AWS's own
   * @throws SQLException if a setting is not valid
   */
  static void address(
      AwsClientBuilder<?, ?> builder,
      BedrockConfig config,
      AwsSettings settings,
      AwsService service,
      String region,
      Optional<URI> endpoint)
      throws SQLException {
    Optional<URI> other = other(settings, service, endpoint);
    if (other.isPresent()) {
      // Called as it is written; the SDK refuses one beside such settings of the environment.
      builder.endpointOverride(other.get()).fipsEnabled(false).dualstackEnabled(false);
      return;
    }
    boolean fips = config.useFips().isPresent() ? config.useFips().get() : settings.useFips();
    boolean dualstack =
        config.useDualstack().isPresent() ? config.useDualstack().get() : settings.useDualstack();
    if (settings.ignoresEndpoints()) {
      // The SDK does not know that setting, and would look at those to be ignored.
      builder
          .endpointOverride(ofAws(service, region, fips, dualstack))
          .fipsEnabled(false)
          .dualstackEnabled(false);
    } else {
      builder.fipsEnabled(fips).dualstackEnabled(dualstack);
    }
  }

  /** Returns what replaces AWS's own endpoint. */
  private static Optional<URI> other(
      AwsSettings settings, AwsService service, Optional<URI> endpoint) throws SQLException {
    return endpoint.isPresent() ? endpoint : settings.endpoint(service.key());
  }

  /**
   * Returns whether a service is spoken to over TLS.
   *
   * @param endpoint as for {@link #address}
   */
  static boolean isOverTls(AwsSettings settings, AwsService service, Optional<URI> endpoint)
      throws SQLException {
    return other(settings, service, endpoint)
        .map(URI::getScheme)
        .map(HTTPS::equalsIgnoreCase)
        .orElse(true);
  }

  private static URI ofAws(AwsService service, String region, boolean fips, boolean dualstack) {
    List<EndpointTag> tags = new ArrayList<>();
    if (fips) {
      tags.add(EndpointTag.FIPS);
    }
    if (dualstack) {
      tags.add(EndpointTag.DUALSTACK);
    }
    ServiceEndpointKey key =
        ServiceEndpointKey.builder().region(Region.of(region)).tags(tags).build();
    return URI.create(HTTPS + "://" + ServiceMetadata.of(service.prefix()).endpointFor(key));
  }

  /**
   * Returns the proxy that the properties name, or that of the JVM or the environment.
   *
   * @param endpoint what is called in place of AWS's own
   * @throws SQLException if the JVM or the environment names something that is not a proxy
   */
  static ProxyConfiguration proxy(
      BedrockConfig config, AwsSettings settings, Optional<URI> endpoint) throws SQLException {
    if (config.sandbox()) {
      return none().build(); // It runs in this JVM.
    }
    Optional<ProxySettings> named = config.proxy();
    return (named.isPresent()
            ? named
            : EnvironmentProxy.of(
                settings.environment(),
                endpoint.map(URI::getScheme).orElse(HTTPS),
                endpoint.map(URI::getPort)))
        .map(Route::of)
        .orElseGet(() -> none().build());
  }

  /** The proxy itself is spoken to without TLS; what goes through it has its own. */
  private static ProxyConfiguration of(ProxySettings proxy) {
    String host = proxy.host();
    String written = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    ProxyConfiguration.Builder builder =
        none()
            .endpoint(URI.create(HTTP + "://" + written + ":" + proxy.port()))
            .nonProxyHosts(
                proxy.nonProxyHosts().stream()
                    .map(Route::pattern)
                    .collect(Collectors.toUnmodifiableSet()));
    proxy.user().ifPresent(builder::username);
    proxy.password().ifPresent(builder::password);
    return builder.build();
  }

  private static ProxyConfiguration.Builder none() {
    return ProxyConfiguration.builder()
        .useSystemPropertyValues(false)
        .useEnvironmentVariableValues(false);
  }

  /** The SDK takes regular expressions: only {@code *} has a special meaning in a name. */
  private static String pattern(String host) {
    return Arrays.stream(host.toLowerCase(Locale.ROOT).split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
