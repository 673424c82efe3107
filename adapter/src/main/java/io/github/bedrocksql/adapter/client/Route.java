package io.github.bedrocksql.adapter.client;

import com.google.common.base.Strings;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.ProxySettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.utils.ProxyConfigProvider;

/** Which host calls go to, and through which proxy. */
final class Route {
  private static final String HTTP = "http";
  private static final String HTTPS = "https";

  private Route() {}

  /**
   * Sets a client's endpoint.
   *
   * @param endpoint replaces AWS's own
   */
  static void address(
      AwsClientBuilder<?, ?> builder, BedrockConfig config, Optional<URI> endpoint) {
    if (endpoint.isPresent()) {
      // Called as it is written; the SDK refuses one beside such settings of the environment.
      builder.endpointOverride(endpoint.get()).fipsEnabled(false).dualstackEnabled(false);
    } else {
      config.useFips().ifPresent(builder::fipsEnabled);
      config.useDualstack().ifPresent(builder::dualstackEnabled);
    }
  }

  /** Returns the proxy that the properties name, or that of the JVM or the environment. */
  static ProxyConfiguration proxy(BedrockConfig config) {
    if (config.sandbox()) {
      return none().build(); // It runs in this JVM.
    }
    Optional<ProxySettings> named = config.proxy();
    if (named.isPresent()) {
      return of(named.get());
    }
    // The SDK itself would look at those for http:// only, whatever it calls.
    String scheme = config.endpoint().map(URI::getScheme).orElse(HTTPS);
    ProxyConfigProvider found =
        ProxyConfigProvider.fromSystemEnvironmentSettings(true, true, scheme);
    return found == null || Strings.isNullOrEmpty(found.host()) ? none().build() : of(found);
  }

  private static ProxyConfiguration of(ProxySettings proxy) {
    return of(
        proxy.host(),
        proxy.port(),
        proxy.user(),
        proxy.password(),
        proxy.nonProxyHosts().stream().map(Route::pattern).collect(Collectors.toUnmodifiableSet()));
  }

  private static ProxyConfiguration of(ProxyConfigProvider proxy) {
    return of(
        proxy.host(),
        proxy.port(),
        proxy.userName(),
        proxy.password(),
        proxy.nonProxyHosts() == null ? Set.of() : proxy.nonProxyHosts());
  }

  /** The proxy itself is spoken to without TLS; what goes through it has its own. */
  private static ProxyConfiguration of(
      String host,
      int port,
      Optional<String> user,
      Optional<String> password,
      Set<String> nonProxyHosts) {
    ProxyConfiguration.Builder builder =
        none().endpoint(URI.create(HTTP + "://" + host + ":" + port)).nonProxyHosts(nonProxyHosts);
    user.ifPresent(builder::username);
    password.ifPresent(builder::password);
    return builder.build();
  }

  private static ProxyConfiguration.Builder none() {
    return ProxyConfiguration.builder()
        .useSystemPropertyValues(false)
        .useEnvironmentVariableValues(false);
  }

  /** The SDK takes regular expressions: nothing of a name but {@code *} may be one. */
  private static String pattern(String host) {
    return Arrays.stream(host.toLowerCase(Locale.ROOT).split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
