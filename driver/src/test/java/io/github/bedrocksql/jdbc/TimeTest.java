package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A TIMESTAMP has the same fields, in UTC, in every zone that a JVM may have. */
@Isolated("It changes the time zone of the JVM, which others read.")
class TimeTest {
  private static final LocalDateTime LATE = LocalDateTime.parse("2026-11-24T23:30:00.250");
  private static final Instant LATE_INSTANT = LATE.toInstant(ZoneOffset.UTC);
  private static final Calendar TOKYO = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));

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

  private static PreparedStatement prepare(String sql) throws SQLException {
    return bench.connection().prepareStatement(sql);
  }

  /** Returns the statement's first row. */
  private static ResultSet first(PreparedStatement statement, Object what) throws SQLException {
    ResultSet rows = statement.executeQuery();
    assertThat(rows.next()).as("a row for %s %s", what.getClass(), what).isTrue();
    return rows;
  }

  private static ResultSet late() throws SQLException {
    return first(prepare("SELECT TIMESTAMP '2026-11-24 23:30:00.250' AS t"), LATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"})
  void gettersShowTheFields(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ResultSet row = late();
    assertThat(row.getString(1)).isEqualTo("2026-11-24 23:30:00.250");
    assertThat(row.getTimestamp(1)).isEqualTo(Timestamp.valueOf(LATE)).isEqualTo(row.getObject(1));
    assertThat(row.getTimestamp(1)).hasToString("2026-11-24 23:30:00.25");
    assertThat(row.getTimestamp(1).toLocalDateTime()).isEqualTo(LATE);
    assertThat(row.getObject("t", Timestamp.class)).isEqualTo(Timestamp.valueOf(LATE));
    assertThat(row.getObject(1, java.util.Date.class).toInstant())
        .isEqualTo(Timestamp.valueOf(LATE).toInstant());
    assertThat(row.getDate(1)).hasToString("2026-11-24");
    assertThat(row.getTime(1)).hasToString("23:30:00");
    assertThat(row.getObject(1, LocalDateTime.class)).isEqualTo(LATE);
    assertThat(row.getObject(1, LocalDate.class)).isEqualTo(LATE.toLocalDate());
    assertThat(row.getObject(1, LocalTime.class)).isEqualTo(LATE.toLocalTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void gettersOfInstantsGiveUtc(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ResultSet row = late();
    assertThat(row.getObject(1, Instant.class)).isEqualTo(LATE_INSTANT);
    assertThat(row.getObject(1, OffsetDateTime.class)).isEqualTo(LATE.atOffset(ZoneOffset.UTC));
    assertThat(row.getObject(1, ZonedDateTime.class)).isEqualTo(LATE.atZone(ZoneOffset.UTC));
    assertThat(row.getObject(1, OffsetTime.class))
        .isEqualTo(LATE.toLocalTime().atOffset(ZoneOffset.UTC));
    assertThat(row.getObject(1, Calendar.class).toInstant()).isEqualTo(LATE_INSTANT);
    assertThat(row.getObject(1, GregorianCalendar.class).get(Calendar.HOUR_OF_DAY)).isEqualTo(23);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void aCalendarSaysInWhichZoneTheFieldsAreShown(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    Timestamp timestamp = Timestamp.from(LATE.atZone(tokyo).toInstant());
    Date date = new Date(LATE.toLocalDate().atStartOfDay(tokyo).toInstant().toEpochMilli());
    Time time = new Time(LATE.with(LocalDate.EPOCH).atZone(tokyo).toInstant().toEpochMilli());
    ResultSet row = late();
    assertThat(row.getTimestamp("t", TOKYO)).isEqualTo(timestamp);
    assertThat(row.getDate(1, TOKYO)).isEqualTo(date);
    assertThat(row.getTime(1, TOKYO)).isEqualTo(time);
    PreparedStatement statement =
        prepare(
            "SELECT t FROM (VALUES TIMESTAMP '2026-11-24 23:30:00.250') AS v(t)"
                + " WHERE t = ? AND CAST(t AS DATE) = ? AND CAST(t AS TIME(3)) = ?"
                + " AND CAST(t AS VARCHAR) = ?");
    statement.setTimestamp(1, timestamp, TOKYO);
    statement.setDate(2, date, TOKYO);
    statement.setTime(3, time, TOKYO);
    statement.setTimestamp(4, timestamp, TOKYO);
    first(statement, timestamp);
    assertThat(TOKYO.getTimeZone().getID()).isEqualTo("Asia/Tokyo");
  }

  /** A Calendar may be of another kind than SQL's, strict, or of a zone that has no ZoneId. */
  @Test
  void calendarsOfAnyKind() throws SQLException {
    Calendar buddhist =
        new Calendar.Builder()
            .setCalendarType("buddhist")
            .setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"))
            .build();
    Calendar strict = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    strict.setLenient(false);
    Calendar ownZone = Calendar.getInstance(new SimpleTimeZone(9 * 3_600_000, "of my own"));
    ResultSet row = late();
    for (Calendar calendar : List.of(buddhist, strict, ownZone)) {
      assertThat(row.getTimestamp(1, calendar)).isEqualTo(row.getTimestamp(1, TOKYO));
      assertThat(row.getDate(1, calendar)).isEqualTo(row.getDate(1, TOKYO));
      assertThat(row.getTime(1, calendar)).isEqualTo(row.getTime(1, TOKYO));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void setObjectOfWhatNamesItsZone(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("Australia/Eucla"));
    calendar.setTimeInMillis(LATE_INSTANT.toEpochMilli());
    PreparedStatement statement =
        prepare(
            "SELECT t FROM (VALUES TIMESTAMP '2026-11-24 23:30:00.250') AS v(t)"
                + " WHERE t = ? AND CAST(t AS VARCHAR) = ?");
    for (Object time :
        List.of(
            LATE_INSTANT,
            LATE_INSTANT.atOffset(ZoneOffset.ofHoursMinutes(5, 45)),
            LATE_INSTANT.atZone(ZoneId.of("Asia/Tokyo")),
            GregorianCalendar.from(LATE_INSTANT.atZone(ZoneId.of("America/Caracas"))),
            calendar,
            LATE,
            Timestamp.valueOf(LATE),
            java.util.Date.from(Timestamp.valueOf(LATE).toInstant()))) {
      statement.setObject(1, time);
      statement.setObject(2, time);
      first(statement, time);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"})
  void datesAndTimesOfDayAreThoseOfTheJvm(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    LocalDate day = LocalDate.of(2026, 11, 24);
    LocalTime noon = LocalTime.of(12, 34, 56);
    PreparedStatement statement =
        prepare(
            "SELECT d, t, CAST(d AS VARCHAR), CAST(t AS VARCHAR) FROM (VALUES"
                + " (DATE '2026-11-24', TIME '12:34:56')) AS v(d, t)"
                + " WHERE d = ? AND t = ?");
    Time tokyoTime = Time.valueOf("00:00:00");
    tokyoTime.setTime(noon.atDate(LocalDate.EPOCH).toEpochSecond(ZoneOffset.ofHours(9)) * 1_000);
    Date tokyoDate = new Date(day.atStartOfDay().toEpochSecond(ZoneOffset.ofHours(9)) * 1_000);
    for (Object date : new Object[] {day, Date.valueOf(day), "2026-11-24", tokyoDate}) {
      if (date == tokyoDate) {
        statement.setDate(1, tokyoDate, TOKYO);
        statement.setTime(2, tokyoTime, TOKYO);
      } else {
        statement.setObject(1, date);
        statement.setObject(2, date instanceof Date ? Time.valueOf(noon) : noon);
      }
      ResultSet rows = first(statement, date);
      checkDateAndTime(rows, day, noon);
      assertThat(rows.getDate(1, TOKYO)).isEqualTo(tokyoDate);
      assertThat(rows.getTime(2, TOKYO)).isEqualTo(tokyoTime);
    }
  }

  private static void checkDateAndTime(ResultSet rows, LocalDate day, LocalTime noon)
      throws SQLException {
    assertThat(rows.getString(1)).isEqualTo("2026-11-24").isEqualTo(rows.getString(3));
    assertThat(rows.getString(2)).isEqualTo("12:34:56").isEqualTo(rows.getString(4));
    assertThat(rows.getDate(1)).isEqualTo(Date.valueOf(day)).isEqualTo(rows.getObject(1));
    assertThat(rows.getTime(2)).isEqualTo(Time.valueOf(noon)).isEqualTo(rows.getObject(2));
    assertThat(rows.getObject(1, LocalDate.class)).isEqualTo(day);
    assertThat(rows.getObject(1, Timestamp.class)).isEqualTo(Timestamp.valueOf(day.atStartOfDay()));
    assertThat(rows.getObject(1, Instant.class)).isEqualTo("2026-11-24T00:00:00Z");
    assertThat(rows.getObject(2, LocalTime.class)).isEqualTo(noon);
    assertThat(rows.getDate(3)).isEqualTo(Date.valueOf(day));
  }

  /** It is read as the hour after, as in every driver: JDBC has no other Timestamp for it. */
  @Test
  void anHourThatTheZoneSkipsIsReadByJavaTimeOrACalendar() throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    LocalDateTime skipped = LocalDateTime.parse("2026-03-08T02:30");
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    ResultSet row = first(prepare("SELECT TIMESTAMP '2026-03-08 02:30:00'"), skipped);
    assertThat(row.getTimestamp(1)).hasToString("2026-03-08 03:30:00.0");
    assertThat(row.getObject(1, LocalDateTime.class)).isEqualTo(skipped);
    assertThat(row.getObject(1, Instant.class)).isEqualTo(skipped.toInstant(ZoneOffset.UTC));
    assertThat(row.getTimestamp(1, utc))
        .isEqualTo(Timestamp.from(skipped.toInstant(ZoneOffset.UTC)));
  }

  /** Both hours of the night when clocks go back show the same fields: each finds the row. */
  @Test
  void eitherOfTwoHoursWithTheSameFieldsIsTheRow() throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    LocalDateTime twice = LocalDateTime.parse("2026-11-01T01:30");
    PreparedStatement statement =
        prepare("SELECT t FROM (VALUES TIMESTAMP '2026-11-01 01:30:00') AS v(t) WHERE t = ?");
    ZonedDateTime early = twice.atZone(ZoneId.systemDefault()).withEarlierOffsetAtOverlap();
    for (Duration later : List.of(Duration.ZERO, Duration.ofHours(1))) {
      Timestamp timestamp = Timestamp.from(early.toInstant().plus(later));
      statement.setTimestamp(1, timestamp);
      assertThat(first(statement, timestamp).getTimestamp(1)).hasToString("2026-11-01 01:30:00.0");
    }
  }

  /** Whatever zone the JVM had when it loaded Avatica's classes; an hour that is skipped, too. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void elementsOfArraysHaveTheSameFields(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ResultSet row =
        first(
            prepare(
                "SELECT ARRAY[TIMESTAMP '2026-01-02 03:04:05', NULL], ARRAY[DATE '2026-01-02'],"
                    + " ARRAY[ARRAY[TIME '03:04:05']], ARRAY[TIMESTAMP '2026-03-08 02:30:00'],"
                    + " CAST(NULL AS DATE ARRAY)"),
            "arrays");
    assertThat((Timestamp[]) row.getArray(1).getArray())
        .containsExactly(Timestamp.valueOf("2026-01-02 03:04:05"), null);
    assertThat((Date[]) row.getArray(2).getArray()).containsExactly(Date.valueOf("2026-01-02"));
    Array times = (Array) ((Object[]) row.getArray(3).getArray())[0];
    assertThat((Time[]) times.getArray()).containsExactly(Time.valueOf("03:04:05"));
    assertThat(row.getString(1)).isEqualTo("[2026-01-02 03:04:05, null]");
    assertThat(row.getString(2)).isEqualTo("[2026-01-02]");
    assertThat(row.getString(3)).isEqualTo("[[03:04:05]]");
    assertThat(row.getString(4)).isEqualTo("[2026-03-08 02:30:00]");
    assertThat(row.getArray(5)).isNull();
    assertThat(row.getString(5)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void theClockIsInUtc(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    for (String clock : List.of("now()", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "{fn now()}")) {
      Instant started = Instant.now().minusSeconds(1);
      ResultSet row = first(prepare("SELECT " + clock), clock);
      assertThat(row.getObject(1, Instant.class)).isBetween(started, Instant.now());
      assertThat(row.getTimestamp(1).toLocalDateTime().toInstant(ZoneOffset.UTC))
          .isBetween(started, Instant.now());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void textWithAnOffsetIsConverted(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    for (String text :
        List.of(
            "2026-11-24 23:30:00.250",
            "2026-11-24T23:30:00.25Z",
            "2026-11-25 08:30:00.25+09",
            "2026-11-24T18:30:00.250-05:00")) {
      ResultSet row =
          first(
              prepare(
                  "SELECT CAST('%1$s' AS TIMESTAMP), '%1$s' FROM (VALUES 0) AS v(x) WHERE '%1$s' ="
                          .formatted(text)
                      + " TIMESTAMP '2026-11-24 23:30:00.250'"),
              text);
      assertThat(row.getTimestamp(1)).isEqualTo(Timestamp.valueOf(LATE));
      assertThat(row.getTimestamp(2)).isEqualTo(Timestamp.valueOf(LATE));
    }
  }

  @Test
  void whatIsBeyondAllTimesIsRefused() throws SQLException {
    PreparedStatement statement =
        prepare("SELECT job_name FROM model_import_jobs WHERE creation_time < ?");
    for (Object time :
        List.of(Instant.MAX, Instant.MIN, LocalDateTime.MAX, OffsetDateTime.MAX, LocalDate.MIN)) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.setObject(1, time));
      assertThat(failure.getSQLState()).as("%s", time).isEqualTo("22008");
    }
  }
}
