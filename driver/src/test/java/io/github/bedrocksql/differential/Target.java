package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A connection under test and the server it asks.
 *
 * @param dialect what becomes of the SQL before it is sent
 * @param times whether times go in and come out in every way that there is; else as Calcite's own
 *     numbers, whose Timestamps keep to the zone that the JVM had when Calcite's classes were
 *     loaded
 */
record Target(Sandbox sandbox, Connection connection, UnaryOperator<String> dialect, boolean times)
    implements AutoCloseable {

  PreparedStatement prepare(Fragment query) throws SQLException {
    return connection.prepareStatement(dialect.apply(query.bedrock()));
  }

  /** Returns the rows of a new statement, normalised. */
  List<List<Object>> run(Fragment query) throws SQLException {
    try (PreparedStatement statement = prepare(query)) {
      return run(statement, query);
    }
  }

  /** Returns the rows of a statement that was prepared from the query or one like it. */
  List<List<Object>> run(PreparedStatement statement, Fragment query) throws SQLException {
    sandbox.clearRequests();
    bind(statement, query.parameters());
    return Normal.rows(statement, times ? TimeGetter::read : Target::ofNumber);
  }

  /** Sets the parameters of a statement. */
  void bind(PreparedStatement statement, List<Parameter> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      bind(statement, i + 1, parameters.get(i));
    }
  }

  private void bind(PreparedStatement statement, int index, Parameter parameter)
      throws SQLException {
    Object value = parameter.value();
    if (value == null) {
      statement.setNull(index, sqlType(parameter.type()));
    } else if (value instanceof LocalDateTime time) {
      if (times) {
        parameter.times().set(statement, index, time);
      } else {
        statement.setLong(index, time.toInstant(ZoneOffset.UTC).toEpochMilli());
      }
    } else {
      statement.setObject(index, value);
    }
  }

  private static LocalDateTime ofNumber(ResultSet row, int column, int n) throws SQLException {
    Instant instant = Instant.ofEpochMilli(row.getLong(column));
    return row.wasNull() ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static int sqlType(Column.ColumnType type) {
    return switch (type) {
      case TEXT -> Types.VARCHAR;
      case TIME -> Types.TIMESTAMP;
      case LONG -> Types.BIGINT;
      case DOUBLE -> Types.DOUBLE;
      case BOOL -> Types.BOOLEAN;
    };
  }

  /** Returns the requests since the last execution began, one a line. */
  String requests() {
    List<RecordedRequest> all = sandbox.requests();
    String first =
        all.stream().limit(20).map(Target::describe).collect(joining("\n    ", "\n    ", ""));
    return all.size() + first + (all.size() > 20 ? "\n    ..." : "");
  }

  private static String describe(RecordedRequest request) {
    return request.operation() + " " + request.parameters() + " -> " + request.status();
  }

  @Override
  public void close() throws SQLException {
    try (sandbox) {
      connection.close();
    }
  }
}
