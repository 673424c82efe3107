package io.github.bedrocksql.conformance;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;

/**
 * What a driver that only reads, and only forward, rightly refuses; all else must work. A method
 * that fails where it is not named here, or works where it is, fails the test.
 */
final class Expected {
  /** Names, for all overloads: there are no writes, large objects, savepoints, procedures. */
  private static final ImmutableMap<Class<?>, ImmutableSet<String>> NOT_SUPPORTED =
      ImmutableMap.of(
          Connection.class,
          ImmutableSet.of(
              "createBlob",
              "createClob",
              "createNClob",
              "createSQLXML",
              "createStruct",
              "prepareCall",
              "setSavepoint",
              "releaseSavepoint",
              "rollback(Savepoint)",
              "setShardingKey",
              "setShardingKeyIfValid"),
          PreparedStatement.class,
          ImmutableSet.of("setRef", "setRowId", "setSQLXML"),
          ResultSet.class,
          ImmutableSet.of(
              "absolute",
              "afterLast",
              "beforeFirst",
              "first",
              "last",
              "previous",
              "relative",
              "refreshRow",
              "cancelRowUpdates",
              "deleteRow",
              "insertRow",
              "moveToCurrentRow",
              "moveToInsertRow",
              "getCursorName",
              "getNClob",
              "getRef",
              "getRowId",
              "getSQLXML"));

  /** Updates of a statement that reads. */
  private static final ImmutableMap<String, String> REFUSED =
      ImmutableMap.<String, String>builder()
          .put("Statement.executeUpdate", "42000")
          .put("Statement.executeLargeUpdate", "42000")
          .put("PreparedStatement.executeUpdate", "42000")
          .put("PreparedStatement.executeLargeUpdate", "42000")
          .buildOrThrow();

  /** What needs nothing that is open. */
  private static final ImmutableSet<String> WORKS_ON_CLOSED =
      ImmutableSet.of(
          "close",
          "isClosed",
          "isValid",
          "abort",
          "beginRequest",
          "endRequest",
          "enquoteIdentifier",
          "enquoteLiteral",
          "enquoteNCharLiteral",
          "isSimpleIdentifier",
          "isWrapperFor",
          "unwrap");

  private Expected() {}

  static boolean notSupported(Class<?> face, Method method) {
    ImmutableSet<String> names = NOT_SUPPORTED.getOrDefault(face, ImmutableSet.of());
    return names.contains(method.getName())
        || names.stream().anyMatch(name -> Subjects.signature(method).endsWith("." + name))
        || (face == ResultSet.class && method.getName().startsWith("update"));
  }

  /** The SQLState that a method of an open object fails with; null: it does not. */
  static String refused(Method method) {
    return REFUSED.get(method.getDeclaringClass().getSimpleName() + "." + method.getName());
  }

  static boolean worksOnClosed(Class<?> face, Method method) {
    return WORKS_ON_CLOSED.contains(method.getName()) || outlives(face);
  }

  /** What was read already stays good; what a database can do does not change. */
  private static boolean outlives(Class<?> face) {
    return face == ResultSetMetaData.class
        || face == ParameterMetaData.class
        || face == Array.class
        || face == DatabaseMetaData.class;
  }
}
