package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The tables in another database, with the rows that a server shows. */
final class ReferenceTables {
  private ReferenceTables() {}

  /** Creates and fills them; {@code types} says of which type a column is there. */
  static void load(Connection connection, ShownRows shown, Function<Column, String> types)
      throws SQLException {
    for (Table table : shown.rows().keySet()) {
      create(connection, table, types);
      insert(connection, table, shown.rows().get(table));
    }
  }

  private static void create(Connection connection, Table table, Function<Column, String> types)
      throws SQLException {
    String columns =
        table.columns().stream()
            .map(c -> c.name() + " " + types.apply(c) + (c.nullable() ? "" : " NOT NULL"))
            .collect(joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + table.name() + " (" + columns + ")");
    }
  }

  private static void insert(Connection connection, Table table, List<List<Object>> rows)
      throws SQLException {
    String holes = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO " + table.name() + " VALUES (" + holes + ")")) {
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
