package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.StatementControl;
import io.github.bedrocksql.jdbc.error.SqlErrors;
import io.github.bedrocksql.jdbc.value.Getters;
import io.github.bedrocksql.jdbc.value.RowCursor;
import java.lang.ref.Reference;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.ColumnMetaData;

/**
 * Rows, forward only and read only, whose failures, unchecked ones too, are SQLExceptions with a
 * SQLState. A Calendar given with getTimestamp, getDate or getTime says in which zone the answer
 * shows the column's fields.
 *
 * <p>A class of its own rather than something behind a {@link
 * io.github.bedrocksql.jdbc.error.Guard}: it is called for each value of each row.
 */
final class BedrockResultSet implements TypedRows {
  private final BedrockStatement statement;
  private final StatementControl execution;
  private final ResultSet calcite;
  private final RowCursor cursor;
  private final ResultSetMetaData columns;
  private final RowWarnings warnings = new RowWarnings();
  private Map<String, Integer> labels;
  private boolean wasNull;
  private int fetchSize;

  private BedrockResultSet(
      BedrockStatement statement, StatementControl execution, ResultSet calcite)
      throws SQLException {
    this.statement = statement;
    this.execution = execution;
    this.calcite = calcite;
    this.cursor =
        new RowCursor(
            calcite,
            statement == null ? 0 : statement.getLargeMaxRows(),
            BedrockResultSet::ofElements);
    this.columns = BedrockResultSetMetaData.of(calcite.getMetaData());
    this.fetchSize = calcite.getFetchSize();
  }

  /**
   * Returns rows that are there already, and are read in no execution.
   *
   * @param statement null for rows that belong to none
   */
  static ResultSet wrap(BedrockStatement statement, ResultSet calcite) throws SQLException {
    return new BedrockResultSet(statement, null, calcite);
  }

  /** Returns the rows of an execution. */
  static ResultSet wrap(BedrockStatement statement, StatementControl execution, ResultSet calcite)
      throws SQLException {
    return new BedrockResultSet(statement, execution, calcite);
  }

  /** Returns rows of Calcite's values, which belong to no statement. */
  static ResultSet ofElements(List<ColumnMetaData> columns, List<List<Object>> rows)
      throws SQLException {
    return wrap(null, MemoryRows.of(columns, rows));
  }

  /** Does what may fail in Calcite, too, as long as the rows are open. */
  private <T> T guarded(StatementControl.Work<T> work) throws SQLException {
    try {
      checkOpen();
      return work.done();
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    } finally {
      // A statement that nobody holds is closed: not while its rows are read.
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void checkOpen() throws SQLException {
    if (calcite.isClosed()) {
      throw SqlState.OBJECT_CLOSED.exception("The result set is closed");
    }
  }

  @Override
  public boolean isClosed() throws SQLException {
    return calcite.isClosed();
  }

  @Override
  public void close() throws SQLException {
    if (!isClosed()) {
      guarded(
          () -> {
            calcite.close();
            if (statement != null) {
              statement.rowsClosed(this);
            }
            return null;
          });
    }
  }

  @Override
  public Object read(Getters.Getter getter, int column, Calendar calendar) throws SQLException {
    return guarded(
        () -> {
          cursor.check(column);
          Object value = getter.get(cursor, column, calendar);
          wasNull = value == null;
          return value;
        });
  }

  @Override
  public <T> T getObject(int column, Class<T> type) throws SQLException {
    checkOpen();
    if (type == null) {
      throw SqlState.INVALID_PARAMETER.exception("The class to convert the column to is null");
    }
    Getters.Getter getter = Getters.BY_CLASS.get(type);
    if (getter == null) {
      throw SqlState.NOT_SUPPORTED.exception("getObject as " + type.getName());
    }
    return type.cast(read(getter, column, null));
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  @Override
  public int findColumn(String label) throws SQLException {
    checkOpen();
    if (labels == null) {
      labels = new LinkedHashMap<>();
      for (int i = 1; i <= cursor.columns(); i++) {
        labels.putIfAbsent(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
      }
    }
    Integer column = labels.get(String.valueOf(label).toLowerCase(Locale.ROOT));
    if (column == null) {
      throw SqlState.UNKNOWN_COLUMN.exception(
          "Column '" + label + "' is not in the result, which has " + labels.keySet());
    }
    return column;
  }

  @Override
  public boolean next() throws SQLException {
    return read(cursor::next);
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    return read(cursor::isBeforeFirst);
  }

  @Override
  public boolean isFirst() throws SQLException {
    checkOpen();
    return cursor.isFirst();
  }

  @Override
  public boolean isLast() throws SQLException {
    return read(cursor::isLast);
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return cursor.isAfterLast();
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return cursor.row();
  }

  /** Reads on; if memory runs out, the rows are closed, so that what they hold is free. */
  private boolean read(StatementControl.Work<Boolean> reading) throws SQLException {
    return guarded(() -> execution == null ? reading.done() : inExecution(reading));
  }

  private boolean inExecution(StatementControl.Work<Boolean> reading) throws SQLException {
    try {
      return execution.during(reading);
    } catch (SQLException e) {
      if (SqlState.OUT_OF_MEMORY.isOf(e)) {
        calcite.close();
      }
      throw e;
    }
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return columns;
  }

  /** Returns the statement; null for rows that belong to none. */
  @Override
  public Statement getStatement() throws SQLException {
    checkOpen();
    return statement == null ? null : statement.shown();
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first(leftOut());
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear(leftOut().keySet());
  }

  private Map<Target, SQLException> leftOut() {
    return execution == null ? ImmutableMap.of() : execution.leftOut();
  }

  @Override
  public int getType() throws SQLException {
    checkOpen();
    return TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    checkOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return FETCH_FORWARD;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    if (direction != FETCH_FORWARD) {
      throw SqlState.INVALID_PARAMETER.exception("Rows can be read forward only");
    }
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  @Override
  public void setFetchSize(int size) throws SQLException {
    checkOpen();
    if (size < 0) {
      throw SqlState.INVALID_PARAMETER.exception(size + " is not a valid fetch size");
    }
    fetchSize = size;
  }

  @Override
  public boolean isWrapperFor(Class<?> face) throws SQLException {
    return face.isInstance(this) || guarded(() -> calcite.isWrapperFor(face));
  }

  /** Returns itself where it can: what is inside would not be guarded. */
  @Override
  public <T> T unwrap(Class<T> face) throws SQLException {
    return face.isInstance(this) ? face.cast(this) : guarded(() -> calcite.unwrap(face));
  }

  @Override
  public String toString() {
    return "result set " + System.identityHashCode(this);
  }
}
