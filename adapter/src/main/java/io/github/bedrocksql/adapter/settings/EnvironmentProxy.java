package io.github.bedrocksql.adapter.settings;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.ProxySettings;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy that the JVM's properties or, without one there, the environment's variables name. */
public final class EnvironmentProxy {
  private static final String HTTP = "http";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final Splitter BARS = Splitter.on('|').trimResults().omitEmptyStrings();

  private EnvironmentProxy() {}

  /**
   * Returns the proxy for calls of a scheme.
   *
   * @param scheme http or https
   * @param port the port that is called, where the endpoint names one
   * @throws SQLException with SQLState 22023 if the value is not a valid proxy; none of it is
   *     quoted
   */
  public static Optional<ProxySettings> of(
      Environment environment, String scheme, Optional<Integer> port) throws SQLException {
    Optional<Setting> host = environment.property(scheme + ".proxyHost");
    if (host.isPresent()) {
      return Optional.of(ofProperties(environment, scheme, host.get()));
    }
    Optional<Setting> variable = variable(environment, scheme + "_proxy");
    return variable.isPresent()
        ? Optional.of(ofVariable(variable.get(), without(environment, port)))
        : Optional.empty();
  }

  private static ProxySettings ofProperties(Environment environment, String scheme, Setting host)
      throws SQLException {
    Optional<Setting> port = environment.property(scheme + ".proxyPort");
    if (port.isPresent() && !isPort(port.get().value())) {
      throw SettingErrors.invalid(port.get().source() + " is not a port");
    }
    return new ProxySettings(
        checked(host, host.value()),
        port.map(set -> Integer.parseInt(set.value()))
            .orElse(scheme.equals(HTTP) ? HTTP_PORT : HTTPS_PORT),
        environment.property(scheme + ".proxyUser").map(Setting::value),
        environment.property(scheme + ".proxyPassword").map(Setting::value),
        environment
            .property("http.nonProxyHosts")
            .map(set -> ImmutableList.copyOf(BARS.split(set.value())))
            .orElse(ImmutableList.of()));
  }

  /** Which of two spellings counts is the CLI's choice, too. */
  private static Optional<Setting> variable(Environment environment, String lowerCase) {
    return environment
        .variable(lowerCase)
        .or(() -> environment.variable(lowerCase.toUpperCase(Locale.ROOT)));
  }

  private static ProxySettings ofVariable(Setting variable, ImmutableList<String> without)
      throws SQLException {
    String text = variable.value();
    URI uri;
    try {
      uri = URI.create(text.contains("://") ? text : HTTP + "://" + text.replaceFirst("^//", ""));
    } catch (IllegalArgumentException e) {
      throw notAProxy(variable);
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !scheme.matches("https?") || uri.getPort() > 65_535) {
      throw notAProxy(variable);
    }
    List<String> user =
        uri.getRawUserInfo() == null
            ? List.of()
            : Splitter.on(':').limit(2).splitToList(uri.getRawUserInfo());
    int port = scheme.equals(HTTP) ? HTTP_PORT : HTTPS_PORT;
    return new ProxySettings(
        uri.getHost(),
        uri.getPort() < 0 ? port : uri.getPort(),
        user.stream().findFirst().map(EnvironmentProxy::decoded),
        user.stream().skip(1).findFirst().map(EnvironmentProxy::decoded),
        without);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The text may hold a password. */
  private static SQLException notAProxy(Setting setting) {
    return SettingErrors.invalid(
        setting.source() + " is not a proxy such as http://proxy.example.com:3128");
  }

  private static String checked(Setting setting, String host) throws SQLException {
    if (!host.matches("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?")) {
      throw notAProxy(setting);
    }
    return host;
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535;
  }

  /** A name stands for itself and all below it, with or without a dot before it. */
  private static ImmutableList<String> without(Environment environment, Optional<Integer> port) {
    return variable(environment, "no_proxy")
        .map(set -> COMMAS.splitToStream(set.value()))
        .orElse(Stream.of())
        .flatMap(name -> withoutPort(name, port).stream())
        .map(name -> name.replaceFirst("^[.]+", ""))
        .filter(name -> !name.isEmpty())
        .flatMap(name -> name.equals("*") ? Stream.of(name) : Stream.of(name, "*." + name))
        .collect(ImmutableList.toImmutableList());
  }

  /** With a port, a name stands for that port only, if the endpoint is written with it. */
  private static Optional<String> withoutPort(String name, Optional<Integer> port) {
    int colon = name.lastIndexOf(':');
    if (colon < 0 || name.indexOf(':') != colon || !isPort(name.substring(colon + 1))) {
      return Optional.of(name);
    }
    boolean same = port.filter(p -> p == Integer.parseInt(name.substring(colon + 1))).isPresent();
    return same ? Optional.of(name.substring(0, colon)) : Optional.empty();
  }
}
