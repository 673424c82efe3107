package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any getter reads finds its row when the matching setter writes it back. */
@Isolated("It changes the time zone of the JVM, which others read.")
class RoundTripTest {
  private static final Calendar CARACAS =
      Calendar.getInstance(TimeZone.getTimeZone("America/Caracas"));

  /** Values of each type; the times include one that New York has twice. */
  private static final ImmutableListMultimap<String, String> VALUES =
      ImmutableListMultimap.<String, String>builder()
          .putAll("VARCHAR", "'a'", "'it''s'", "''", "'2026-01-02'", "'héllo 🙂'")
          .putAll("BOOLEAN", "TRUE", "FALSE")
          .putAll("SMALLINT", "-32768", "7", "32767")
          .putAll("INTEGER", "-2147483648", "0", "2147483647")
          .putAll("BIGINT", "-9223372036854775807", "12", "9223372036854775807")
          .putAll("REAL", "0.1", "-12.3", "3.4E38")
          .putAll("DOUBLE", "0.1", "-12.3", "1.7E308")
          .putAll("DECIMAL(9, 2)", "0.10", "-1234567.89")
          .putAll("DATE", "DATE '1969-12-31'", "DATE '2026-03-08'", "DATE '2026-11-01'")
          .putAll("TIME(3)", "TIME '00:00:00'", "TIME '02:30:15'", "TIME '23:59:59'")
          .putAll(
              "TIMESTAMP(3)",
              "TIMESTAMP '1969-12-31 23:59:59.999'",
              "TIMESTAMP '2026-01-01 00:00:00'",
              "TIMESTAMP '2026-11-01 01:30:00.125'",
              "TIMESTAMP '2026-07-01 12:34:56.780'",
              "TIMESTAMP '9999-12-31 23:59:59.999'")
          .putAll("VARBINARY", "X'00'", "X'CAFE01'")
          .putAll("UUID", "UUID '123e4567-e89b-12d3-a456-426614174000'")
          .build();

  private static final List<Class<?>> NUMBERS =
      List.of(Object.class, BigDecimal.class, Double.class, Float.class, String.class);

  private static final List<Class<?>> WHOLE =
      List.of(Long.class, Integer.class, Short.class, BigInteger.class, BigDecimal.class);

  /** The classes that hold all of a type's value. */
  private static final ImmutableMap<String, List<Class<?>>> CLASSES =
      ImmutableMap.<String, List<Class<?>>>builder()
          .put("VARCHAR", List.of(Object.class, String.class))
          .put("BOOLEAN", List.of(Object.class, Boolean.class, String.class, Integer.class))
          .put("SMALLINT", WHOLE)
          .put("INTEGER", List.of(Object.class, Integer.class, Long.class, BigDecimal.class))
          .put("BIGINT", List.of(Object.class, Long.class, BigDecimal.class, String.class))
          .put("REAL", NUMBERS)
          .put("DOUBLE", List.of(Object.class, Double.class, BigDecimal.class, String.class))
          .put("DECIMAL(9, 2)", List.of(Object.class, BigDecimal.class, Double.class, String.class))
          .put(
              "DATE",
              List.of(
                  Object.class,
                  Date.class,
                  LocalDate.class,
                  String.class,
                  Timestamp.class,
                  java.util.Date.class,
                  Instant.class,
                  LocalDateTime.class))
          .put(
              "TIME(3)",
              List.of(Object.class, Time.class, LocalTime.class, OffsetTime.class, String.class))
          .put(
              "TIMESTAMP(3)",
              List.of(
                  Object.class,
                  Timestamp.class,
                  java.util.Date.class,
                  Instant.class,
                  OffsetDateTime.class,
                  ZonedDateTime.class,
                  LocalDateTime.class,
                  Calendar.class,
                  GregorianCalendar.class,
                  String.class))
          .put("VARBINARY", List.of(Object.class, byte[].class))
          .put("UUID", List.of(Object.class, UUID.class))
          .buildOrThrow();

  private static Bench bench;

  private final TimeZone before = TimeZone.getDefault();

