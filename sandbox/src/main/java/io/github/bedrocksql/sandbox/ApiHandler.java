package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** HTTP request → operation → HTTP answer. */
final class ApiHandler implements HttpHandler {
  private static final String JSON = "application/json";
  private static final String ASSUME_ROLE = "AssumeRole";
  private static final String LIST_TAGS = "ListTagsForResource";

  private final Operations operations;
  private final Behaviour behaviour;
  private final Faults faults;
  private final FaultPlan plan;
  private final SpoiltAnswers spoilt = new SpoiltAnswers();
  private final Requests requests;

  ApiHandler(Operations operations, Behaviour behaviour, FaultPlan plan, Requests requests) {
    this.operations = operations;
    this.behaviour = behaviour;
    this.faults = new Faults(behaviour);
    this.plan = plan;
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
    Caller caller = new Caller("none", Scope.own("none"));
    String requestId = UUID.randomUUID().toString();
    int status = 0;
    Optional<Fault.Kind> fault = Optional.empty();
    Answer answer;
    try {
      caller = caller(exchange);
      Scope scope = scope(caller, exchange, body);
      String region = caller.scope().region();
      faults.before(region, asked.operation());
      fault = plan.next(asked.operation(), region, asked.parameters());
      fault.ifPresent(SpoiltAnswers::refuse);
      answer = answer(asked, scope, fault, requestId);
      status = answer.status();
    } catch (ApiException e) {
      answer = failure(asked, e, requestId);
      status = answer.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    } finally {
      requests.end(
          new RecordedRequest(
              asked.operation(),
              caller.name(),
              caller.scope().region(),
              asked.parameters(),
              started,
              System.nanoTime(),
              status));
    }
    send(exchange, answer, fault, requestId);
  }

  /** What is sent back; {@code error} is null for a success. */
  private record Answer(int status, String error, String type, byte[] body) {
    static Answer json(byte[] body) {
      return new Answer(200, null, JSON, body);
    }

    static Answer page(int status) {
      return new Answer(
          status, null, "text/html", SpoiltAnswers.PAGE.getBytes(StandardCharsets.UTF_8));
    }

