package io.github.bedrocksql.differential;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.TimeZone;

/** The ways to read a TIMESTAMP. */
enum TimeGetter {
  LOCAL_DATE_TIME((row, i) -> row.getObject(i, LocalDateTime.class)),
  TIMESTAMP((row, i) -> fields(row.getTimestamp(i))),
  OBJECT((row, i) -> fields((Timestamp) row.getObject(i))),
  UTIL_DATE((row, i) -> fields(row.getObject(i, java.util.Date.class))),
  DATE_AND_TIME((row, i) -> fields(row.getDate(i), row.getTime(i))),
  TEXT((row, i) -> fields(row.getString(i))),
  TIMESTAMP_IN_UTC(
      (row, i) -> utc(row.getTimestamp(i, Calendar.getInstance(TimeZone.getTimeZone("UTC"))))),
  INSTANT((row, i) -> utc(row.getObject(i, Instant.class))),
  OFFSET_DATE_TIME((row, i) -> utc(row.getObject(i, OffsetDateTime.class))),
  ZONED_DATE_TIME((row, i) -> utc(row.getObject(i, ZonedDateTime.class))),
  CALENDAR((row, i) -> utc(row.getObject(i, Calendar.class)));

  @SuppressWarnings("ImmutableEnumChecker") // Lambdas, which hold no state.
  private final Getter getter;

  TimeGetter(Getter getter) {
    this.getter = getter;
  }

  private interface Getter {
    LocalDateTime get(ResultSet row, int column) throws SQLException;
  }

  /** Returns the date and time in UTC of a column; the n-th in turn of the ways to read it. */
  static LocalDateTime read(ResultSet row, int column, int n) throws SQLException {
    LocalDateTime time = LOCAL_DATE_TIME.getter.get(row, column);
    // What the JVM's zone skips can't be read as a Timestamp.
    boolean is = time == null || Timestamp.valueOf(time).toLocalDateTime().equals(time);
    return is ? values()[n % values().length].getter.get(row, column) : time;
  }

  private static LocalDateTime fields(java.util.Date date) {
    return date == null ? null : Timestamp.from(date.toInstant()).toLocalDateTime();
  }

  private static LocalDateTime fields(Date date, Time time) {
    return date == null
        ? null
        : date.toLocalDate()
            .atTime(time.toLocalTime())
            .plusNanos(Math.floorMod(time.getTime(), 1_000L) * 1_000_000);
  }

  private static LocalDateTime fields(String text) {
    return text == null ? null : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static LocalDateTime utc(Timestamp time) {
    return time == null ? null : utc(time.toInstant());
  }

  private static LocalDateTime utc(Instant time) {
    return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  private static LocalDateTime utc(OffsetDateTime time) {
    return time == null ? null : utc(time.toInstant());
  }

  private static LocalDateTime utc(ZonedDateTime time) {
    return time == null ? null : utc(time.toInstant());
  }

  private static LocalDateTime utc(Calendar time) {
    return time == null ? null : utc(time.toInstant());
  }
}
