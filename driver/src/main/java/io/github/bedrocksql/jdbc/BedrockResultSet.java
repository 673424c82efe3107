package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableMap;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.function.Function;

/**
 * Rows whose failures, unchecked ones too, are SQLExceptions with a SQLState, and whose times are
 * {@link SqlTimes}'s: a Calendar given with getTimestamp changes nothing, one given with getDate or
 * getTime says in which zone the answer shows the column's date or time. A proxy, for DBCP's
 * delegating result set is final.
 */
final class BedrockResultSet implements InvocationHandler {
  /** A TIMESTAMP as the java.time classes; those without a zone of their own get UTC. */
  private static final ImmutableMap<Class<?>, Function<Instant, Object>> TIMES =
      ImmutableMap.of(
          Instant.class, instant -> instant,
          OffsetDateTime.class, instant -> instant.atOffset(ZoneOffset.UTC),
          ZonedDateTime.class, instant -> instant.atZone(ZoneOffset.UTC),
          LocalDateTime.class, instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));

  /** Reads a column as one class. */
  private interface Getter {
    Object get(ResultSet rows, int column) throws SQLException;
  }

  private static final ImmutableMap<Class<?>, Getter> GETTERS =
      ImmutableMap.<Class<?>, Getter>builder()
          .put(String.class, ResultSet::getString)
          .put(Object.class, BedrockResultSet::value)
          .put(Timestamp.class, BedrockResultSet::timestamp)
          .put(Date.class, (rows, column) -> date(rows, column, null))
          .put(Time.class, (rows, column) -> time(rows, column, null))
          .put(LocalDate.class, (rows, column) -> SqlTimes.date(temporal(rows, column), null))
          .put(LocalTime.class, (rows, column) -> SqlTimes.time(temporal(rows, column), null))
          .put(BigDecimal.class, ResultSet::getBigDecimal)
          .put(Boolean.class, ResultSet::getBoolean)
          .put(Long.class, ResultSet::getLong)
          .put(Integer.class, ResultSet::getInt)
          .put(Short.class, ResultSet::getShort)
          .put(Byte.class, ResultSet::getByte)
          .put(Double.class, ResultSet::getDouble)
          .put(Float.class, ResultSet::getFloat)
          .buildOrThrow();

  private final Statement statement;
  private final ResultSet calcite;

  private BedrockResultSet(Statement statement, ResultSet calcite) {
    this.statement = statement;
    this.calcite = calcite;
  }

  /** Returns the rows as users see them; {@code statement} is what getStatement answers. */
  static ResultSet wrap(Statement statement, ResultSet calcite) {
    return (ResultSet)
        Proxy.newProxyInstance(
            BedrockResultSet.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            new BedrockResultSet(statement, calcite));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    try {
      return switch (method.getName()) {
        case "equals" -> proxy == given[0];
        case "getStatement" -> statement();
        case "getObject" -> getObject(method, given);
        case "getTimestamp" -> timestamp(calcite, column(given[0]));
        case "getDate" -> date(calcite, column(given[0]), calendar(given));
        case "getTime" -> time(calcite, column(given[0]), calendar(given));
        default -> method.invoke(calcite, given);
      };
    } catch (InvocationTargetException e) {
      throw SqlErrors.translate(e.getCause());
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  private Statement statement() throws SQLException {
    if (calcite.isClosed()) {
      throw new SQLException("The result set is closed", SqlErrors.CLOSED);
    }
    return statement;
  }

  private Object getObject(Method method, Object[] given)
      throws SQLException, InvocationTargetException, IllegalAccessException {
    boolean typed = method.getParameterCount() == 2 && method.getParameterTypes()[1] == Class.class;
    if (typed) {
      return getObject(column(given[0]), (Class<?>) given[1]);
    }
    return given.length == 1 ? value(calcite, column(given[0])) : method.invoke(calcite, given);
  }

  private int column(Object indexOrLabel) throws SQLException {
    return indexOrLabel instanceof String label
        ? calcite.findColumn(label)
        : (Integer) indexOrLabel;
  }

  private static Calendar calendar(Object[] given) {
    return given.length == 1 ? null : (Calendar) given[1];
  }

  private static Object value(ResultSet rows, int column) throws SQLException {
    return switch (type(rows, column)) {
      case Types.TIMESTAMP -> timestamp(rows, column);
      case Types.DATE -> date(rows, column, null);
      case Types.TIME -> time(rows, column, null);
      default -> rows.getObject(column);
    };
  }

  private static int type(ResultSet rows, int column) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    if (column < 1 || column > columns) {
      throw new SQLException(
          "There is no column " + column + ": the result has " + columns, "22023");
    }
    return rows.getMetaData().getColumnType(column);
  }

  private static Timestamp timestamp(ResultSet rows, int column) throws SQLException {
    Instant instant = SqlTimes.instant(temporal(rows, column));
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Date date(ResultSet rows, int column, Calendar calendar) throws SQLException {
    LocalDate date = SqlTimes.date(temporal(rows, column), null);
    return date == null ? null : SqlTimes.sqlDate(date, calendar);
  }

  private static Time time(ResultSet rows, int column, Calendar calendar) throws SQLException {
    LocalTime time = SqlTimes.time(temporal(rows, column), null);
    return time == null ? null : SqlTimes.sqlTime(time, calendar);
  }

  /**
   * A value in its column's own terms: Instant, LocalDate, LocalTime or text. Past Avatica's
   * conversions, which take the JVM's zone at start for the zone of now.
   */
  private static Object temporal(ResultSet rows, int column) throws SQLException {
    int type = type(rows, column);
    Object value =
        switch (type) {
          case Types.TIMESTAMP -> Instant.ofEpochMilli(rows.getLong(column));
          case Types.DATE -> LocalDate.ofEpochDay(rows.getLong(column));
          case Types.TIME ->
              LocalTime.MIDNIGHT.with(ChronoField.MILLI_OF_DAY, rows.getLong(column));
          default -> rows.getString(column);
        };
    return rows.wasNull() ? null : value;
  }

  private Object getObject(int column, Class<?> type) throws SQLException {
    Function<Instant, Object> time = type == null ? null : TIMES.get(type);
    if (time != null) {
      Timestamp value = timestamp(calcite, column);
      return value == null ? null : time.apply(value.toInstant());
    }
    Getter getter = type == null ? null : GETTERS.get(type);
    if (getter == null) {
      throw new SQLFeatureNotSupportedException(
          "getObject as " + (type == null ? "null" : type.getName()), "0A000");
    }
    Object value = getter.get(calcite, column);
    return calcite.wasNull() ? null : value;
  }
}
