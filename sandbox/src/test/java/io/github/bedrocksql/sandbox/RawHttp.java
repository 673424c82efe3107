package io.github.bedrocksql.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests that the SDK would not make. */
final class RawHttp {
  /** A signature for us-east-1 that holds where nobody verifies it. */
  static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/us-east-1/bedrock/aws4_request,"
          + " SignedHeaders=host, Signature="
          + "0".repeat(64);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RawHttp() {}

  static HttpResponse<String> get(Sandbox sandbox, String pathAndQuery) throws IOException {
    return send(request(sandbox, pathAndQuery).header("Authorization", SIGNED));
  }

  static HttpResponse<String> post(Sandbox sandbox, String path, String body) throws IOException {
    return send(
        request(sandbox, path).header("Authorization", SIGNED).POST(BodyPublishers.ofString(body)));
  }

  static HttpResponse<String> getWithAuthorization(
      Sandbox sandbox, String pathAndQuery, String authorization) throws IOException {
    return send(request(sandbox, pathAndQuery).header("Authorization", authorization));
  }

  static HttpResponse<String> getUnsigned(Sandbox sandbox, String pathAndQuery) throws IOException {
    return send(request(sandbox, pathAndQuery));
  }

  /** Returns the code of an error, as the SDK reads it. */
  static String errorType(HttpResponse<String> response) {
    return response.headers().firstValue("x-amzn-ErrorType").orElse("none");
  }

  private static HttpRequest.Builder request(Sandbox sandbox, String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(sandbox.endpoint() + pathAndQuery));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException().initCause(e);
    }
  }
}
