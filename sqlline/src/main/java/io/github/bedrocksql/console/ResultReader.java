package io.github.bedrocksql.console;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a result's columns and rows as the values that a {@link RowWriter} takes. */
final class ResultReader {
  private final ResultSet result;
  private final List<Column> columns;

  ResultReader(ResultSet result) throws SQLException {
    this.result = result;
    this.columns = columns(result.getMetaData());
  }

  List<Column> columns() {
    return columns;
  }

  /** The row that the result set stands on. */
  List<Object> row() throws SQLException {
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(value(i + 1, columns.get(i).kind()));
    }
    return values;
  }

  /** Returns a time or date of such a row, a date as its midnight; null for none. */
  LocalDateTime time(List<Object> row, int index) {
    return row.get(index) == null ? null : columns.get(index).time((String) row.get(index));
  }

  private Object value(int index, Column.Kind kind) throws SQLException {
    Object value =
        switch (kind) {
          case TEXT, DATE, TIMESTAMP -> result.getString(index);
          case NUMBER -> result.getObject(index);
          case BOOLEAN -> result.getBoolean(index);
          case ARRAY -> elements(result.getArray(index));
        };
    return result.wasNull() ? null : value;
  }

  private static List<Object> elements(Array array) throws SQLException {
    if (array == null) {
      return null;
    }
    List<Object> elements = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      boolean bare = element == null || element instanceof Number || element instanceof Boolean;
      elements.add(bare ? element : element.toString());
    }
    return elements;
  }

  private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    Column[] columns = new Column[metaData.getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Column(metaData.getColumnLabel(i + 1), kind(metaData.getColumnType(i + 1)));
    }
    return Arrays.asList(columns);
  }

  private static Column.Kind kind(int sqlType) {
    return switch (sqlType) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          Column.Kind.NUMBER;
      case Types.BOOLEAN, Types.BIT -> Column.Kind.BOOLEAN;
      case Types.ARRAY -> Column.Kind.ARRAY;
      case Types.DATE -> Column.Kind.DATE;
      case Types.TIMESTAMP -> Column.Kind.TIMESTAMP;
      default -> Column.Kind.TEXT;
    };
  }
}
