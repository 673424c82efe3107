package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Sets;
import com.sun.net.httpserver.HttpServer;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening and closing connections: their properties, their secrets and their threads. */
class ConnectionTest {
  private static final String ONE_JOB = "SELECT job_name FROM model_import_jobs LIMIT 1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:bedrock:region=us-east-1;secretAccessKey=a;HUSH",
        "jdbc:bedrock:secretAccessKey=a;HUSH=",
        "jdbc:bedrock:secretAccessKey=a;HUSH=b;region=us-east-1",
        "jdbc:bedrock:secretAccessKeys=HUSH"
      })
  void noPartOfASecretIsQuoted(String url) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url));
    assertThat(failure.getSQLState()).isEqualTo("01S00");
    assertThat(failure.getMessage()).doesNotContain("HUSH");
  }

  @Test
  void aSecretInTheProperties() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("secretAccessKeys", "hush");
    properties.setProperty("ApplicationName", "a pool");
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:", properties)) {
      SQLWarning warning = connection.getWarnings();
      assertThat(warning.getMessage()).contains("'ApplicationName'");
      assertThat(warning.getNextWarning().getMessage())
          .contains("secretAccessKey'")
          .doesNotContain("hush");
      connection.clearWarnings();
      assertThat((Throwable) connection.getWarnings()).isNull();
    }
  }

  @Test
  void valuesThatAreNoTextCount() throws SQLException {
    Properties defaults = new Properties();
    defaults.setProperty("region", "us-west-2");
    Properties properties = new Properties(defaults);
    properties.put("sandbox", true);
    properties.put("maxRetries", 7);
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:", properties)) {
      assertThat(connection.getMetaData().getURL())
          .contains("sandbox=true", "maxRetries=7", "region=us-west-2");
    }
    properties.put("maxConcurrency", 0);
    assertThat(
            catchThrowableOfType(
                    SQLException.class,
                    () -> DriverManager.getConnection("jdbc:bedrock:", properties))
                .getSQLState())
        .isEqualTo("01S00");
  }

  @Test
  void theSandboxTakesAnybody() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:bedrock:sandbox=true", "somebody", null)) {
      query(connection);
    }
  }

  @Test
  void noThreadOutlivesItsConnection() throws SQLException, InterruptedException {
    Sandbox sandbox = Sandbox.startWithSampleJobs();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    for (int i = 0; i < 3; i++) {
      try (Connection connection = DriverManager.getConnection(Bench.url(sandbox))) {
        query(connection);
      }
    }
    for (Thread thread : Sets.difference(Thread.getAllStackTraces().keySet(), before)) {
      if (thread.getName().startsWith("bedrock-sql")) {
        thread.join();
      }
      assertThat(thread.getName()).doesNotStartWith("sdk-");
    }
    sandbox.close();
  }

  @Test
  void anAnswerThatIsNoJson() throws SQLException, IOException {
    byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
    HttpServer portal =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    portal.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    portal.start();
    String url =
        "jdbc:bedrock:region=us-east-1;user=u;password=p;maxRetries=0;endpoint=http://localhost:"
            + portal.getAddress().getPort();
    try (Connection connection = DriverManager.getConnection(url)) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> query(connection));
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08P01");
      assertThat((Throwable) failure).hasMessageContaining("Unreadable answer from");
    } finally {
      portal.stop(0);
    }
  }

  @Test
  void anUnknownProfile() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:bedrock:region=us-east-1;profile=no-such-profile")) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> query(connection));
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage())
          .contains("no-such-profile")
          .doesNotContain("ProfileFile(", "\n");
    }
  }

  /** Where the environment names a Region, it is found, and the credentials are not. */
  @Test
  void anUnknownProfileThatShouldNameTheRegion() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:bedrock:profile=no-such-profile")) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> query(connection));
      assertThat(failure.getSQLState()).isIn("08001", "28000");
      assertThat((Throwable) failure).hasMessageContaining("no-such-profile");
    }
  }

  private static void query(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery(ONE_JOB).next()).isTrue();
    }
  }
}