    static Answer xml(int status, String text) {
      return new Answer(status, null, "text/xml", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Who asks, or says so. */
  private Caller caller(HttpExchange exchange) {
    Optional<Caller> ofKey = behaviour.apiKeys().caller(exchange);
    if (ofKey.isPresent()) {
      return ofKey.get();
    }
    Signature signature = Signature.of(exchange);
    return new Caller(signature.accessKeyId(), Scope.own(signature.region()));
  }

  /** Whose jobs the request sees; throws unless it is signed as it must be. */
  private Scope scope(Caller caller, HttpExchange exchange, byte[] body) {
    if (caller.name().equals(RecordedRequest.API_KEY)) {
      return caller.scope();
    }
    Signature signature = Signature.of(exchange);
    AssumedRoles.Session session = behaviour.roles().session(signature.accessKeyId());
    if (session == null) {
      signature.verify(exchange, body, behaviour.secrets());
      return Scope.own(signature.region());
    }
    signature.verify(exchange, body, session.secret());
    behaviour
        .roles()
        .verify(session, exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
    return new Scope(session.account(), signature.region());
  }

  private Answer failure(Asked asked, ApiException e, String requestId) throws IOException {
    return asked.operation().equals(ASSUME_ROLE)
        ? Answer.xml(e.status(), AssumedRoles.xml(e, requestId))
        : new Answer(
            e.status(),
            e.code(),
            JSON,
            Json.MAPPER.writeValueAsBytes(
                Json.MAPPER.createObjectNode().put("message", e.getMessage())));
  }

  private void send(
      HttpExchange exchange, Answer answer, Optional<Fault.Kind> fault, String requestId)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
    if (answer.error() != null) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
    }
    byte[] bytes = SpoiltAnswers.body(fault, answer.body());
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    Optional<Fault.Kind> way = faults.cuts() ? Optional.of(Fault.Kind.CUT) : fault;
    try (exchange) {
      if (way.isPresent()) {
        SpoiltAnswers.write(way.get(), exchange.getResponseBody(), bytes);
      } else {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked route(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    if ("GET".equals(exchange.getRequestMethod())) {
      return read(path, exchange.getRequestURI().getRawQuery());
    }
    if ("POST".equals(exchange.getRequestMethod()) && "/listTagsForResource".equals(path)) {
      return new Asked(LIST_TAGS, ImmutableMap.of("resourceARN", resourceArn(body)));
    }
    if ("POST".equals(exchange.getRequestMethod()) && "/".equals(path)) {
      return posted(new String(body, StandardCharsets.UTF_8));
    }
    return Asked.UNKNOWN;
  }

  private static Asked read(String path, String query) {
    Optional<Asked> list =
        ServedResources.listedAt(path)
            .map(resource -> new Asked(resource.listing().operation(), parameters(query)));
    int slash = path.lastIndexOf('/');
    return list.or(
            () ->
                ServedResources.gotAt(path.substring(0, slash))
                    .map(Resource::getting)
                    .map(getting -> got(getting, decoded(path.substring(slash + 1)))))
        .orElse(Asked.UNKNOWN);
  }

  private static Asked got(Getting<?> getting, String identifier) {
    return new Asked(getting.operation(), ImmutableMap.of(getting.parameter(), identifier));
  }

  /** Returns the ARN in a body; of a body that is no JSON "", which no operation accepts. */
  private static String resourceArn(byte[] body) {
    try {
      return Json.MAPPER.readTree(body).path("resourceARN").asText();
    } catch (IOException e) {
      return "";
    }
  }

  private Answer answer(Asked asked, Scope scope, Optional<Fault.Kind> fault, String requestId)
      throws IOException {
    if (asked.operation().equals(ASSUME_ROLE)) {
      AssumedRoles.Session session = behaviour.roles().assume(asked.parameters());
      return Answer.xml(200, AssumedRoles.xml(session, requestId));
    }
    Optional<Integer> page = fault.flatMap(SpoiltAnswers::pageStatus);
    if (page.isPresent()) {
      return Answer.page(page.get());
    }
    ObjectNode json =
        resource(
            asked.operation(),
            fault
                .map(kind -> SpoiltAnswers.parameters(kind, asked.parameters()))
                .orElse(asked.parameters()),
            scope);
    fault.ifPresent(
        kind ->
            ServedResources.listedBy(asked.operation())
                .or(() -> ServedResources.gotBy(asked.operation()))
                .ifPresent(resource -> spoilt.spoil(kind, resource, json)));
    return Answer.json(Json.MAPPER.writeValueAsBytes(json));
  }

  private ObjectNode resource(String operation, ImmutableMap<String, String> given, Scope scope) {
    Optional<ObjectNode> answer =
        ServedResources.listedBy(operation)
            .map(resource -> operations.list(resource, scope, given))
            .or(
                () ->
                    ServedResources.gotBy(operation)
                        .map(
                            resource ->
                                operations.get(
                                    resource, scope, given.get(resource.getting().parameter()))));
    if (answer.isPresent()) {
      return answer.get();
    }
    if (operation.equals(LIST_TAGS)) {
      return operations.tags(scope, given.get("resourceARN"));
    }
    throw new ApiException(404, "UnknownOperationException", "No such operation");
  }

  /** A request of AWS's query protocol, as STS has it: a form. */
  private static Asked posted(String form) {
    ImmutableMap<String, String> given = parameters(form.replace('+', ' '));
    return ASSUME_ROLE.equals(given.get("Action")) ? new Asked(ASSUME_ROLE, given) : Asked.UNKNOWN;
  }

  private static ImmutableMap<String, String> parameters(String query) {
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
