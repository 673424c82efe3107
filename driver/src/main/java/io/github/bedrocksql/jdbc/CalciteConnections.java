package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.dialect.CalciteField;
import io.github.bedrocksql.dialect.Dialect;
import io.github.bedrocksql.dialect.DialectPrepare;
import io.github.bedrocksql.dialect.plan.KnownPlans;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.calcite.avatica.Handler;
import org.apache.calcite.avatica.HandlerImpl;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.jdbc.Driver;

/**
 * Calcite's own driver, set up as this one needs it. Never registered: it opens connections for us
 * alone, so none of Calcite's properties that load code can be reached from a URL.
 */
final class CalciteConnections extends Driver {
  private final Optional<KnownPlans> plans;

  static {
    // Calcite's driver has just registered itself, and jdbc:calcite: takes all of those properties.
    // In the self-contained jar it is ours alone; elsewhere it is the application's.
    if (Driver.class.getName().startsWith("io.github.bedrocksql.")) {
      withdraw();
    }
  }

  private CalciteConnections(Optional<KnownPlans> plans) {
    this.plans = plans;
  }

  @Override
  protected String getFactoryClassName(JdbcVersion jdbcVersion) {
    return Utf8Factory.class.getName();
  }

  @Override
  public CalcitePrepare createPrepare() {
    return new DialectPrepare(plans);
  }

  /**
   * Without what Calcite's own does to a new connection: it looks for a model and for materialized
   * views, of which there are none, and leaves an object of its classes in the thread.
   */
  @Override
  protected Handler createHandler() {
    return new HandlerImpl();
  }

  private static void withdraw() {
    try {
      for (java.sql.Driver driver : Collections.list(DriverManager.getDrivers())) {
        if (driver.getClass() == Driver.class) {
          DriverManager.deregisterDriver(driver);
        }
      }
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Opens a connection with no table yet.
   *
   * @param plans the cache to look in first; empty to plan every statement
   */
  static CalciteConnection open(Optional<KnownPlans> plans) throws SQLException {
    CalciteConnection connection =
        (CalciteConnection)
            new CalciteConnections(plans).connect(CONNECT_STRING_PREFIX, Dialect.properties());
    share(connection);
    return connection;
  }

  /**
   * Makes a statement, as one thread at a time may: Avatica counts those of a connection for their
   * ids, and two of one id would share what cancels them.
   */
  static Statement statement(Connection calcite) throws SQLException {
    synchronized (calcite) {
      return calcite.createStatement();
    }
  }

  /** Makes a prepared statement, and its plan, as one thread at a time may. */
  static PreparedStatement prepared(Connection calcite, String sql) throws SQLException {
    synchronized (calcite) {
      return calcite.prepareStatement(sql);
    }
  }

  /**
   * Lets several threads use and close statements meanwhile. Calcite keeps those of a connection in
   * a HashMap.
   */
  private static void share(CalciteConnection connection) {
    Object server =
        CalciteField.of(connection.getClass().getSuperclass(), "server").get(connection);
    CalciteField.of(server.getClass(), "statementMap").set(server, new ConcurrentHashMap<>());
  }
}
