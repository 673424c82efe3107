package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The driver for {@code jdbc:bedrock:key=value;key=value}. Found by the service loader; the keys
 * are those of {@link BedrockProperty}.
 */
public final class BedrockDriver implements Driver {
  static {
    try {
      DriverManager.registerDriver(new BedrockDriver(), Unloading::prepare);
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** For the service loader. */
  public BedrockDriver() {}

  /**
   * Opens a connection; no API call is made.
   *
   * @return null if the URL is another driver's (JDBC, Driver.connect); a property that is unknown
   *     and not in the URL is a warning of the connection
   * @throws SQLException with SQLState 01S00 if a property of the URL is unknown, or one is not
   *     allowed
   */
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    BedrockConfig config = BedrockConfig.parse(url, info == null ? new Properties() : info);
    DriverLog.raiseTo(config.logLevel());
    return JdbcConnection.open(config);
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    if (url == null) {
      throw new SQLException("The URL is null", SqlState.CONNECTION_FAILED.code());
    }
    return url.toLowerCase(Locale.ROOT).startsWith(BedrockConfig.URL_PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    BedrockConfig config =
        BedrockConfig.parse(
            url == null || !acceptsURL(url) ? BedrockConfig.URL_PREFIX : url,
            info == null ? new Properties() : info);
    return Arrays.stream(BedrockProperty.values())
        .map(property -> describe(property, config))
        .toArray(DriverPropertyInfo[]::new);
  }

  private static DriverPropertyInfo describe(BedrockProperty property, BedrockConfig config) {
    String value = property.isSecret() ? null : config.get(property).orElse(null);
    DriverPropertyInfo described = new DriverPropertyInfo(property.key(), value);
    described.description = property.documentation();
    if (!property.choices().isEmpty()) {
      described.choices = property.choices().toArray(new String[0]);
    }
    return described;
  }

  @Override
  public int getMajorVersion() {
    return DriverVersions.CURRENT.major();
  }

  @Override
  public int getMinorVersion() {
    return DriverVersions.CURRENT.minor();
  }

  /** Returns false: SQL-92 entry level needs writes. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  /** Returns the logger above all that the driver and the libraries in its jar log to. */
  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return DriverLog.LOGGER;
  }
}
