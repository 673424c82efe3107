package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a query gives, as text.
 *
 * @param types the columns' types, as the database that answered calls them
 * @param rows their values as they are shown, {@code null} for null
 */
record PostgresAnswer(
    ImmutableList<String> labels, ImmutableList<String> types, ImmutableList<List<String>> rows) {

  /** Returns what a query gives that has no parameters: a {@code ?} is an operator. */
  static PostgresAnswer of(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      ImmutableList.Builder<String> labels = ImmutableList.builder();
      ImmutableList.Builder<String> types = ImmutableList.builder();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i));
        types.add(columns.getColumnTypeName(i));
      }
      ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          boolean array = columns.getColumnType(i) == Types.ARRAY;
          row.add(array ? text(result.getArray(i)) : String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
      return new PostgresAnswer(labels.build(), types.build(), rows.build());
    }
  }

  private static String text(Array array) throws SQLException {
    return array == null
        ? String.valueOf(array)
        : Arrays.stream((Object[]) array.getArray())
            .map(String::valueOf)
            .collect(joining(",", "{", "}"));
  }

  /** Returns the rows in a form that is the same for equal values of these types. */
  ImmutableList<List<Object>> comparable(List<String> valueTypes) {
    return rows.stream()
        .<List<Object>>map(
            row -> {
              List<Object> values = new ArrayList<>();
              for (int i = 0; i < row.size(); i++) {
                String type = i < valueTypes.size() ? valueTypes.get(i) : "text";
                values.add(PostgresValue.comparable(type, row.get(i)));
              }
              return values;
            })
        .collect(ImmutableList.toImmutableList());
  }
}
