package io.github.bedrocksql.adapter.execute;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows made by hand: a creation time and a text; counts how many were read. */
final class GivenRows implements Rows {
  static final int TIME = 0;
  static final int TEXT = 1;

  private final List<Object[]> rows;
  private int read;

  private GivenRows(List<Object[]> rows) {
    this.rows = rows;
  }

  /** Returns rows of these times, each with its place as text. */
  static GivenRows times(long... times) {
    List<Object[]> rows = new ArrayList<>();
    for (long time : times) {
      rows.add(new Object[] {time, "row " + rows.size()});
    }
    return new GivenRows(rows);
  }

  /** Returns rows of {@code time text}. */
  static GivenRows of(String... rows) {
    return new GivenRows(
        Stream.of(rows)
            .map(row -> row.split(" ", 2))
            .map(row -> new Object[] {Long.valueOf(row[0]), row[1]})
            .toList());
  }

  @Override
  public Object[] next() {
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
    for (Object[] row = rows.next(); row != null; row = rows.next()) {
      values.add(row[column]);
    }
    return values;
  }
}
