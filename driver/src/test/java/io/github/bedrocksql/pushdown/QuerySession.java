package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** An endpoint of its own and a fresh connection to it: no entry sees requests of another. */
final class QuerySession implements AutoCloseable {
  private final Sandbox sandbox;
  private final Connection connection;

  QuerySession(DataSet data) throws SQLException {
    this.sandbox = data.start();
    this.connection =
        DriverManager.getConnection(
            "jdbc:bedrock:accessKeyId=AKIDTEST;secretAccessKey=secret;regions="
                + String.join(",", data.regions())
                + ";endpoint="
                + sandbox.endpoint());
  }

  /** Runs what an entry builds on. */
  void runBefore(PushdownQuery query) throws SQLException {
    if (query.after().isPresent()) {
      runBefore(query.after().get());
      run(query.after().get());
    }
  }

  /** Runs an entry; returns its rows. */
  List<String> run(PushdownQuery query) throws SQLException {
    sandbox.clearRequests();
    return switch (query.kind()) {
      case QUERY -> execute(query.sql(), query.parameters());
      case DESCRIBE -> describe(query.sql());
      case METADATA -> metadata(query.sql());
    };
  }

  /** Returns the requests of the last {@link #run}. */
  ImmutableList<RecordedRequest> requests() {
    return sandbox.requests();
  }

  /** Returns the plan as the connection stands now. */
  String plan(PushdownQuery query) throws SQLException {
    return String.join("\n", execute("EXPLAIN PLAN FOR " + query.sql(), query.parameters()));
  }

  private List<String> execute(String sql, List<Object> parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        Object value = parameters.get(i);
        statement.setObject(i + 1, value instanceof Optional<?> ? null : value);
      }
      try (ResultSet result = statement.executeQuery()) {
        return rows(result);
      }
    }
  }

  private List<String> describe(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData columns = statement.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      return names;
    }
  }

  private List<String> metadata(String method) throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    try (ResultSet result =
        switch (method) {
          case "getSchemas" -> metadata.getSchemas();
          case "getTables" -> metadata.getTables(null, null, "%", null);
          case "getColumns" -> metadata.getColumns(null, null, "%", "%");
          case "getPrimaryKeys" -> metadata.getPrimaryKeys(null, null, "model_import_jobs");
          default -> throw new IllegalArgumentException("No such method here: " + method);
        }) {
      return rows(result);
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      StringJoiner row = new StringJoiner(" | ");
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(result.getString(i)));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    try (sandbox) {
      connection.close();
    }
  }
}
