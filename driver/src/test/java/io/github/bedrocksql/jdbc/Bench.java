package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A sandbox and a connection to it: runs SQL and shows the rows and the requests on the wire. */
final class Bench implements AutoCloseable {
  private final Sandbox sandbox;
  private final Connection connection;

  Bench(Sandbox sandbox, String properties) throws SQLException {
    this.sandbox = sandbox;
    this.connection = DriverManager.getConnection(url(sandbox) + properties);
  }

  /** Opens one that the tests of a class share, and {@code @AutoClose} closes. */
  static Bench shared(Sandbox sandbox) {
    try {
      return new Bench(sandbox, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e); // A field can't be given a value that throws.
    }
  }

  static String url(Sandbox sandbox) {
    return withoutRegion(sandbox) + "region=us-east-1;";
  }

  private static String withoutRegion(Sandbox sandbox) {
    return "jdbc:bedrock:accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint="
        + sandbox.endpoint()
        + ";";
  }

  /** Opens a connection whose properties say which Regions are asked. */
  static Connection connect(Sandbox sandbox, String properties) throws SQLException {
    return DriverManager.getConnection(withoutRegion(sandbox) + properties);
  }

  /** Returns the texts of a query's first column. */
  static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      return texts;
    }
  }

  /**
   * What a query gave.
   *
   * @param rows their values
   * @param requests in the order they arrived, as {@code Operation name} or {@code Operation
   *     {parameters}}
   */
  record Answer(List<List<Object>> rows, List<String> requests) {
    /** Returns the values as text: {@code 1,a / 2,null} for two rows of two columns. */
    String text() {
      return rows.stream()
          .map(row -> row.stream().map(String::valueOf).collect(joining(",")))
          .collect(joining(" / "));
    }

    /** Returns the values of a single column. */
    List<Object> column() {
      return rows.stream().map(r -> r.get(0)).toList();
    }
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Connection connection() {
    return connection;
  }

  /** Runs a statement; with parameters, a prepared one. */
  Answer run(String sql, Object... parameters) throws SQLException {
    sandbox.clearRequests();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<List<Object>> rows = rows(statement);
      return new Answer(rows, requests());
    }
  }

  static List<List<Object>> rows(PreparedStatement statement) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns the plan, one operator a line. */
  String plan(String sql) throws SQLException {
    return run("EXPLAIN PLAN FOR " + sql).column().get(0).toString();
  }

  /** Returns the requests since the last statement began. */
  List<String> requests() {
    return sandbox.requests().stream()
        .map(Bench::describe)
        .collect(ImmutableList.toImmutableList());
  }

  private static String describe(RecordedRequest request) {
    return request.parameters().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .sorted()
        .collect(joining(" ", request.operation() + " ", ""))
        .strip();
  }

  @Override
  public void close() throws SQLException {
    try (sandbox) {
      connection.close();
    }
  }
}
