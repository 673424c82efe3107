package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The jar that users get, alone in a class loader of its own. */
class DriverJarIT {
  private static final String LIBRARIES = "io.github.bedrocksql.shaded";
  private static final Path JAR = Path.of(System.getProperty("driver.jar"));

  @Test
  void pointListAndPreparedQueries() throws IOException, SQLException {
    URL[] path = {JAR.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      List<Driver> drivers =
          ServiceLoader.load(Driver.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      assertThat(drivers).hasSize(1);
      assertThat(drivers.get(0).getClass().getClassLoader()).isSameAs(loader);
      try (Connection connection =
          drivers.get(0).connect("jdbc:bedrock:sandbox=true", new Properties())) {
        query(connection);
      }
    }
  }

  /** A call that is cut off is nothing to log: the SQLException says it. */
  @Test
  void quietWhenACallIsCutOff() throws IOException, SQLException {
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Handler handler =
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
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    URL[] path = {JAR.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
        Sandbox slow = Sandbox.builder().sampleJobs().latency(Duration.ofSeconds(5)).start()) {
      Driver driver = ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow();
      String url = Bench.url(slow) + "callTimeout=1;maxRetries=0";
      try (Connection connection = driver.connect(url, new Properties());
          Statement statement = connection.createStatement()) {
        SQLException failure =
            catchThrowableOfType(
                SQLException.class,
                () -> statement.executeQuery("SELECT job_name FROM model_import_jobs").next());
        assertThat(failure.getSQLState()).isEqualTo("HYT00");
      }
    } finally {
      root.removeHandler(handler);
    }
    assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
    assertThat(Logger.getLogger(LIBRARIES).isLoggable(Level.SEVERE)).isFalse();
  }

  @Test
  void anApplicationThatSetALevelHearsTheLibraries() throws IOException, SQLException {
    Logger libraries = Logger.getLogger(LIBRARIES);
    Level before = libraries.getLevel();
    libraries.setLevel(Level.WARNING);
    URL[] path = {JAR.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      assertThat(ServiceLoader.load(Driver.class, loader).findFirst()).isPresent();
      assertThat(libraries.getLevel()).isEqualTo(Level.WARNING);
    } finally {
      libraries.setLevel(before);
    }
  }

  private static void query(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT COUNT(*) FROM model_import_jobs WHERE status='Failed'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(4);
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT vpc_config_subnet_ids FROM model_import_jobs"
                  + " WHERE job_identifier = 'flan-t5-xl-summaries'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).startsWith("[\"subnet-");
        assertThat(rows.next()).isFalse();
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT failure_message FROM model_import_jobs WHERE job_identifier = ?")) {
      statement.setString(1, "mixtral-8x7b-claims");
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isNotBlank();
      }
    }
  }
}
