package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A time set with a target type is converted to that type, or refused. */
class TargetTypeTest {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
  private static final Instant INSTANT = TIME.toInstant(ZoneOffset.UTC);

  private static final List<Object> TIMES =
      List.of(
          TIME,
          INSTANT,
          INSTANT.atOffset(ZoneOffset.ofHours(2)),
          INSTANT.atZone(ZoneId.of("Asia/Tokyo")),
          GregorianCalendar.from(INSTANT.atZone(ZoneId.of("Asia/Tokyo"))),
          Timestamp.valueOf(TIME),
          java.util.Date.from(Timestamp.valueOf(TIME).toInstant()));

  private static final List<Object> DATES =
      List.of(TIME.toLocalDate(), Date.valueOf(TIME.toLocalDate()));

  private static final List<Object> TIMES_OF_DAY =
      List.of(
          TIME.toLocalTime(),
          Time.valueOf(TIME.toLocalTime()),
          TIME.toLocalTime().plusHours(2).atOffset(ZoneOffset.ofHours(2)));

  private static final List<JDBCType> TEXTS =
      List.of(
          JDBCType.VARCHAR,
          JDBCType.CHAR,
          JDBCType.LONGVARCHAR,
          JDBCType.NVARCHAR,
          JDBCType.NCHAR,
          JDBCType.LONGNVARCHAR,
          JDBCType.CLOB,
          JDBCType.NCLOB);

  private static final List<JDBCType> REFUSING =
      List.of(
          JDBCType.BIT,
          JDBCType.BOOLEAN,
          JDBCType.TINYINT,
          JDBCType.SMALLINT,
          JDBCType.INTEGER,
          JDBCType.BIGINT,
          JDBCType.REAL,
          JDBCType.FLOAT,
          JDBCType.DOUBLE,
          JDBCType.DECIMAL,
          JDBCType.NUMERIC,
          JDBCType.BINARY,
          JDBCType.VARBINARY,
          JDBCType.BLOB,
          JDBCType.ARRAY);

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  private static PreparedStatement of(String type) throws SQLException {
    return bench.connection().prepareStatement("SELECT CAST(? AS " + type + ")");
  }

  private static String seen(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void check(
      String type, Object value, Map<JDBCType, String> expected, List<JDBCType> refusing)
      throws SQLException {
    PreparedStatement statement = of(type);
    for (Map.Entry<JDBCType, String> target : expected.entrySet()) {
      statement.setObject(1, value, target.getKey());
      assertThat(seen(statement))
          .as("%s as %s for %s", value.getClass(), target.getKey(), type)
          .isEqualTo(target.getValue());
      statement.setObject(1, value, target.getKey().getVendorTypeNumber(), 3);
      assertThat(seen(statement)).isEqualTo(target.getValue());
    }
    for (JDBCType target : refusing) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.setObject(1, value, target));
      assertThat((Throwable) failure)
          .as("%s as %s for %s", value.getClass(), target, type)
          .isNotNull();
      assertThat(failure.getSQLState()).isEqualTo("22018");
    }
  }

  private static List<JDBCType> refusingAnd(JDBCType... further) {
    List<JDBCType> types = new ArrayList<>(REFUSING);
    types.addAll(List.of(further));
    return types;
  }

  private static ImmutableMap.Builder<JDBCType, String> texts(String text) {
    ImmutableMap.Builder<JDBCType, String> texts = ImmutableMap.builder();
    TEXTS.forEach(type -> texts.put(type, text));
    return texts;
  }

  @Test
  void datesWithTimes() throws SQLException {
    String text = "2026-01-02 03:04:05.000";
    for (Object time : TIMES) {
      ImmutableMap<JDBCType, String> asTime =
          texts(text)
              .put(JDBCType.TIMESTAMP, text)
              .put(JDBCType.TIMESTAMP_WITH_TIMEZONE, text)
              .put(JDBCType.OTHER, text)
              .put(JDBCType.JAVA_OBJECT, text)
              .put(JDBCType.DATE, "2026-01-02 00:00:00.000")
              .buildOrThrow();
      check("TIMESTAMP", time, asTime, refusingAnd(JDBCType.TIME, JDBCType.TIME_WITH_TIMEZONE));
      check(
          "VARCHAR",
          time,
          ImmutableMap.of(
              JDBCType.TIMESTAMP,
              text,
              JDBCType.VARCHAR,
              text,
              JDBCType.DATE,
              "2026-01-02",
              JDBCType.TIME,
              "03:04:05"),
          List.of());
      check("DATE", time, ImmutableMap.of(JDBCType.TIMESTAMP, "2026-01-02"), List.of());
      check("TIME", time, ImmutableMap.of(JDBCType.TIMESTAMP, "03:04:05"), List.of());
    }
  }

  @Test
  void dates() throws SQLException {
    for (Object date : DATES) {
      ImmutableMap<JDBCType, String> asDate =
          texts("2026-01-02")
              .put(JDBCType.DATE, "2026-01-02")
              .put(JDBCType.TIMESTAMP, "2026-01-02")
              .buildOrThrow();
      check("DATE", date, asDate, REFUSING);
    }
    assertThat(DATES.get(0)).isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void timesOfDay() throws SQLException {
    for (Object time : TIMES_OF_DAY) {
      ImmutableMap<JDBCType, String> asTime =
          texts("03:04:05")
              .put(JDBCType.TIME, "03:04:05")
              .put(JDBCType.TIME_WITH_TIMEZONE, "03:04:05")
              .buildOrThrow();
      check("TIME", time, asTime, refusingAnd(JDBCType.DATE, JDBCType.TIMESTAMP));
    }
    PreparedStatement text = of("VARCHAR");
    text.setObject(1, LocalTime.of(9, 30));
    assertThat(seen(text)).isEqualTo("09:30:00");
  }
}
