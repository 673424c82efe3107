package io.github.bedrocksql.adapter.config;

import com.google.common.net.InetAddresses;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What may be an endpoint. Nothing is looked up: a name means what it says. */
public final class Endpoints {
  private Endpoints() {}

  /** Returns why a text is not a valid endpoint; empty if it is. The text may hold a password. */
  public static Optional<String> objection(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("is not a URL: " + e.getReason());
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean more =
        uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
    return web && uri.getHost() != null && !more && uri.getPort() <= 65_535
        ? Optional.empty()
        : Optional.of("must be http(s)://host[:port]");
  }

  /**
   * Returns whether what is said to an endpoint could be read on the way: it is not encrypted, and
   * not surely for this machine.
   */
  static boolean isExposed(URI endpoint) {
    String host = endpoint.getHost();
    // Other names may be given to this machine as well, but who answers for them can change.
    boolean local =
        host.equalsIgnoreCase("localhost")
            || (InetAddresses.isUriInetAddress(host)
                && InetAddresses.forUriString(host).isLoopbackAddress());
    return "http".equals(endpoint.getScheme()) && !local;
  }
}
