package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.adapter.config.BedrockProperty;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.calcite.avatica.BuiltInConnectionProperty;
import org.apache.calcite.avatica.ConnectionProperty;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The properties of the libraries below, of which some load a class by its name or read a file:
 * none can be set from outside.
 */
class ForeignPropertiesTest {
  /** A class that there is, and that tells when it is loaded. */
  public static final class Loaded {
    static {
      System.setProperty("bedrocksql.test.loaded", "true");
    }

    /** As a factory has it. */
    public Loaded() {}
  }

  static Stream<String> names() {
    return Stream.<ConnectionProperty[]>of(
            CalciteConnectionProperty.values(), BuiltInConnectionProperty.values())
        .flatMap(Stream::of)
        .map(ConnectionProperty::camelName)
        .filter(name -> BedrockProperty.named(name).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("names")
  void areUnknown(String name) throws SQLException {
    String type = Loaded.class.getName();
    for (String key : new String[] {name, name.toUpperCase(Locale.ROOT)}) {
      Properties properties = new Properties();
      properties.setProperty(key, type);
      assertThat(state("jdbc:bedrock:sandbox=true;" + key + "=" + type)).isEqualTo("01S00");
      try (Connection connection =
          DriverManager.getConnection("jdbc:bedrock:sandbox=true", properties)) {
        assertThat((Throwable) connection.getWarnings())
            .hasMessageStartingWith("Connection property '" + key + "' is unknown and ignored");
        assertThat(connection.getWarnings().getSQLState()).isEqualTo("01S00");
      }
    }
    assertThat(System.getProperty("bedrocksql.test.loaded")).isNull();
  }

  private static String state(String url) {
    return catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url))
        .getSQLState();
  }
}
