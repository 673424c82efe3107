package io.github.bedrocksql.sandbox;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request (AWS Signature Version 4): who asks, and which service of which
 * Region.
 */
record Signature(
    String accessKeyId,
    String date,
    String region,
    String service,
    String headers,
    String signature) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([a-z0-9-]+)/(bedrock|sts)/aws4_request,"
              + "\\s*SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]{64})");

  static Signature of(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null) {
      throw new ApiException(
          403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    Matcher matcher = AUTHORIZATION.matcher(header);
    if (!matcher.matches()) {
      throw new ApiException(
          403, "IncompleteSignatureException", "The Authorization header is not of Signature V4");
    }
    return new Signature(
        matcher.group(1),
        matcher.group(2),
        matcher.group(3),
        matcher.group(4),
        matcher.group(5),
        matcher.group(6));
  }

  /** Throws unless the caller is known and signed with its own secret; no secrets: anyone may. */
  void verify(HttpExchange exchange, byte[] body, ImmutableMap<String, String> secrets) {
    if (secrets.isEmpty()) {
      return;
    }
    String secret = secrets.get(accessKeyId);
    if (secret == null) {
      throw new ApiException(
          403,
          "UnrecognizedClientException",
          "The security token included in the request is invalid.");
    }
    verify(exchange, body, secret);
  }

  /** Throws unless the request is signed with this secret. */
  void verify(HttpExchange exchange, byte[] body, String secret) {
    byte[] expected = expected(exchange, body, secret).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
      throw new ApiException(
          403,
          "InvalidSignatureException",
          "The request signature we calculated does not match the signature you provided.");
    }
  }

  private String expected(HttpExchange exchange, byte[] body, String secret) {
    String scope = date + "/" + region + "/" + service + "/aws4_request";
    String time = exchange.getRequestHeaders().getFirst("X-Amz-Date");
    String toSign =
        String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical(exchange, body)));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : List.of(date, region, service, "aws4_request", toSign)) {
      key = hmac(key, part);
    }
    return BaseEncoding.base16().lowerCase().encode(key);
  }

  private String canonical(HttpExchange exchange, byte[] body) {
    // Services other than S3 sign the path encoded once more: its percent signs are text.
    String path = exchange.getRequestURI().getRawPath().replace("%", "%25");
    String query = exchange.getRequestURI().getRawQuery();
    String sortedQuery =
        query == null
            ? ""
            : Splitter.on('&').splitToStream(query).sorted().collect(Collectors.joining("&"));
    TreeMap<String, String> signed = new TreeMap<>();
    for (String name : Splitter.on(';').split(headers)) {
      signed.put(
          name, String.join(",", exchange.getRequestHeaders().getOrDefault(name, List.of())));
    }
    StringBuilder lines = new StringBuilder();
    signed.forEach(
        (name, value) -> lines.append(name).append(':').append(value.strip()).append('\n'));
    String given = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    String hash =
        "UNSIGNED-PAYLOAD".equals(given) ? given : Hashing.sha256().hashBytes(body).toString();
    return String.join("\n", exchange.getRequestMethod(), path, sortedQuery, lines, headers, hash);
  }

  private static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every JDK has HmacSHA256.
    }
  }
}
