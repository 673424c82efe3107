package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import io.github.bedrocksql.taste.Tasted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Regions that answer, but not to these operations. */
class RegionsWithoutTheApiTest {
  private static final Pattern REGION = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/");
  private static final ImmutableSet<String> OFFERING = ImmutableSet.of("us-east-1", "us-west-2");

  private HttpServer server;

  /** Whether those that offer it have nothing of any kind. */
  private volatile boolean empty;

  /** What others answer. */
  private volatile int status;

  private volatile String code;
  private volatile String message;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String nothing() {
    return Stream.of(
            "modelImportJobSummaries",
            "modelSummaries",
            "modelDeploymentSummaries",
            "provisionedModelSummaries",
            "modelCustomizationJobSummaries",
            "modelCopyJobSummaries",
            "invocationJobSummaries",
            "jobSummaries",
            "inferenceProfileSummaries")
        .map(list -> "\"" + list + "\":[]")
        .collect(joining(",", "{", "}"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Matcher signed = REGION.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
    String region = signed.find() ? signed.group(1) : "";
    boolean offers = OFFERING.contains(region);
    String body =
        offers
            ? "{\"modelImportJobSummaries\":[{\"jobArn\":\"arn:aws:bedrock:"
                + region
                + ":111122223333:model-import-job/abcdefghijkl\",\"jobName\":\"a-job\","
                + "\"status\":\"Completed\",\"creationTime\":\"2026-01-01T00:00:00Z\"}]}"
            : "{\"message\":\"" + message + "\"}";
    byte[] bytes = (offers && empty ? nothing() : body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (!offers) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
    }
    exchange.sendResponseHeaders(offers ? 200 : status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:accessKeyId=AKIDTEST;secretAccessKey=secret;maxRetries=0;endpoint=http://127.0.0.1:"
            + server.getAddress().getPort()
            + ";"
            + properties);
  }

  static Stream<String> tables() {
    return Stream.concat(
        BedrockTables.all().stream().map(TableDefinition::name),
        BedrockViews.all().stream().map(ViewDefinition::name));
  }

  @Tasted
  @ParameterizedTest
  @MethodSource("tables")
  void areLeftOutForEachTable(String table) throws SQLException {
    status = 400;
    code = "UnknownOperationException";
    message = "";
    empty = true;
    try (Connection connection = connect("regions=*")) {
      assertThat(Bench.texts(connection, "SELECT COUNT(*) FROM " + table)).containsExactly("0");
    }
    try (Connection connection = connect("regions=us-east-1,eu-west-1")) {
      assertThatThrownBy(() -> Bench.texts(connection, "SELECT COUNT(*) FROM " + table))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("eu-west-1");
    }
  }

  @Tasted
  @ParameterizedTest
  @CsvSource({
    "400, ValidationException, Unknown operation",
    "400, ValidationException, 'Unknown Operation: ListModelImportJobs'",
    "400, UnknownOperationException, ",
    "404, UnknownOperationException, ",
    "404, UnknownOperationException, no such thing",
    "400, UnsupportedOperation, no such thing",
    "403, UnrecognizedClientException, The security token included in the request is invalid.",
    "403, AccessDeniedException, Your account is not authorized to invoke this API operation.",
  })
  void areLeftOutOfAllAndFailWhereNamed(int answered, String error, String said)
      throws SQLException {
    status = answered;
    code = error;
    message = said == null ? "" : said;
    try (Connection connection = connect("regions=*");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT region FROM model_import_jobs")) {
      Set<String> regions = new HashSet<>();
      while (rows.next()) {
        regions.add(rows.getString(1));
      }
      assertThat(regions).isEqualTo(OFFERING);
      SQLWarning warning = rows.getWarnings();
      assertThat((Throwable) warning).hasMessageContaining("are left out");
    }
    try (Connection connection = connect("regions=us-east-1,eu-west-3")) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () -> Bench.texts(connection, "SELECT region FROM model_import_jobs"));
      assertThat((Throwable) failure).hasMessageContaining("eu-west-3");
      if (!error.startsWith("Unrec") && !error.startsWith("Access")) {
        assertThat((Throwable) failure)
            .isInstanceOf(SQLFeatureNotSupportedException.class)
            .hasMessageContaining("the API is not offered there");
      }
    }
  }
}
