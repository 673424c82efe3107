package io.github.bedrocksql.jdbc;

import java.sql.SQLException;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.Driver;

/**
 * Calcite's own driver, set up as this one needs it. Never registered: it opens connections for us
 * alone, so none of Calcite's properties that load code can be reached from a URL.
 */
final class CalciteConnections extends Driver {
  @Override
  protected String getFactoryClassName(JdbcVersion jdbcVersion) {
    return Utf8Factory.class.getName();
  }

  /** Opens a connection with an empty root schema. */
  static CalciteConnection open() throws SQLException {
    Properties properties = new Properties();
    // TIMESTAMP is UTC whatever the JVM's zone.
    properties.setProperty("timeZone", "UTC");
    properties.setProperty("caseSensitive", "false");
    properties.setProperty("unquotedCasing", "UNCHANGED");
    properties.setProperty("quotedCasing", "UNCHANGED");
    properties.setProperty("quoting", "DOUBLE_QUOTE");
    // What people and tools write: GROUP BY 1 or an alias, LIMIT 1, 2, and the like. BABEL would
    // also take a column that is not grouped by, and show the value of any row.
    properties.setProperty("conformance", "LENIENT");
    properties.setProperty("fun", "standard,postgresql");
    return (CalciteConnection) new CalciteConnections().connect(CONNECT_STRING_PREFIX, properties);
  }
}
