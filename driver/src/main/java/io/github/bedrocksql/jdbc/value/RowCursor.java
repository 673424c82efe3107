package io.github.bedrocksql.jdbc.value;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.time.IntervalFormat;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/**
 * Where a result set is, and the row it is on. Looks ahead where it is asked whether a row follows;
 * the row it is on is kept then, for Calcite's rows are gone once the next is read.
 */
public final class RowCursor {
  /** A value of the current row, kept. */
  private record Kept(Object value, String text) {}

  private final ResultSet calcite;
  private final ValueType[] types;
  private final long maxRows;
  private final ElementRows elements;
  private long passed;
  private boolean onRow;
  private boolean ended;
  private Boolean follows;
  private Kept[] kept;

  /**
   * Reads Calcite's rows.
   *
   * @param maxRows how many at most; 0 for all
   * @param elements makes rows of an array in a column
   */
  public RowCursor(ResultSet calcite, long maxRows, ElementRows elements) throws SQLException {
    this.calcite = calcite;
    this.maxRows = maxRows;
    this.elements = elements;
    ResultSetMetaData columns = calcite.getMetaData();
    this.types = new ValueType[columns.getColumnCount()];
    for (int i = 0; i < types.length; i++) {
      types[i] = ValueType.ofColumn(columns, i + 1);
    }
  }

  public boolean next() throws SQLException {
    onRow = !ended && follows();
    ended = !onRow;
    follows = null;
    kept = null;
    if (onRow) {
      passed++;
    }
    return onRow;
  }

  private boolean follows() throws SQLException {
    if (follows == null) {
      boolean more = (maxRows == 0 || passed < maxRows) && calcite.next();
      if (!more && calcite.isClosed()) {
        // By another thread: it looks like the end of the rows, which would be a wrong answer.
        throw SqlState.OBJECT_CLOSED.exception("The result set was closed while it was read");
      }
      follows = more;
    }
    return follows;
  }

  public boolean isBeforeFirst() throws SQLException {
    return passed == 0 && !ended && follows();
  }

  public boolean isFirst() {
    return onRow && passed == 1;
  }

  public boolean isLast() throws SQLException {
    if (onRow && follows == null) {
      Kept[] row = new Kept[types.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = new Kept(value(i + 1), text(i + 1));
      }
      boolean last = !follows();
      kept = row;
      return last;
    }
    return onRow && !follows();
  }

  public boolean isAfterLast() {
    return ended && passed > 0;
  }

  /** The number of the row, from 1; 0 if there is none. */
  public int row() {
    return onRow ? (int) passed : 0;
  }

  public int columns() {
    return types.length;
  }

  /** Throws if there is no such column, or no row. */
  public void check(int column) throws SQLException {
    if (column < 1 || column > types.length) {
      throw noColumn(column, types.length);
    }
    if (!onRow) {
      throw SqlState.INVALID_CURSOR_STATE.exception(
          ended ? "There is no row after the last" : "There is no row before next() is called");
    }
  }

  /** Returns why there is no column of this number. */
  public static SQLException noColumn(int column, int count) {
    return SqlState.INVALID_PARAMETER.exception(
        "There is no column " + column + ": the result has " + count);
  }

  ValueType type(int column) {
    return types[column - 1];
  }

  /**
   * A value in its column's own terms: LocalDateTime, LocalDate, LocalTime, the text of an
   * interval, or what Calcite has. Past Avatica's conversions of times, which take the JVM's zone
   * at start for the zone of now.
   */
  Object value(int column) throws SQLException {
    if (kept != null) {
      return kept[column - 1].value();
    }
    ValueType type = type(column);
    Object value =
        switch (type.id()) {
          case Types.TIMESTAMP, Types.DATE, Types.TIME ->
              SqlTimes.ofNumber(calcite.getLong(column), type.id());
          case Types.ARRAY -> array(column);
          default -> type.isInterval() ? interval(column) : calcite.getObject(column);
        };
    return calcite.wasNull() ? null : value;
  }

  private Array array(int column) throws SQLException {
    Array array = calcite.getArray(column); // In any case: whether it was null is asked after.
    Optional<Array> times = arrayOfTimes(column);
    return times.isPresent() ? times.get() : SqlArray.of(array, elements);
  }

  private Optional<Array> arrayOfTimes(int column) {
    return type(column).id() == Types.ARRAY
        ? RawArray.of(calcite, column).map(raw -> SqlArray.ofTimes(raw, elements))
        : Optional.empty();
  }

  String text(int column) throws SQLException {
    if (kept != null) {
      return kept[column - 1].text();
    }
    Optional<Array> times = arrayOfTimes(column);
    if (times.isPresent()) {
      return times.get().toString();
    }
    if (!type(column).isInterval()) {
      return calcite.getString(column);
    }
    String interval = interval(column);
    return calcite.wasNull() ? null : interval;
  }

  private String interval(int column) throws SQLException {
    return type(column).isOfMonths()
        ? IntervalFormat.months(calcite.getInt(column))
        : IntervalFormat.days(calcite.getLong(column));
  }
}
