package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose text would command a terminal, and the console's output in each format. */
class HostileTextTest {
  /** In JSON: a window title, a bell, a line start, NUL, C1's command sign, a turned direction. */
  private static final String ATTACK = "\\u001b]0;gotcha\\u0007\\r\\n\\u0000\\u009b2J\\u202eend";

  private static final String ARN =
      "arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdefghij12";

  private static final String SUMMARY =
      "\"jobArn\":\"%s\",\"jobName\":\"job\",\"status\":\"Failed\",".formatted(ARN)
          + "\"creationTime\":\"2026-01-01T00:00:00Z\"";

  private static final String QUERY =
      "SELECT job_name, failure_message, role_arn, model_data_source_s3_uri FROM model_import_jobs";

  @TempDir Path directory;
  private HttpServer server;
  private String refusal = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean list = exchange.getRequestURI().getPath().endsWith("/model-import-jobs");
    String job =
        list
            ? "{\"modelImportJobSummaries\":[{" + SUMMARY + "}]}"
            : "{%s,\"failureMessage\":\"%s\",\"roleArn\":\"%s\",".formatted(SUMMARY, ATTACK, ATTACK)
                + "\"modelDataSource\":{\"s3DataSource\":{\"s3Uri\":\"%s\"}}}".formatted(ATTACK);
    boolean refused = !refusal.isEmpty();
    byte[] body =
        (refused ? "{\"message\":\"" + ATTACK + "\"}" : job).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (refused) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal);
    }
    exchange.sendResponseHeaders(refused ? 400 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private record Outcome(String out, String err) {}

  private Outcome run(boolean toTerminal, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--url");
    arguments.add(
        "jdbc:bedrock:region=us-east-1;user=u;password=p;maxRetries=0;endpoint=http://127.0.0.1:"
            + server.getAddress().getPort());
    ConsoleMain.run(
        arguments.toArray(String[]::new),
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        Map.of("HOME", directory.toString()),
        new Terminals(false, toTerminal, false));
    return new Outcome(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void assertHarmless(String output) {
    assertThat(output.replaceAll("\r?\n\t*", ""))
        .doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f\\u202e]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "vertical", "csv", "json"})
  void rowsOnATerminal(String format) {
    Outcome outcome = run(true, "--format", format, "-e", QUERY);
    assertThat(outcome.out()).contains("gotcha", "end");
    assertHarmless(outcome.out());
    assertHarmless(outcome.err());
  }

  @Test
  void aProgramGetsTheValueItself() {
    assertThat(run(false, "--format", "csv", "-e", QUERY).out())
        .contains("\u001b]0;gotcha\u0007\r\n\u0000\u009b2J\u202eend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDeniedException", "ValidationException", "OtherException"})
  void errorsAndTheirStackTraces(String code) {
    refusal = code;
    for (String sql : List.of(QUERY, "SELECT * FROM api_calls")) {
      Outcome outcome = run(true, "--verbose", "-e", QUERY, "-e", sql);
      assertThat(outcome.err()).contains("gotcha");
      assertHarmless(outcome.err());
      assertHarmless(outcome.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INTEGER", "TIMESTAMP", "BOOLEAN"})
  void valuesThatAnErrorQuotes(String type) {
    String cast = "SELECT CAST(failure_message AS " + type + ") FROM model_import_jobs";
    Outcome outcome = run(true, "--verbose", "-e", cast);
    assertThat(outcome.err()).startsWith("Error ");
    assertHarmless(outcome.err());
  }
}
