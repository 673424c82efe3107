package io.github.bedrocksql.differential;

import io.github.bedrocksql.adapter.BedrockSchemaFactory;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The adapter gives the rows that H2 gives in somebody else's Calcite connection too. */
class ForeignConnectionTest {
  private static final String MODEL =
      """
      inline:{
        "version": "1.0",
        "defaultSchema": "aws",
        "schemas": [{
          "name": "aws", "type": "custom", "factory": "%s",
          "operand": {
            "region": "%s", "accessKeyId": "AKIDTEST", "secretAccessKey": "secret",
            "endpoint": "%s"
          }
        }]
      }
      """;

  /** What Calcite's own defaults take: standard SQL, literals of one length and in ASCII. */
  private static Set<Feature> features() {
    EnumSet<Feature> features = EnumSet.copyOf(Feature.IN_USE);
    features.removeAll(
        EnumSet.of(
            Feature.ILIKE,
            Feature.DEFAULT_ESCAPE,
            Feature.RAGGED_LITERALS,
            Feature.UNICODE,
            Feature.WORDS_AS_NAMES,
            Feature.WINDOWS,
            Feature.ROW_VALUES,
            Feature.INTERVALS,
            Feature.LONG_LIMITS));
    return features;
  }

  @Test
  void rowsAreThoseOfH2WithCalcitesDefaults() throws SQLException {
    compare("CALCITE", Mode.PLAIN, Map.of(), LowerCase::quoted);
  }

  @Test
  void rowsAreThoseOfH2WhereCaseDoesNotMatter() throws SQLException {
    compare(
        "CALCITE_UNCHANGED",
        Mode.TINY_AND_EMPTY_PAGES,
        Map.of("caseSensitive", "false", "unquotedCasing", "UNCHANGED", "timeZone", "UTC"),
        sql -> sql);
  }

  private static void compare(
      String name, Mode mode, Map<String, String> properties, UnaryOperator<String> dialect)
      throws SQLException {
    try (Fixture fixture =
        new Fixture(
            DataSet.withDistinctTimes(),
            mode,
            features(),
            (sandbox, data) -> new Target(sandbox, connect(sandbox, properties), dialect, false))) {
      new Run(name).steps(Settings.queries() / 4, fixture::step);
    }
  }

  private static Connection connect(Sandbox sandbox, Map<String, String> some) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(
        "model",
        MODEL.formatted(BedrockSchemaFactory.class.getName(), DataSet.REGION, sandbox.endpoint()));
    some.forEach(properties::setProperty);
    return DriverManager.getConnection("jdbc:calcite:", properties);
  }
}
