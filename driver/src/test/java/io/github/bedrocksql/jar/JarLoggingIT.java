package io.github.bedrocksql.jar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the jar logs: nothing unless asked, never a secret. */
class JarLoggingIT {
  private static final String SECRET = "dTopSecretAccessKeyOfTheLoggingTest0";
  private static final String TOKEN = "SessionTokenOfTheLoggingTest";
  private static final Logger DRIVER = Logger.getLogger("io.github.bedrocksql");

  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
          logged.add(logRecord);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private Level before;

  @BeforeEach
  void listen() {
    before = DRIVER.getLevel();
    DRIVER.setLevel(null);
    Logger.getLogger("").addHandler(handler);
  }

  @AfterEach
  void restore() {
    Logger.getLogger("").removeHandler(handler);
    DRIVER.setLevel(before);
  }

  private static void query(String properties) throws IOException, SQLException {
    try (DriverJar jar = DriverJar.alone();
        Sandbox sandbox = Sandbox.startWithSampleJobs()) {
      String url =
          "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;endpoint="
              + sandbox.endpoint()
              + properties;
      Properties secrets = new Properties();
      secrets.setProperty("secretAccessKey", SECRET);
      secrets.setProperty("sessionToken", TOKEN);
      try (Connection connection = jar.driver().connect(url, secrets);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT job_name FROM model_import_jobs")) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(jar.driver().getParentLogger()).isSameAs(DRIVER);
    }
  }

  @Test
  void nothingByDefaultWhateverFails() throws IOException, SQLException {
    query("");
    try (DriverJar jar = DriverJar.alone();
        Connection connection =
            jar.driver()
                .connect(
                    "jdbc:bedrock:region=us-east-1;endpoint=http://localhost:1;maxRetries=1;"
                        + "profile=no-such-profile",
                    new Properties());
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM model_import_jobs"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.executeQuery("SELECT FROM"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
  }

  @Tag("long")
  @Test
  void atTraceMuchButNoSecret() throws IOException, SQLException {
    query(";logLevel=trace");
    String all = logged.stream().map(new SimpleFormatter()::format).collect(joining("\n"));
    assertThat(logged)
        .isNotEmpty()
        .allMatch(entry -> entry.getLoggerName().startsWith(DRIVER.getName()));
    assertThat(all).doesNotContain(SECRET, TOKEN, "Signature=");
  }

  @Tag("long")
  @Test
  void aQuieterConnectionSilencesNoOther() throws IOException, SQLException {
    query(";logLevel=DEBUG");
    query(";logLevel=ERROR");
    assertThat(DRIVER.getLevel()).isEqualTo(Level.FINE);
  }
}
