package io.github.bedrocksql.conformance;

import static java.util.Map.entry;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Primitives;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;

/** Sensible arguments for each method of JDBC: by method where that is needed, else by type. */
final class Arguments {
  private static final String QUERY = "SELECT job_name FROM model_import_jobs LIMIT 1";

  /** For methods that several values of a type would not suit. */
  private static final ImmutableMap<String, List<Object>> BY_METHOD =
      ImmutableMap.<String, List<Object>>builder()
          .put("Connection.createStatement", List.of(1003, 1007, 1))
          .put("Connection.prepareStatement(String,int)", List.of(QUERY, 2))
          .put("Connection.prepareStatement", List.of(QUERY, 1003, 1007, 1))
          .put("Connection.setTransactionIsolation", List.of(Connection.TRANSACTION_NONE))
          .put("Connection.setHoldability", List.of(ResultSet.HOLD_CURSORS_OVER_COMMIT))
          .put("Connection.setSchema", List.of("bedrock"))
          .put("Connection.createArrayOf", List.of("VARCHAR", new Object[] {"a", "b"}))
          .put("Connection.createStruct", List.of("t", new Object[] {"a"}))
          .put("Statement.setMaxFieldSize", List.of(0))
          .put("Statement.setFetchDirection", List.of(ResultSet.FETCH_FORWARD))
          .put("Statement.getMoreResults", List.of(Statement.CLOSE_CURRENT_RESULT))
          .put("Statement.enquoteIdentifier", List.of("job_name", true))
          .put("ResultSet.setFetchDirection", List.of(ResultSet.FETCH_FORWARD))
          .put("ResultSet.getObject(int,Class)", List.of(1, String.class))
          .put("ResultSet.getObject(String,Class)", List.of("a_varchar", String.class))
          .put("PreparedStatement.setURL", List.of(1, url()))
          .put("DatabaseMetaData.getTables", names("model\\_%", new String[] {"TABLE"}))
          .put("DatabaseMetaData.getUDTs", names("%", new int[] {Types.STRUCT}))
          .put("DatabaseMetaData.getBestRowIdentifier", names("model_import_jobs", 0, true))
          .put("DatabaseMetaData.getIndexInfo", names("model_import_jobs", false, true))
          .put(
              "DatabaseMetaData.getCrossReference",
              Arrays.asList(
                  null, "bedrock", "model_import_jobs", null, "bedrock", "model_import_job_tags"))
          .put("DatabaseMetaData.getSchemas", Arrays.asList(null, "bed%"))
          .put("DatabaseMetaData.supportsConvert", List.of(Types.INTEGER, Types.VARCHAR))
          .put(
              "DatabaseMetaData.supportsTransactionIsolationLevel",
              List.of(Connection.TRANSACTION_NONE))
          .put(
              "DatabaseMetaData.supportsResultSetHoldability",
              List.of(ResultSet.HOLD_CURSORS_OVER_COMMIT))
          .put("DatabaseMetaData.supportsResultSetConcurrency", List.of(1003, 1007))
          .put("Driver.connect", List.of("jdbc:other:", new Properties()))
          .put("Driver.acceptsURL", List.of("jdbc:bedrock:"))
          .put("Driver.getPropertyInfo", List.of("jdbc:bedrock:", new Properties()))
          .buildOrThrow();

  private static final ImmutableMap<Class<?>, Object> BY_TYPE =
      ImmutableMap.<Class<?>, Object>ofEntries(
          entry(boolean.class, true),
          entry(byte.class, (byte) 1),
          entry(short.class, (short) 1),
          entry(int.class, 1),
          entry(long.class, 1L),
          entry(float.class, 1f),
          entry(double.class, 1d),
          entry(byte[].class, new byte[] {1}),
          entry(int[].class, new int[] {1}),
          entry(String[].class, new String[] {"job_name"}),
          entry(String.class, "1"),
          entry(Object.class, "1"),
          entry(Class.class, Wrapper.class),
          entry(BigDecimal.class, BigDecimal.ONE),
          entry(Date.class, Date.valueOf("2026-01-01")),
          entry(Time.class, Time.valueOf("01:02:03")),
          entry(Timestamp.class, Timestamp.valueOf("2026-01-01 00:00:00")),
          entry(Calendar.class, Calendar.getInstance(TimeZone.getTimeZone("UTC"))),
          entry(Map.class, Map.of()),
          entry(Properties.class, new Properties()),
          entry(SQLType.class, JDBCType.VARCHAR),
          entry(Executor.class, (Executor) Runnable::run));

  private Arguments() {}

  private static URL url() {
    try {
      return URI.create("https://example.com/").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Object> names(Object... rest) {
    List<Object> values = new ArrayList<>();
    values.add(null);
    values.add("bedrock");
    values.addAll(List.of(rest));
    return values;
  }

  /** Returns arguments for a method, of the length of its parameters. */
  static Object[] of(Method method) {
    Class<?>[] types = method.getParameterTypes();
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    List<Object> given = BY_METHOD.get(Subjects.signature(method));
    if (given == null) {
      given = BY_METHOD.get(name);
    }
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      boolean fits = given != null && i < given.size() && fits(types[i], given.get(i));
      values[i] = fits ? given.get(i) : byType(method, i);
    }
    return values;
  }

  private static boolean fits(Class<?> type, Object value) {
    return value == null || Primitives.wrap(type).isInstance(value);
  }

  private static Object byType(Method method, int position) {
    Class<?> type = method.getParameterTypes()[position];
    Class<?> owner = method.getDeclaringClass();
    boolean first = position == 0;
    if (first && owner == ResultSet.class && method.getName().matches("(get|update|find).*")) {
      return type == int.class ? Columns.index(method.getName()) : Columns.label(method.getName());
    }
    if (first && owner == PreparedStatement.class && type == int.class) {
      return Columns.index(method.getName());
    }
    if (type == String.class) {
      return text(owner, method, position);
    }
    if (type == InputStream.class) {
      return new ByteArrayInputStream("1".getBytes(StandardCharsets.US_ASCII));
    }
    return type == Reader.class ? new StringReader("1") : BY_TYPE.get(type);
  }

  private static String text(Class<?> owner, Method method, int position) {
    if (owner == DatabaseMetaData.class) {
      return position == 0
          ? null
          : position == 1 ? "bedrock" : position == 2 ? "model_import_jobs" : "%";
    }
    boolean sql = method.getName().matches("execute.*|prepare.*|nativeSQL|addBatch");
    return sql && position == 0 ? QUERY : "1";
  }
}
