package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableMap;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.Function;

/**
 * Rows whose failures, unchecked ones too, are SQLExceptions with a SQLState, and whose times come
 * as java.time. A proxy, for DBCP's delegating result set is final.
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
          .put(BigDecimal.class, ResultSet::getBigDecimal)
          .put(Boolean.class, ResultSet::getBoolean)
          .put(Long.class, ResultSet::getLong)
          .put(Integer.class, ResultSet::getInt)
          .put(Double.class, ResultSet::getDouble)
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
        case "getStatement" -> statement;
        case "getObject" -> getObject(method, given);
        case "getTimestamp" ->
            given.length == 1
                ? timestamp(calcite, column(given[0]))
                : method.invoke(calcite, given);
        default -> method.invoke(calcite, given);
      };
    } catch (InvocationTargetException e) {
      throw SqlErrors.translate(e.getCause());
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
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

  private static Object value(ResultSet rows, int column) throws SQLException {
    return rows.getMetaData().getColumnType(column) == Types.TIMESTAMP
        ? timestamp(rows, column)
        : rows.getObject(column);
  }

  /** Past Avatica's conversion, which takes the JVM's zone at start for the zone of now. */
  private static Timestamp timestamp(ResultSet rows, int column) throws SQLException {
    if (rows.getMetaData().getColumnType(column) != Types.TIMESTAMP) {
      return rows.getTimestamp(column);
    }
    long millis = rows.getLong(column);
    return rows.wasNull() ? null : new Timestamp(millis);
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
