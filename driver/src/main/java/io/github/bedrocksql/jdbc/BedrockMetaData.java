package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;

/** What the database says of itself where Calcite would speak of Calcite. Calls no API. */
final class BedrockMetaData implements InvocationHandler {
  private static final String PRODUCT = "Bedrock SQL";

  private final Connection connection;
  private final DatabaseMetaData calcite;
  private final BedrockConfig config;

  private BedrockMetaData(Connection connection, DatabaseMetaData calcite, BedrockConfig config) {
    this.connection = connection;
    this.calcite = calcite;
    this.config = config;
  }

  static DatabaseMetaData of(
      Connection connection, DatabaseMetaData calcite, BedrockConfig config) {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            BedrockMetaData.class.getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            new BedrockMetaData(connection, calcite, config));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "getConnection" -> connection;
      // Without its secrets.
      case "getURL" -> config.toUrl();
      case "getUserName" -> config.accessKeyId().orElse("");
      case "getDatabaseProductName" -> PRODUCT;
      case "getDriverName" -> PRODUCT + " JDBC driver";
      case "getDatabaseProductVersion", "getDriverVersion" -> DriverVersions.CURRENT.text();
      case "getDatabaseMajorVersion", "getDriverMajorVersion" -> DriverVersions.CURRENT.major();
      case "getDatabaseMinorVersion", "getDriverMinorVersion" -> DriverVersions.CURRENT.minor();
      case "isReadOnly" -> true;
      case "supportsTransactions" -> false;
      case "getDefaultTransactionIsolation" -> Connection.TRANSACTION_NONE;
      case "supportsTransactionIsolationLevel" -> arguments[0].equals(Connection.TRANSACTION_NONE);
      default -> calcites(method, arguments);
    };
  }

  private Object calcites(Method method, Object[] arguments) throws Throwable {
    try {
      Object answer = method.invoke(calcite, arguments);
      // The statement behind metadata is nobody's: JDBC lets getStatement return null.
      return answer instanceof ResultSet rows ? BedrockResultSet.wrap(null, rows) : answer;
    } catch (InvocationTargetException e) {
      throw SqlErrors.translate(e.getCause());
    }
  }
}
