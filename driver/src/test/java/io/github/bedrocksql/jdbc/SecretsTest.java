package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.apache.calcite.jdbc.CalciteConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session with secrets that are easy to find, and everything that it lets out. */
class SecretsTest {
  private static final String KEY = "HushSecretKey";
  private static final String TOKEN = "HushSessionToken";
  private static final String PASSWORD = "HushPassword";

  /** As in {@link DriverLog}: these show what is sent, and so are never below INFO in the jar. */
  private static final List<Logger> OF_SECRETS =
      Stream.of(
              "org.apache.hc.client5.http.headers",
              "org.apache.hc.client5.http.wire",
              "software.amazon.awssdk.auth",
              "software.amazon.awssdk.http.auth",
              "software.amazon.awssdk.request",
              "software.amazon.awssdk.retries")
          .map(Logger::getLogger)
          .toList();

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          told.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    OF_SECRETS.forEach(logger -> logger.setLevel(Level.INFO));
    root.addHandler(handler);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void restore() {
    root.setLevel(before);
    root.removeHandler(handler);
    OF_SECRETS.forEach(logger -> logger.setLevel(null));
  }

  private static Properties secrets() {
    Properties secrets = new Properties();
    secrets.setProperty("accessKeyId", "AKIDTEST");
    secrets.setProperty("secretAccessKey", KEY);
    secrets.setProperty("sessionToken", TOKEN);
    secrets.setProperty("password", PASSWORD);
    return secrets;
  }

  private static String url(String endpoint) {
    return "jdbc:bedrock:region=us-east-1;maxRetries=0;logLevel=TRACE;endpoint=" + endpoint;
  }

  /** The same as in the properties, where they are worse kept. */
  private static String urlWithSecrets(String endpoint) {
    return url(endpoint)
        + ";accessKeyId=AKIDTEST;secretAccessKey="
        + KEY
        + ";sessionToken="
        + TOKEN
        + ";password="
        + PASSWORD;
  }

  private void session(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      tell(connection, statement, connection.unwrap(CalciteConnection.class).getProperties());
      tell(connection.getMetaData(), connection.getMetaData().getURL());
      tell(connection.getMetaData().getUserName(), connection.getClientInfo());
      run(statement, "SELECT job_name, failure_message FROM model_import_jobs");
      run(statement, "SELECT * FROM model_import_jobs WHERE job_name = 'llama-3-1-8b-support'");
      run(statement, "EXPLAIN PLAN FOR SELECT * FROM model_import_jobs");
      run(statement, "SELECT * FROM nowhere");
      run(statement, "SELECT FROM");
      run(statement, "SELECT CAST(job_name AS INTEGER) FROM model_import_jobs");
      run(statement, "SELECT * FROM api_calls");
      run(statement, "SELECT * FROM region_status");
      try (PreparedStatement prepared =
          connection.prepareStatement("SELECT * FROM model_import_jobs WHERE job_name = ?")) {
        tell(prepared, prepared.getParameterMetaData(), prepared.getMetaData());
      }
    }
  }

  private void run(Statement statement, String sql) {
    try (ResultSet rows = statement.executeQuery(sql)) {
      tell(rows, rows.getMetaData());
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          tell(rows.getString(i));
        }
      }
      tell(rows.getWarnings());
    } catch (SQLException e) {
      tell(Throwables.getStackTraceAsString(e));
    }
  }

  private void tell(Object... what) {
    Stream.of(what).map(String::valueOf).forEach(told::add);
  }

  private void assertNothingTold() {
    assertThat(told).hasSizeGreaterThan(100);
    assertThat(told).noneMatch(text -> text.contains("Hush"));
  }

  @Test
  void ofASessionThatGoesWell() throws SQLException {
    try (Sandbox sandbox = Sandbox.builder().sampleJobs().credentials("AKIDTEST", KEY).start()) {
      String endpoint = sandbox.endpoint().toString();
      session(DriverManager.getConnection(url(endpoint), secrets()));
      session(DriverManager.getConnection(urlWithSecrets(endpoint)));
      assertThat(sandbox.requests()).anyMatch(request -> request.status() == 200);
    }
    assertNothingTold();
  }

  @Test
  void ofAnApiKey() throws SQLException {
    Properties key = new Properties();
    key.setProperty("bearerToken", KEY);
    try (Sandbox sandbox = Sandbox.builder().sampleJobs().apiKey(KEY, "us-east-1").start()) {
      String endpoint = sandbox.endpoint().toString();
      session(DriverManager.getConnection(url(endpoint), key));
      session(DriverManager.getConnection(url(endpoint) + ";bearerToken=" + KEY));
      assertThat(sandbox.requests()).anyMatch(request -> request.status() == 200);
    }
    assertNothingTold();
  }

  @Test
  void ofCredentialsThatAreRefused() throws SQLException {
    try (Sandbox sandbox =
        Sandbox.builder().sampleJobs().credentials("AKIDTEST", "another").start()) {
      session(DriverManager.getConnection(url(sandbox.endpoint().toString()), secrets()));
      assertThat(sandbox.requests()).noneMatch(request -> request.status() == 200);
    }
    assertNothingTold();
  }

  @Test
  void ofAServerThatIsNotThere() throws SQLException {
    session(DriverManager.getConnection(urlWithSecrets("http://127.0.0.1:1")));
    assertNothingTold();
  }

  @Test
  void ofPropertiesAndWhatIsWrongWithThem() throws SQLException {
    String url = urlWithSecrets("http://127.0.0.1:1");
    for (Properties properties : List.of(secrets(), new Properties())) {
      for (DriverPropertyInfo property :
          DriverManager.getDriver(url).getPropertyInfo(url, properties)) {
        tell(property.name, property.value, property.description);
      }
      tell(BedrockConfig.parse(url, properties));
    }
    for (String wrong : List.of("regoin=a", "region=A", "endpoint=ftp://Hush@h", "nothing")) {
      try {
        DriverManager.getConnection(url + ";" + wrong, secrets()).close();
        throw new AssertionError(wrong);
      } catch (SQLException e) {
        tell(Throwables.getStackTraceAsString(e));
      }
    }
    assertNothingTold();
  }

  /** AWS repeats what was to be signed, the session token with it. */
  @Test
  void ofAServerThatRepeatsTheToken() throws SQLException {
    String said =
        "The Canonical String should have been 'GET\\n/x\\nhost:h\\nx-amz-security-token:"
            + TOKEN
            + "\\n\\nhost;x-amz-security-token' and Authorization: Bearer "
            + KEY;
    List<String> messages = new ArrayList<>();
    for (String code : List.of("InvalidSignatureException", "AccessDeniedException", "Other")) {
      try (ScriptedServer server =
          new ScriptedServer(
              new ScriptedServer.Answer(403, code, "{\"message\":\"" + said + "\"}"))) {
        SQLException failure = server.failure("SELECT job_name FROM model_import_jobs");
        messages.add(Throwables.getStackTraceAsString(failure));
      }
    }
    assertThat(messages)
        .hasSize(3)
        .allMatch(message -> message.contains("Canonical String"))
        .noneMatch(message -> message.contains("Hush"));
    assertThat(told).noneMatch(text -> text.contains("Hush"));
  }
}
