package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.CharStreams;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every getter on every type of column: the value, a converted one, or an SQLException. */
class GetterTest {
  /** One of each type that a query can give. */
  private static final ImmutableMap<String, String> VALUES =
      ImmutableMap.<String, String>builder()
          .put("text", "CAST('12.5' AS VARCHAR)")
          .put("char", "'ab'")
          .put("truth", "TRUE")
          .put("tiny", "CAST(12 AS TINYINT)")
          .put("small", "CAST(12 AS SMALLINT)")
          .put("int", "12")
          .put("big", "CAST(12 AS BIGINT)")
          .put("real", "CAST(12.5 AS REAL)")
          .put("double", "12.5E0")
          .put("decimal", "CAST(12.5 AS DECIMAL(9, 2))")
          .put("date", "DATE '2026-01-02'")
          .put("time", "TIME '01:02:03'")
          .put("timestamp", "TIMESTAMP '2026-01-02 03:04:05'")
          .put("bytes", "X'0102'")
          .put("array", "ARRAY['a', 'b']")
          .put("day", "INTERVAL '1' DAY")
          .put("month", "INTERVAL '2' MONTH")
          .put("uuid", "UUID '123e4567-e89b-12d3-a456-426614174000'")
          .put("row", "ROW(1, 'x')")
          .put("map", "MAP['a', 1]")
          .put("none", "NULL")
          .buildOrThrow();

  /** For each class, what each column is as one; what is not named here is refused with 22xxx. */
  private static final ImmutableMap<Class<?>, Map<String, Object>> AS =
      ImmutableMap.<Class<?>, Map<String, Object>>builder()
          .put(Boolean.class, numbers(true, "truth", true))
          .put(Byte.class, numbers((byte) 12, "truth", (byte) 1))
          .put(Short.class, numbers((short) 12, "truth", (short) 1))
          .put(Integer.class, numbers(12, "truth", 1))
          .put(Long.class, numbers(12L, "truth", 1L))
          .put(BigInteger.class, numbers(BigInteger.valueOf(12), "truth", BigInteger.ONE))
          .put(Date.class, times(Date.valueOf("2026-01-02"), null, Date.valueOf("2026-01-02")))
          .put(LocalDate.class, times(LocalDate.of(2026, 1, 2), null, LocalDate.of(2026, 1, 2)))
          .put(Time.class, times(Time.valueOf("00:00:00"), "01:02:03", Time.valueOf("03:04:05")))
          .put(LocalTime.class, times(LocalTime.MIN, LocalTime.of(1, 2, 3), LocalTime.of(3, 4, 5)))
          .put(Instant.class, instants("2026-01-02T00:00:00Z", "2026-01-02T03:04:05Z"))
          .put(byte[].class, Map.of("bytes", new byte[] {1, 2}))
          .put(UUID.class, Map.of("uuid", UUID.fromString("123e4567-e89b-12d3-a456-426614174000")))
          .buildOrThrow();

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  private static Map<String, Object> numbers(Object number, String truth, Object one) {
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
    for (String name : List.of("tiny", "small", "int", "big", "real", "double", "decimal")) {
      values.put(name, number);
    }
    values.put(truth, one);
    // A text that is a number is one, but no truth value.
    return number instanceof Boolean
        ? values.buildOrThrow()
        : values.put("text", number).buildOrThrow();
  }

  private static Map<String, Object> times(Object date, Object time, Object timestamp) {
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
    values.put("date", date).put("timestamp", timestamp);
    if (time != null) {
      values.put("time", time instanceof String text ? Time.valueOf(text) : time);
    }
    return values.buildOrThrow();
  }

  private static Map<String, Object> instants(String date, String timestamp) {
    return Map.of("date", Instant.parse(date), "timestamp", Instant.parse(timestamp));
  }

  private static ResultSet row() throws SQLException {
    StringBuilder sql = new StringBuilder();
    VALUES.forEach(
        (name, value) ->
            sql.append(sql.isEmpty() ? "SELECT " : ", ")
                .append(value)
                .append(" AS a_")
                .append(name));
    return first(sql.toString());
  }

  private static ResultSet first(String sql) throws SQLException {
    ResultSet rows = bench.connection().createStatement().executeQuery(sql);
    assertThat(rows.next()).isTrue();
    return rows;
  }

