package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A server that gives one answer after another, whatever is asked; the last again and again. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final Connection connection;

  /** An answer; {@code error} is the API's code, "" for none. */
  record Answer(int status, String error, String body) {}

  ScriptedServer(Answer... answers) throws SQLException {
    AtomicInteger next = new AtomicInteger();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/", e -> send(e, answers[Math.min(next.getAndIncrement(), answers.length - 1)]));
    server.start();
    connection =
        DriverManager.getConnection(
            "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;secretAccessKey=secret;"
                + "maxRetries=0;endpoint=http://127.0.0.1:"
                + server.getAddress().getPort());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (!answer.error().isEmpty()) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** A page of jobs of these names. */
  static Answer page(String nextToken, String... names) {
    String jobs =
        Stream.of(names)
            .map(
                name ->
                    "{\"jobArn\":\"arn:aws:bedrock:us-east-1:111122223333:model-import-job/"
                        + name
                        + "\",\"jobName\":\""
                        + name
                        + "\",\"status\":\"Completed\",\"creationTime\":\"2026-01-01T00:00:00Z\"}")
            .collect(joining(","));
    return new Answer(
        200,
        "",
        "{\"modelImportJobSummaries\":[" + jobs + "],\"nextToken\":\"" + nextToken + "\"}");
  }

  static Answer error(int status, String code) {
    return new Answer(status, code, "{\"message\":\"as the test says\"}");
  }

  /** Returns the values of the first column. */
  List<Object> names(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return Bench.rows(statement).stream().map(row -> row.get(0)).toList();
    }
  }

  SQLException failure(String sql) {
    return catchThrowableOfType(SQLException.class, () -> names(sql));
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    connection.close();
  }
}
