package io.github.bedrocksql.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application server takes a web application away: once the driver is deregistered and its class
 * loader let go of, its classes are too, though the threads that ran its statements live on.
 */
@Tag("long")
@Timeout(300)
class JarUnloadingIT {
  private static final String REAL =
      "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint=";

  @TempDir private Path directory;

  /** Runs in the class loader of the jar, which alone may deregister its driver. */
  public static final class Application implements Consumer<String> {
    /** For the loader. */
    public Application() {}

    @Override
    public void accept(String url) {
      try {
        run(url);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void run(String url) throws SQLException {
      Driver driver =
          ServiceLoader.load(Driver.class, Application.class.getClassLoader())
              .findFirst()
              .orElseThrow();
      try (Connection connection = driver.connect(url, new Properties())) {
        for (String sql :
            List.of(
                "SELECT 1",
                "SELECT j.job_name, m.model_name FROM model_import_jobs j"
                    + " JOIN imported_models m ON m.job_arn = j.job_arn",
                "SELECT role_arn, vpc_config_subnet_ids FROM model_import_jobs ORDER BY 1",
                "SELECT role_arn FROM model_import_jobs WHERE job_identifier = 'no-such-job'",
                "SELECT job_name FROM model_import_jobs WHERE creation_time < now() LIMIT 2",
                "SELECT JSON_VALUE('{\"a\":1}', '$.a'), JSON_OBJECT('a': 1), JSON_KEYS('{\"a\":1}')",
                "SELECT TO_CHAR(MAX(creation_time), 'YYYY') FROM model_import_jobs",
                "EXPLAIN PLAN FOR SELECT * FROM api_calls")) {
          read(connection, sql);
        }
        fail(connection, "SELECT no_such FROM model_import_jobs");
        fail(connection, "SELECT 1 / 0");
        connection.getMetaData().getColumns(null, null, "%", "%").close();
      }
      // Never closed.
      read(driver.connect(url, new Properties()), "SELECT job_name FROM model_import_jobs");
      for (Driver registered : Collections.list(DriverManager.getDrivers())) {
        DriverManager.deregisterDriver(registered);
      }
    }

    private static void read(Connection connection, String sql) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    }

    private static void fail(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        throw new IllegalStateException(rows.next() + " came of " + sql);
      } catch (SQLException e) {
        if (e.getSQLState() == null) {
          throw e;
        }
      }
    }
  }

  private URLClassLoader loader() throws IOException {
    String name = Application.class.getName().replace('.', '/') + ".class";
    Path copy = directory.resolve(name);
    Files.createDirectories(copy.getParent());
    try (InputStream in = Application.class.getClassLoader().getResourceAsStream(name)) {
      Files.write(copy, in.readAllBytes());
    }
    URL[] path = {DriverJar.PATH.toUri().toURL(), directory.toUri().toURL()};
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked")
  private WeakReference<ClassLoader> deployed(String url)
      throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader = loader()) {
      Class<?> application = loader.loadClass(Application.class.getName());
      assertThat(application.getClassLoader()).isSameAs(loader);
      ((Consumer<String>) application.getConstructor().newInstance()).accept(url);
      return new WeakReference<>(loader);
    }
  }

  private static void awaitCollected(WeakReference<ClassLoader> loader)
      throws InterruptedException {
    while (loader.get() != null) {
      System.gc();
      Thread.sleep(100); // A collection takes as long.
    }
  }

  @Test
  void afterQueriesOfTheSandboxInside() throws Exception {
    awaitCollected(deployed("jdbc:bedrock:sandbox=true"));
  }

  @Test
  void afterQueriesOfAnEndpoint() throws Exception {
    try (Sandbox sandbox = Sandbox.startWithSampleJobs()) {
      awaitCollected(deployed(REAL + sandbox.endpoint()));
    }
  }
}
