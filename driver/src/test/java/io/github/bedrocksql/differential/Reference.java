package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;

/** H2 in memory with the rows that the server shows. */
final class Reference implements AutoCloseable {
  /**
   * Set up as the project is: nulls sort high, names are lower case, the zone is UTC, and LIKE has
   * no escape character of its own.
   */
  private static final String URL =
      "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";DEFAULT_NULL_ORDERING=HIGH;DEFAULT_ESCAPE=;TIME ZONE=UTC";

  private final Connection connection;

  Reference(ShownRows shown) throws SQLException {
    connection = DriverManager.getConnection(URL);
    for (Table table : Table.ALL) {
      create(table);
      for (List<Object> row : shown.rows().get(table)) {
        insert(table, row);
      }
    }
  }

  private void create(Table table) throws SQLException {
    String columns =
        table.columns().stream()
            .map(c -> c.name() + " " + c.type().sql() + (c.nullable() ? "" : " NOT NULL"))
            .collect(joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + table.name() + " (" + columns + ")");
    }
  }

  private void insert(Table table, List<Object> row) throws SQLException {
    String holes = String.join(", ", Collections.nCopies(row.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO " + table.name() + " VALUES (" + holes + ")")) {
      for (int i = 0; i < row.size(); i++) {
        statement.setObject(i + 1, row.get(i));
      }
      statement.execute();
    }
  }

  /** Returns the rows, normalised. */
  List<List<Object>> run(Fragment query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query.h2())) {
      List<Parameter> parameters = query.h2Parameters();
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i).value());
      }
      // As a Timestamp, it would be in the JVM's zone.
      return Normal.rows(
          statement, (row, column, number) -> row.getObject(column, LocalDateTime.class));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
