package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time is the same time in every zone that a JVM may have. */
class TimeTest {
  private static final ImportJob JOB = GeneratedJobs.of("us-east-1", "111122223333", 1).get(0);

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void textTimestampAndInstantAgree(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Instant created = JOB.creationTime();
    Sandbox sandbox = Sandbox.builder().jobs("us-east-1", ImmutableList.of(JOB)).start();
    try (Bench bench = new Bench(sandbox, "");
        PreparedStatement statement =
            bench
                .connection()
                .prepareStatement(
                    "SELECT creation_time FROM model_import_jobs"
                        + " WHERE job_name = ? AND creation_time = ?")) {
      for (Object time :
          new Object[] {
            created,
            Timestamp.from(created),
            created.atOffset(ZoneOffset.ofHours(5)),
            created.atZone(ZoneOffset.UTC),
            LocalDateTime.ofInstant(created, ZoneOffset.UTC)
          }) {
        statement.setString(1, JOB.jobName());
        statement.setObject(2, time);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).as("set as %s", time.getClass()).isTrue();
          check(rows, created);
        }
      }
    }
  }

  private static void check(ResultSet rows, Instant created) throws SQLException {
    String text = LocalDateTime.ofInstant(created, ZoneOffset.UTC).toString().replace('T', ' ');
    assertThat(rows.getString(1)).startsWith(text.substring(0, 19));
    assertThat(rows.getTimestamp(1)).isEqualTo(Timestamp.from(created));
    assertThat(rows.getObject(1)).isEqualTo(Timestamp.from(created));
    assertThat(rows.getObject(1, Instant.class)).isEqualTo(created);
    assertThat(rows.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo(created);
    assertThat(rows.getObject(1, ZonedDateTime.class).toInstant()).isEqualTo(created);
    assertThat(rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)).isEqualTo(created);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"})
  void datesAndTimesOfDayAreThoseOfTheJvm(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    LocalDate day = LocalDate.of(2026, 11, 24);
    LocalTime noon = LocalTime.of(12, 34, 56);
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "");
        PreparedStatement statement =
            bench
                .connection()
                .prepareStatement(
                    "SELECT d, t, CAST(d AS VARCHAR), CAST(t AS VARCHAR) FROM (VALUES"
                        + " (DATE '2026-11-24', TIME '12:34:56')) AS v(d, t)"
                        + " WHERE d = ? AND t = ?")) {
      Time tokyoTime = Time.valueOf("00:00:00");
      tokyoTime.setTime(noon.atDate(LocalDate.EPOCH).toEpochSecond(ZoneOffset.ofHours(9)) * 1_000);
      Date tokyoDate = new Date(day.atStartOfDay().toEpochSecond(ZoneOffset.ofHours(9)) * 1_000);
      for (Object date : new Object[] {day, Date.valueOf(day), "2026-11-24", tokyoDate}) {
        if (date == tokyoDate) {
          statement.setDate(1, tokyoDate, tokyo);
          statement.setTime(2, tokyoTime, tokyo);
        } else {
          statement.setObject(1, date);
          statement.setObject(2, date instanceof Date ? Time.valueOf(noon) : noon);
        }
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).as("set as %s", date).isTrue();
          checkDateAndTime(rows, day, noon);
          assertThat(rows.getDate(1, tokyo)).isEqualTo(tokyoDate);
          assertThat(rows.getTime(2, tokyo)).isEqualTo(tokyoTime);
        }
      }
    }
  }

  private static void checkDateAndTime(ResultSet rows, LocalDate day, LocalTime noon)
      throws SQLException {
    assertThat(rows.getString(1)).isEqualTo("2026-11-24").isEqualTo(rows.getString(3));
    assertThat(rows.getString(2)).isEqualTo("12:34:56").isEqualTo(rows.getString(4));
    assertThat(rows.getDate(1)).isEqualTo(Date.valueOf(day)).isEqualTo(rows.getObject(1));
    assertThat(rows.getTime(2)).isEqualTo(Time.valueOf(noon)).isEqualTo(rows.getObject(2));
    assertThat(rows.getObject(1, LocalDate.class)).isEqualTo(day);
    assertThat(rows.getObject(2, LocalTime.class)).isEqualTo(noon);
    assertThat(rows.getDate(3)).isEqualTo(Date.valueOf(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void aTimestampIsAPointInTimeWhateverTheCalendar(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    Instant late = Instant.parse("2026-11-24T23:30:00.250Z");
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "");
        PreparedStatement statement =
            bench
                .connection()
                .prepareStatement(
                    "SELECT ts FROM (VALUES TIMESTAMP '2026-11-24 23:30:00.250') AS v(ts)"
                        + " WHERE ts = ?")) {
      statement.setTimestamp(1, Timestamp.from(late), tokyo);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getTimestamp(1, tokyo)).isEqualTo(Timestamp.from(late));
        assertThat(rows.getTimestamp(1)).isEqualTo(Timestamp.from(late));
        assertThat(rows.getDate(1)).isEqualTo(Date.valueOf("2026-11-24"));
        assertThat(rows.getObject(1, LocalTime.class)).isEqualTo(LocalTime.parse("23:30:00.250"));
      }
    }
  }
}
