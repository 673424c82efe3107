package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** HTTP request → operation → HTTP answer. */
final class ApiHandler implements HttpHandler {
  private final Operations operations;
  private final Behaviour behaviour;
  private final Faults faults;
  private final Requests requests;
  private final ObjectMapper mapper = new ObjectMapper();

  ApiHandler(Operations operations, Behaviour behaviour, Requests requests) {
    this.operations = operations;
    this.behaviour = behaviour;
    this.faults = new Faults(behaviour);
    this.requests = requests;
  }

  /** What a request asks for. */
  private record Asked(String operation, ImmutableMap<String, String> parameters) {
    static final Asked UNKNOWN = new Asked("unknown", ImmutableMap.of());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long started = System.nanoTime();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Asked asked = route(exchange, body);
    requests.begin(asked.operation());
    String region = "none";
    int status = 200;
    ObjectNode answer;
    String error = null;
    try {
      Signature signature = Signature.of(exchange);
      region = signature.region();
      signature.verify(exchange, body, behaviour.secrets());
      faults.before(region, asked.operation());
      answer = answer(asked, region);
    } catch (ApiException e) {
      status = e.status();
      error = e.code();
      answer = mapper.createObjectNode().put("message", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    } finally {
      requests.end(
          new RecordedRequest(
              asked.operation(), region, asked.parameters(), started, System.nanoTime(), status));
    }
    send(exchange, status, error, mapper.writeValueAsBytes(answer));
  }

  private void send(HttpExchange exchange, int status, String error, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
    if (error != null) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", error);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    if (faults.cuts()) {
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
    } else {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private Asked route(HttpExchange exchange, byte[] body) {
    List<String> path =
        Splitter.on('/').splitToList(exchange.getRequestURI().getRawPath().substring(1));
    boolean get = "GET".equals(exchange.getRequestMethod());
    String resource = path.get(0);
    if ("POST".equals(exchange.getRequestMethod()) && "listTagsForResource".equals(resource)) {
      return new Asked("ListTagsForResource", ImmutableMap.of("resourceARN", resourceArn(body)));
    }
    if (get && path.size() == 1 && "model-import-jobs".equals(resource)) {
      return new Asked("ListModelImportJobs", query(exchange));
    }
    if (get && path.size() == 1 && "imported-models".equals(resource)) {
      return new Asked("ListImportedModels", query(exchange));
    }
    if (get && path.size() == 2 && "model-import-jobs".equals(resource)) {
      return new Asked("GetModelImportJob", ImmutableMap.of("jobIdentifier", decoded(path.get(1))));
    }
    if (get && path.size() == 2 && "imported-models".equals(resource)) {
      return new Asked(
          "GetImportedModel", ImmutableMap.of("modelIdentifier", decoded(path.get(1))));
    }
    return Asked.UNKNOWN;
  }

  /** Returns the ARN in a body; of a body that is no JSON "", which no operation accepts. */
  private String resourceArn(byte[] body) {
    try {
      return mapper.readTree(body).path("resourceARN").asText();
    } catch (IOException e) {
      return "";
    }
  }

  private ObjectNode answer(Asked asked, String region) {
    ImmutableMap<String, String> given = asked.parameters();
    return switch (asked.operation()) {
      case "GetModelImportJob" -> operations.get(Resource.JOB, region, given.get("jobIdentifier"));
      case "GetImportedModel" ->
          operations.get(Resource.MODEL, region, given.get("modelIdentifier"));
      case "ListModelImportJobs" -> operations.list(Resource.JOB, region, given);
      case "ListImportedModels" -> operations.list(Resource.MODEL, region, given);
      case "ListTagsForResource" -> operations.tags(region, given.get("resourceARN"));
      default -> throw new ApiException(404, "UnknownOperationException", "No such operation");
    };
  }

  private static ImmutableMap<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    ImmutableMap.Builder<String, String> parameters = ImmutableMap.builder();
    if (query != null) {
      for (String pair : Splitter.on('&').split(query)) {
        List<String> parts = Splitter.on('=').limit(2).splitToList(pair);
        parameters.put(decoded(parts.get(0)), parts.size() > 1 ? decoded(parts.get(1)) : "");
      }
    }
    return parameters.buildKeepingLast();
  }

  /** A plus sign is itself in a path and in SigV4's queries; URLDecoder would make it a blank. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