  @Test
  void everyClassOfEveryColumn() throws SQLException {
    ResultSet row = row();
    for (Map.Entry<Class<?>, Map<String, Object>> expected : AS.entrySet()) {
      Class<?> type = expected.getKey();
      for (String name : VALUES.keySet()) {
        Object value = expected.getValue().get(name);
        String what = name + " as " + type.getSimpleName();
        if (value != null || name.equals("none")) {
          assertThat((Object) row.getObject("a_" + name, type)).as(what).isEqualTo(value);
          assertThat(row.wasNull()).as(what).isEqualTo(value == null);
        } else {
          assertThat(state(() -> row.getObject("a_" + name, type))).as(what).startsWith("22");
        }
      }
    }
  }

  @Test
  void everyColumnIsOfTheClassItSays() throws SQLException, ClassNotFoundException {
    ResultSet row = row();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      assertThat(row.getString(i) == null).isEqualTo(value == null);
      assertThat(row.getObject(i, Map.of()) == null).isEqualTo(value == null);
      if (value != null) {
        assertThat(value)
            .as(columns.getColumnLabel(i))
            .isInstanceOf(Class.forName(columns.getColumnClassName(i)));
      }
    }
  }

  @Test
  void primitives() throws SQLException {
    ResultSet row = row();
    assertThat(row.getInt("a_decimal")).isEqualTo(12);
    assertThat(row.getLong("a_text")).isEqualTo(12);
    assertThat(row.getShort("a_double")).isEqualTo((short) 12);
    assertThat(row.getByte("a_truth")).isEqualTo((byte) 1);
    assertThat(row.getDouble("a_text")).isEqualTo(12.5);
    assertThat(row.getFloat("a_decimal")).isEqualTo(12.5f);
    assertThat(row.getDouble("a_real")).isEqualTo(12.5);
    assertThat(row.getBigDecimal("a_decimal")).isEqualTo(new BigDecimal("12.50"));
    assertThat(row.getBigDecimal("a_int")).isEqualTo(new BigDecimal(12));
    assertThat(row.getBoolean("a_int")).isTrue();
    assertThat(row.getString("a_day")).isEqualTo("1 day");
    assertThat(row.getString("a_bytes")).isEqualTo("0102");
    assertThat(row.getInt("a_none")).isZero();
    assertThat(row.wasNull()).isTrue();
    assertThat(row.getBoolean("a_none")).isFalse();
    assertThat(row.getTimestamp("a_none")).isNull();
  }

  @Test
  void timesOfOtherClasses() throws SQLException {
    ResultSet row = row();
    Instant instant = Instant.parse("2026-01-02T03:04:05Z");
    Timestamp timestamp = Timestamp.valueOf("2026-01-02 03:04:05");
    assertThat(row.getObject("a_timestamp", Timestamp.class)).isEqualTo(timestamp);
    assertThat(row.getObject("a_timestamp", java.util.Date.class).toInstant())
        .isEqualTo(timestamp.toInstant());
    assertThat(row.getObject("a_timestamp", OffsetDateTime.class).toInstant()).isEqualTo(instant);
    assertThat(row.getObject("a_timestamp", ZonedDateTime.class).toInstant()).isEqualTo(instant);
    assertThat(row.getObject("a_timestamp", LocalDateTime.class))
        .isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
    assertThat(first("SELECT '2026-01-02 03:04:05'").getTimestamp(1)).isEqualTo(timestamp);
  }

  @Test
  void texts() throws SQLException, IOException {
    ResultSet row = first("SELECT 'héllo', 'https://example.com/a', 'true', X'0102'");
    assertThat(row.getNString(1)).isEqualTo("héllo");
    assertThat(CharStreams.toString(row.getCharacterStream(1))).isEqualTo("héllo");
    assertThat(CharStreams.toString(row.getNCharacterStream(1))).isEqualTo("héllo");
    assertThat(row.getAsciiStream(3).readAllBytes())
        .isEqualTo("true".getBytes(StandardCharsets.US_ASCII));
    assertThat(row.getClob(1).getSubString(1, 5)).isEqualTo("héllo");
    assertThat(row.getURL(2)).hasToString("https://example.com/a");
    assertThat(row.getBoolean(3)).isTrue();
    assertThat(row.getBinaryStream(4).readAllBytes()).containsExactly(1, 2);
    assertThat(row.getBlob(4).length()).isEqualTo(2);
    assertThat(state(() -> row.getURL(1))).isEqualTo("22018");
    assertThat(state(() -> row.getInt(1))).isEqualTo("22018");
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, getInt",
    "-2147483649, getInt",
    "40000, getShort",
    "200, getByte",
    "'9300000000000000000', getLong",
    "1E300, getFloat",
    "1E300, getLong",
  })
  void whatIsTooLargeIsNotCut(String value, String getter) throws SQLException {
    ResultSet row = first("SELECT " + value);
    assertThat(
            state(
                () -> {
                  switch (getter) {
                    case "getInt" -> row.getInt(1);
                    case "getShort" -> row.getShort(1);
                    case "getByte" -> row.getByte(1);
                    case "getLong" -> row.getLong(1);
                    default -> row.getFloat(1);
                  }
                }))
        .isEqualTo("22003");
  }

  @Test
  void labels() throws SQLException {
    ResultSet row = first("SELECT 1 AS a, 2 AS \"A\", 3 AS three");
    assertThat(row.getInt("A")).isEqualTo(1);
    assertThat(row.findColumn("Three")).isEqualTo(3);
    SQLException failure = catchThrowableOfType(SQLException.class, () -> row.getInt("two"));
    assertThat(failure.getSQLState()).isEqualTo("42S22");
    assertThat((Throwable) failure).hasMessageContaining("'two'").hasMessageContaining("three");
    assertThat(state(() -> row.getInt(0))).isEqualTo("22023");
    assertThat(state(() -> row.getInt(4))).isEqualTo("22023");
  }

  @ParameterizedTest
  @ValueSource(classes = {Thread.class, List.class, int.class})
  void classesThatNoColumnIs(Class<?> type) throws SQLException {
    ResultSet row = first("SELECT 1");
    assertThat((Throwable) catchThrowableOfType(SQLException.class, () -> row.getObject(1, type)))
        .isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void arrays() throws SQLException {
    ResultSet row =
        first(
            "SELECT ARRAY['a', 'b'], ARRAY[1, NULL, 3], ARRAY[TIMESTAMP '2026-01-02 03:04:05'],"
                + " ARRAY[ARRAY[1], ARRAY[2, 3]], CAST(NULL AS VARCHAR ARRAY)");
    Array texts = row.getArray(1);
    Array numbers = (Array) row.getObject(2);
    Array times = row.getObject(3, Array.class);
    Array nested = row.getArray(4);
    assertThat(row.getArray(5)).isNull();
    assertThat(row.getString(1)).isEqualTo("[a, b]").isEqualTo(texts.toString());
    assertThat(row.next()).isFalse();
    row.getStatement().close();
    assertThat(texts.getBaseTypeName()).isEqualTo("CHAR");
    assertThat(texts.getArray()).isEqualTo(new String[] {"a", "b"});
    assertThat(numbers.getArray()).isEqualTo(new Integer[] {1, null, 3});
    assertThat(numbers.getArray(2, 9)).isEqualTo(new Integer[] {null, 3});
    assertThat(times.getArray())
        .isEqualTo(new Timestamp[] {Timestamp.valueOf("2026-01-02 03:04:05")});
    assertThat(((Array) ((Object[]) nested.getArray())[1]).getArray())
        .isEqualTo(new Integer[] {2, 3});
    assertThat(state(() -> texts.getArray(4, 1))).isEqualTo("22023");
    ResultSet elements = times.getResultSet();
    assertThat(elements.next()).isTrue();
    assertThat(elements.getInt("INDEX")).isEqualTo(1);
    assertThat(elements.getObject("VALUE", Instant.class))
        .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(elements.next()).isFalse();
    texts.free();
    texts.free();
    assertThat(state(texts::getArray)).isEqualTo("HY010");
  }

  private static String state(ThrowingCallable call) {
    SQLException failure = catchThrowableOfType(SQLException.class, call);
    return failure == null ? "none" : failure.getSQLState();
  }
}
