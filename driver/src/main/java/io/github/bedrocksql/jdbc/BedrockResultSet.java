package io.github.bedrocksql.jdbc;

import com.google.common.base.Defaults;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.StatementControl;
import io.github.bedrocksql.jdbc.error.SqlErrors;
import io.github.bedrocksql.jdbc.value.Getters;
import io.github.bedrocksql.jdbc.value.RowCursor;
import java.lang.ref.Reference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Rows, forward only and read only, whose failures, unchecked ones too, are SQLExceptions with a
 * SQLState. Times are {@link SqlTimes}'s: a Calendar given with getTimestamp, getDate or getTime
 * says in which zone the answer shows the column's fields.
 *
 * <p>A proxy, for DBCP's delegating result set is final and each getter comes twice, by index and
 * by label.
 */
public final class BedrockResultSet implements InvocationHandler {
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
    this.cursor = new RowCursor(calcite, statement == null ? 0 : statement.getLargeMaxRows());
    this.columns = BedrockResultSetMetaData.of(calcite.getMetaData());
    this.fetchSize = calcite.getFetchSize();
  }

  /**
   * Returns rows that are there already, and are read in no execution, as users see them.
   *
   * @param statement null for rows that belong to none
   */
  public static ResultSet wrap(BedrockStatement statement, ResultSet calcite) throws SQLException {
    return wrap(statement, null, calcite);
  }

  /** Returns the rows of an execution as users see them. */
  static ResultSet wrap(BedrockStatement statement, StatementControl execution, ResultSet calcite)
      throws SQLException {
    return (ResultSet)
        Proxy.newProxyInstance(
            BedrockResultSet.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            new BedrockResultSet(statement, execution, calcite));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, given);
    }
    if (method.getDeclaringClass() == Wrapper.class
        && given[0] instanceof Class<?> wanted
        && wanted.isInstance(proxy)) {
      // What is inside would not be guarded.
      return method.getReturnType() == boolean.class ? true : proxy;
    }
    try {
      return answer(proxy, method, given);
    } catch (InvocationTargetException e) {
      throw SqlErrors.translate(e.getCause());
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    } finally {
      // DBCP closes a statement that nobody holds: not while its rows are read.
      Reference.reachabilityFence(this);
    }
  }

  private static Object ofObject(Object proxy, Method method, Object[] given) {
    return switch (method.getName()) {
      case "equals" -> proxy == given[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "result set " + System.identityHashCode(proxy);
    };
  }

  private Object answer(Object proxy, Method method, Object[] given)
      throws SQLException, InvocationTargetException, IllegalAccessException {
    switch (method.getName()) {
      case "isClosed" -> {
        return calcite.isClosed();
      }
      case "close" -> {
        close((ResultSet) proxy);
        return null;
      }
      default -> checkOpen();
    }
    Getters.Getter getter = Getters.BY_METHOD.get(method.getName());
    if (getter != null) {
      Calendar calendar = given.length > 1 && given[1] instanceof Calendar zone ? zone : null;
      Object value = read(getter, given[0], calendar);
      return value == null ? Defaults.defaultValue(method.getReturnType()) : value;
    }
    return switch (method.getName()) {
      case "getObject" -> read(getter(method, given), given[0], null);
      case "findColumn" -> column(given[0]);
      case "wasNull" -> wasNull;
      case "getMetaData" -> columns;
      case "getStatement" -> shownStatement();
      case "getWarnings" -> warnings.first(leftOut());
      case "clearWarnings" -> {
        warnings.clear(leftOut().keySet());
        yield null;
      }
      default -> position(method, given);
    };
  }

  private Map<Target, SQLException> leftOut() {
    return execution == null ? ImmutableMap.of() : execution.leftOut();
  }

  private Object position(Method method, Object[] given)
      throws SQLException, InvocationTargetException, IllegalAccessException {
    return switch (method.getName()) {
      case "next" -> read(cursor::next);
      case "isBeforeFirst" -> read(cursor::isBeforeFirst);
      case "isFirst" -> cursor.isFirst();
      case "isLast" -> read(cursor::isLast);
      case "isAfterLast" -> cursor.isAfterLast();
      case "getRow" -> cursor.row();
      case "getType" -> ResultSet.TYPE_FORWARD_ONLY;
      case "getConcurrency" -> ResultSet.CONCUR_READ_ONLY;
      case "getHoldability" -> ResultSet.HOLD_CURSORS_OVER_COMMIT;
      case "getFetchDirection" -> ResultSet.FETCH_FORWARD;
      case "setFetchDirection" -> forwardOnly((Integer) given[0]);
      case "getFetchSize" -> fetchSize;
      case "setFetchSize" -> fetchSize((Integer) given[0]);
      case "getNClob", "getRef", "getRowId", "getSQLXML" ->
          throw SqlState.NOT_SUPPORTED.exception("No column is of that type");
      // Scrolling and writing, which Calcite has not.
      default -> method.invoke(calcite, given);
    };
  }

  /** Reads on; what memory ran out for is closed, so that what it holds is free. */
  private boolean read(StatementControl.Work<Boolean> reading) throws SQLException {
    if (execution == null) {
      return reading.done();
    }
    try {
      return execution.during(reading);
    } catch (SQLException e) {
      if (SqlState.OUT_OF_MEMORY.isOf(e)) {
        calcite.close();
      }
      throw e;
    }
  }

  private void checkOpen() throws SQLException {
    if (calcite.isClosed()) {
      throw SqlState.OBJECT_CLOSED.exception("The result set is closed");
    }
  }

  private void close(ResultSet shown) throws SQLException {
    if (!calcite.isClosed()) {
      calcite.close();
      if (statement != null) {
        statement.rowsClosed(shown);
      }
    }
  }

  private Statement shownStatement() {
    return statement == null ? null : statement.shown();
  }

  private Object read(Getters.Getter getter, Object indexOrLabel, Calendar calendar)
      throws SQLException {
    int column = column(indexOrLabel);
    cursor.check(column);
    Object value = getter.get(cursor, column, calendar);
    wasNull = value == null;
    return value;
  }

  /** Types of the user's own, which a map would name, do not exist here. */
  private static Getters.Getter getter(Method method, Object[] given) throws SQLException {
    if (given.length == 1 || method.getParameterTypes()[1] != Class.class) {
      return Getters.BY_CLASS.get(Object.class);
    }
    if (given[1] == null) {
      throw SqlState.INVALID_PARAMETER.exception("The class to read a column as is null");
    }
    Getters.Getter getter = Getters.BY_CLASS.get((Class<?>) given[1]);
    if (getter == null) {
      throw SqlState.NOT_SUPPORTED.exception("getObject as " + ((Class<?>) given[1]).getName());
    }
    return getter;
  }

  private int column(Object indexOrLabel) throws SQLException {
    if (indexOrLabel instanceof Integer index) {
      return index;
    }
    if (labels == null) {
      labels = new LinkedHashMap<>();
      for (int i = 1; i <= cursor.columns(); i++) {
        labels.putIfAbsent(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
      }
    }
    String label = String.valueOf(indexOrLabel);
    Integer column = labels.get(label.toLowerCase(Locale.ROOT));
    if (column == null) {
      throw SqlState.UNKNOWN_COLUMN.exception(
          "Column '" + label + "' is not in the result, which has " + labels.keySet());
    }
    return column;
  }

  private static Object forwardOnly(int direction) throws SQLException {
    if (direction != ResultSet.FETCH_FORWARD) {
      throw SqlState.INVALID_PARAMETER.exception("Rows can be read forward only");
    }
    return null;
  }

  private Object fetchSize(int size) throws SQLException {
    if (size < 0) {
      throw SqlState.INVALID_PARAMETER.exception(size + " is not a valid fetch size");
    }
    fetchSize = size;
    return null;
  }
}