  @BeforeAll
  static void start() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "");
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  /** Reads a column and sets a parameter to what was read. */
  private interface Way {
    Object carry(ResultSet row, PreparedStatement statement) throws SQLException;
  }

  private static Way way(Class<?> type) {
    return (row, statement) -> {
      Object value = type == Object.class ? row.getObject(1) : row.getObject(1, type);
      statement.setObject(1, value);
      return value;
    };
  }

  /** Those of a method of their own. */
  private static List<Way> ways(String type) {
    return switch (type) {
      case "VARCHAR" -> List.of((row, to) -> set(row.getString(1), v -> to.setString(1, v)));
      case "BOOLEAN" -> List.of((row, to) -> set(row.getBoolean(1), v -> to.setBoolean(1, v)));
      case "SMALLINT" -> List.of((row, to) -> set(row.getShort(1), v -> to.setShort(1, v)));
      case "INTEGER" -> List.of((row, to) -> set(row.getInt(1), v -> to.setInt(1, v)));
      case "BIGINT" -> List.of((row, to) -> set(row.getLong(1), v -> to.setLong(1, v)));
      case "REAL" -> List.of((row, to) -> set(row.getDouble(1), v -> to.setDouble(1, v)));
      case "DOUBLE" -> List.of((row, to) -> set(row.getDouble(1), v -> to.setDouble(1, v)));
      case "VARBINARY" -> List.of((row, to) -> set(row.getBytes(1), v -> to.setBytes(1, v)));
      case "DATE" ->
          List.of(
              (row, to) -> set(row.getDate(1), v -> to.setDate(1, v)),
              (row, to) -> set(row.getDate(1, CARACAS), v -> to.setDate(1, v, CARACAS)));
      case "TIME(3)" ->
          List.of(
              (row, to) -> set(row.getTime(1), v -> to.setTime(1, v)),
              (row, to) -> set(row.getTime(1, CARACAS), v -> to.setTime(1, v, CARACAS)));
      case "TIMESTAMP(3)" ->
          List.of(
              (row, to) -> set(row.getString(1), v -> to.setString(1, v)),
              (row, to) -> set(row.getTimestamp(1), v -> to.setTimestamp(1, v)),
              (row, to) -> set(row.getTimestamp(1, CARACAS), v -> to.setTimestamp(1, v, CARACAS)));
      default -> List.of();
    };
  }

  private interface Setter<T> {
    void set(T value) throws SQLException;
  }

  private static <T> T set(T value, Setter<T> setter) throws SQLException {
    setter.set(value);
    return value;
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void everyValueFindsItsRow(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    for (Map.Entry<String, String> value : VALUES.entries()) {
      String type = value.getKey();
      String cast = "CAST(%s AS %s)".formatted(value.getValue(), type);
      PreparedStatement statement =
          bench
              .connection()
              .prepareStatement("SELECT x FROM (VALUES %s) AS t(x) WHERE x = ?".formatted(cast));
      try (ResultSet row = bench.connection().createStatement().executeQuery("SELECT " + cast)) {
        assertThat(row.next()).isTrue();
        for (Class<?> asClass : CLASSES.get(type)) {
          check(way(asClass), row, statement, cast + " as " + asClass);
        }
        for (Way way : ways(type)) {
          check(way, row, statement, cast + " by its methods");
        }
      }
    }
  }

  private static void check(Way way, ResultSet row, PreparedStatement statement, String what)
      throws SQLException {
    Object read = way.carry(row, statement);
    try (ResultSet found = statement.executeQuery()) {
      assertThat(found.next()).as("%s, read as %s", what, read).isTrue();
    }
  }

  /** Through the API, which gets bounds of what is written back. */
  @Tasted
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void everyJobIsFoundByItsTime(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    PreparedStatement statement =
        bench
            .connection()
            .prepareStatement("SELECT job_name FROM model_import_jobs WHERE creation_time = ?");
    try (ResultSet jobs =
        bench
            .connection()
            .createStatement()
            .executeQuery("SELECT creation_time, job_name FROM model_import_jobs")) {
      while (jobs.next()) {
        for (Class<?> asClass : CLASSES.get("TIMESTAMP(3)")) {
          way(asClass).carry(jobs, statement);
          try (ResultSet found = statement.executeQuery()) {
            assertThat(found.next()).as("%s of %s", asClass, jobs.getString(2)).isTrue();
            assertThat(found.getString(1)).isEqualTo(jobs.getString(2));
          }
        }
      }
    }
  }
}
