package io.github.bedrocksql.adapter.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The HTTP proxy that calls go through. {@link #toString} shows no secret.
 *
 * @param host its name or address
 * @param user what it asks for; empty if it lets everyone through
 * @param password that of the user
 * @param nonProxyHosts hosts that are called without it; {@code *} stands for any characters
 */
public record ProxySettings(
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    ImmutableList<String> nonProxyHosts) {

  private static final Splitter HOSTS = Splitter.on('|').trimResults().omitEmptyStrings();

  /** Returns what the properties say; empty if they name no proxy. */
  static Optional<ProxySettings> of(BedrockConfig config) {
    return config
        .get(BedrockProperty.PROXY_HOST)
        .map(
            host ->
                new ProxySettings(
                    host,
                    Integer.parseInt(config.get(BedrockProperty.PROXY_PORT).orElseThrow()),
                    config.get(BedrockProperty.PROXY_USER),
                    config.get(BedrockProperty.PROXY_PASSWORD),
                    config
                        .get(BedrockProperty.NON_PROXY_HOSTS)
                        .map(text -> ImmutableList.copyOf(HOSTS.split(text)))
                        .orElse(ImmutableList.of())));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
