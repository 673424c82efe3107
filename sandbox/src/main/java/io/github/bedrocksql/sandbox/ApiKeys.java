package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;

/**
 * Bedrock's API keys, which come in place of a signature.
 *
 * @param regions the Region that each is asked in, which no request tells; none: no key is taken
 */
record ApiKeys(ImmutableMap<String, String> regions) {
  private static final String BEARER = "Bearer ";

  /** Returns who asks if it is with a key; throws if that is none of these. */
  Optional<Caller> caller(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (regions.isEmpty() || header == null || !header.startsWith(BEARER)) {
      return Optional.empty();
    }
    String region = regions.get(header.substring(BEARER.length()));
    if (region == null) {
      throw new ApiException(
          403,
          "AccessDeniedException",
          "Authentication failed: Please make sure your API Key is valid.");
    }
    return Optional.of(new Caller(RecordedRequest.API_KEY, Scope.own(region)));
  }
}
