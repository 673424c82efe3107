package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts ask for. */
class ScriptTest {
  private static final String HOSTILE = "x' OR '1' = '1";

  @TempDir Path directory;

  @Test
  void parametersAreBound() {
    String query =
        "SELECT COUNT(*) AS n FROM model_import_jobs WHERE status = :status AND job_name <> :x";
    assertThat(Batch.run(query, "-D", "status=Failed", "-Dx=" + HOSTILE, "--format", "csv").out())
        .isEqualTo("n\r\n4\r\n");
    assertThat(Batch.run(query, "-D", "status=" + HOSTILE, "-Dx=", "--format", "csv").out())
        .isEqualTo("n\r\n0\r\n");
  }

  @Test
  void parametersTakeTheTypeOfWhatTheyAreComparedWith() {
    String query =
        "SELECT COUNT(*) AS n FROM model_import_jobs WHERE duration_seconds > :seconds"
            + " AND creation_time > :since LIMIT :n";
    assertThat(
            Batch.run(query, "-Dseconds=0", "-Dsince=2000-01-01", "-Dn=1", "--format", "csv").out())
        .isEqualTo("n\r\n17\r\n");
  }

  @Test
  void whatOnlyLooksLikeAParameterIsNone() {
    String query = "SELECT ':a' AS \":a\", '5'::INTEGER AS b, 1 /* :a */ AS c -- :a";
    assertThat(Batch.run(query, "-Da=x", "-DINTEGER=x", "--format", "csv").out())
        .isEqualTo(":a,b,c\r\n:a,5,1\r\n");
  }

  @Test
  void aMistakeBehindAParameterKeepsItsPlace() {
    assertThat(Batch.run("SELECT :a, nope FROM model_import_jobs", "-D", "a=x").err())
        .contains("\n  1 | SELECT :a, nope FROM", "\n                 ^\n");
  }

  @Test
  void output() throws IOException {
    Path file = directory.resolve("rows.csv");
    Batch batch = Batch.run("VALUES 1; VALUES 2", "--output", file.toString(), "--format", "csv");
    assertThat(batch.out()).isEmpty();
    assertThat(batch.status()).isZero();
    assertThat(Files.readString(file).replaceAll("[^0-9\n]", "")).contains("1\n", "2\n");
    Path none = directory.resolve("none").resolve("x");
    assertThat(Batch.run("VALUES 1", "--output", none.toString()))
        .isEqualTo(new Batch(1, "", "Error: cannot write " + none + "\n"));
  }

  @Test
  void timeout() {
    String endless =
        "SELECT COUNT(*) FROM generate_series(1, 1000000) AS a(x),"
            + " generate_series(1, 1000000) AS b(x) WHERE a.x + b.x < 0";
    Batch batch = Batch.run(endless, "--timeout", "1s");
    assertThat(batch.status()).isEqualTo(1);
    assertThat(batch.err()).startsWith("Error HYT00: ");
  }

  @Test
  void maxCalls() {
    String query = "SELECT role_arn FROM model_import_jobs";
    assertThat(Batch.run(query, "--max-calls", "3").err())
        .startsWith("Error 54000: ")
        .contains("3");
    assertThat(Batch.run(query, "--max-calls", "30").status()).isZero();
  }

  @Test
  void quietSaysErrorsOnly() {
    Batch batch = Batch.run("SELECT 1 AS a; SELECT x; \\timing", "--quiet");
    assertThat(batch.out()).contains("| 1 |");
    assertThat(batch.err().lines()).hasSize(3).first().asString().startsWith("Error 42S22");
  }

  /** A Region that fails is left out with a warning. */
  @Test
  void aWarningFailsIfAskedTo() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ScriptTest::answer);
    server.start();
    try {
      String[] arguments = {
        "--url",
        "jdbc:bedrock:regions=us-east-1,eu-north-1;onRegionError=warn;user=u;password=p;"
            + "maxRetries=0;endpoint=http://127.0.0.1:"
            + server.getAddress().getPort(),
        "-e",
        "SELECT COUNT(*) AS n FROM model_import_jobs",
        "--format",
        "csv",
        "--fail-on-warning"
      };
      Batch failed = Batch.of("", arguments);
      assertThat(failed.status()).isEqualTo(1);
      assertThat(failed.out()).isEqualTo("n\r\n0\r\n");
      assertThat(failed.err()).startsWith("Warning ").contains("eu-north-1");
      arguments[1] = arguments[1].replace("onRegionError=warn", "onRegionError=fail");
      assertThat(Batch.of("", arguments).err())
          .startsWith("Error 42501: ")
          .contains(
              "{\"Effect\": \"Allow\", \"Action\": \"bedrock:ListModelImportJobs\", \"Resource\":"
                  + " \"*\"}");
      arguments[1] = arguments[1].replace("onRegionError=fail", "onRegionError=warn");
      String[] tolerant = Arrays.copyOf(arguments, arguments.length - 1);
      assertThat(Batch.of("", tolerant).status()).isZero();
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    boolean refused = signature.contains("eu-north-1");
    byte[] body =
        (refused ? "{\"message\":\"no\"}" : "{\"modelImportJobSummaries\":[]}").getBytes(UTF_8);
    if (refused) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", "AccessDeniedException");
    }
    exchange.sendResponseHeaders(refused ? 403 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
