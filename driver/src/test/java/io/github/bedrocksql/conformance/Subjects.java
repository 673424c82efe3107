package io.github.bedrocksql.conformance;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.jdbc.BedrockDriver;
import io.github.bedrocksql.sandbox.Sandbox;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** The objects that the methods are called on, open and closed. */
final class Subjects implements AutoCloseable {
  /** What is closed before the call. */
  enum State {
    OPEN,
    CLOSED,
    STATEMENT_CLOSED,
    CONNECTION_CLOSED
  }

  static final ImmutableList<Class<?>> FACES =
      ImmutableList.of(
          Connection.class,
          Statement.class,
          PreparedStatement.class,
          ResultSet.class,
          ResultSetMetaData.class,
          ParameterMetaData.class,
          DatabaseMetaData.class,
          Array.class,
          Driver.class);

  private final Sandbox sandbox = Sandbox.startWithSampleJobs();
  private final Connection connection;

  Subjects() throws SQLException {
    connection = connect();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint="
            + sandbox.endpoint());
  }

  /** The methods of an interface and of those it extends; what ends the object comes last. */
  static ImmutableList<Method> methods(Class<?> face) {
    return Stream.of(face.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> face != PreparedStatement.class || !isWithText(method))
        .sorted(
            Comparator.comparing((Method method) -> method.getName().equals("free"))
                .thenComparing(Subjects::signature))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Statement's methods with a text, which a prepared statement must refuse, are StatementTest's.
   */
  private static boolean isWithText(Method method) {
    return method.getDeclaringClass() == Statement.class
        && method.getName().matches("execute.*|addBatch")
        && method.getParameterCount() > 0;
  }

  /** For example {@code ResultSet.getObject(int,Class)}. */
  static String signature(Method method) {
    return method.getDeclaringClass().getSimpleName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(joining(",", "(", ")"));
  }

  /** Returns an object of the interface: a fresh one, for a call may change it. */
  Object open(Class<?> face) throws SQLException {
    if (face == Driver.class) {
      return new BedrockDriver();
    }
    return face == Connection.class ? connect() : of(face, connection);
  }

  /** Returns an object of the interface that was open once. */
  Object closed(Class<?> face, State state) throws SQLException {
    Connection own = connect();
    Object subject = face == Connection.class ? own : of(face, own);
    switch (state) {
      case CLOSED -> close(subject);
      case STATEMENT_CLOSED -> ((ResultSet) subject).getStatement().close();
      case CONNECTION_CLOSED -> own.close();
      case OPEN -> throw new IllegalArgumentException("open");
    }
    return subject;
  }

  private static void close(Object subject) throws SQLException {
    if (subject instanceof ResultSet rows) {
      rows.close();
    } else if (subject instanceof Statement statement) {
      statement.close();
    } else {
      ((Connection) subject).close();
    }
  }

  private static Object of(Class<?> face, Connection connection) throws SQLException {
    if (face == Statement.class) {
      return connection.createStatement();
    }
    if (face == PreparedStatement.class) {
      return prepared(connection);
    }
    if (face == ParameterMetaData.class) {
      return prepared(connection).getParameterMetaData();
    }
    if (face == DatabaseMetaData.class) {
      return connection.getMetaData();
    }
    ResultSet rows = connection.createStatement().executeQuery(Columns.query());
    rows.next();
    if (face == Array.class) {
      return rows.getArray("a_varchar_array");
    }
    return face == ResultSetMetaData.class ? rows.getMetaData() : rows;
  }

  private static PreparedStatement prepared(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(Columns.parameters());
    for (int i = 1; i <= Columns.count(); i++) {
      statement.setNull(i, Types.NULL);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    try (sandbox) {
      connection.close();
    }
  }
}
