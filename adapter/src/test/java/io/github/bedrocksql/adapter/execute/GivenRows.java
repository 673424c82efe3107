package io.github.bedrocksql.adapter.execute;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows made by hand: a creation time and a text; counts how many were read. */
final class GivenRows implements Rows {
  static final int TIME = 0;
  static final int TEXT = 1;

  private final List<Row> rows;
  private int read;

  private GivenRows(List<Row> rows) {
    this.rows = rows;
  }

  /** Returns rows of these times, each with its place as text. */
  static GivenRows times(long... times) {
    List<Row> rows = new ArrayList<>();
    for (long time : times) {
      rows.add(row(time, "row " + rows.size()));
    }
    return new GivenRows(rows);
  }

  /** Returns rows of {@code time text}. */
  static GivenRows of(String... rows) {
    return new GivenRows(
        Stream.of(rows)
            .map(row -> row.split(" ", 2))
            .map(row -> row(Long.parseLong(row[0]), row[1]))
            .toList());
  }

  private static Row row(long time, String text) {
    return new Row(new Object[] {time, text}, null, null);
  }

  @Override
  public Row next() {
    return read < rows.size() ? rows.get(read++) : null;
  }

  int read() {
    return read;
  }

  /** Returns the times of all rows left. */
  static List<Object> timesOf(Rows rows) throws SQLException {
    return columnOf(rows, TIME);
  }

  static List<Object> textsOf(Rows rows) throws SQLException {
    return columnOf(rows, TEXT);
  }

  private static List<Object> columnOf(Rows rows, int column) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      values.add(row.value(column));
    }
    return values;
  }
}
