package io.github.bedrocksql.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jar on one class path behind other versions of the libraries it has inside. */
@Tag("long")
class JarBesideOthersIT {
  /** In front the other versions, then what they need of this module's class path. */
  private static URLClassLoader withOthers() throws IOException {
    List<URL> path = new ArrayList<>();
    try (Stream<Path> others = Files.list(Path.of(System.getProperty("other.versions")))) {
      for (Path jar : others.sorted().toList()) {
        path.add(jar.toUri().toURL());
      }
    }
    for (String element :
        Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
      Path jar = Path.of(element);
      String name = jar.getFileName().toString();
      if (name.endsWith(".jar") && !name.startsWith("bedrock-sql-")) {
        path.add(jar.toUri().toURL());
      }
    }
    path.add(DriverJar.PATH.toUri().toURL());
    return new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  private static Driver driver(URLClassLoader loader, String url) throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw new AssertionError("No driver for " + url);
  }

  private static String rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Outcome.text(rows);
    }
  }

  @Test
  void bothAnswer() throws IOException, SQLException, ClassNotFoundException {
    try (URLClassLoader loader = withOthers();
        Connection ours =
            driver(loader, "jdbc:bedrock:").connect("jdbc:bedrock:sandbox=true", new Properties());
        Connection theirs =
            driver(loader, "jdbc:calcite:").connect("jdbc:calcite:", new Properties())) {
      assertThat(theirs.getMetaData().getDriverVersion()).startsWith("1.41");
      assertThat(ours.getMetaData().getDriverVersion()).doesNotStartWith("1.4");
      assertThat(rows(theirs, "SELECT x + 1 FROM (VALUES (1), (2)) AS t (x) WHERE x > 1"))
          .isEqualTo("3");
      assertThat(rows(ours, "SELECT COUNT(*) FROM model_import_jobs WHERE status = 'Failed'"))
          .isEqualTo("4");
      assertThat(rows(theirs, "SELECT JSON_VALUE('{\"a\":7}', '$.a')")).isEqualTo("7");
      assertThat(rows(ours, "SELECT JSON_VALUE('{\"a\":7}', '$.a')")).isEqualTo("7");
      assertThat(loader.loadClass("com.google.common.collect.ImmutableList").getProtectionDomain())
          .isNotEqualTo(ours.getClass().getProtectionDomain());
    }
  }
}
