package io.github.bedrocksql.differential;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** The ways to set a parameter to a date and a time of day in UTC. */
enum TimeSetter {
  LOCAL_DATE_TIME((statement, i, time) -> statement.setObject(i, time)),
  INSTANT((statement, i, time) -> statement.setObject(i, time.toInstant(ZoneOffset.UTC))),
  OFFSET_DATE_TIME(
      (statement, i, time) ->
          statement.setObject(
              i, time.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.ofHours(5)))),
  ZONED_DATE_TIME(
      (statement, i, time) ->
          statement.setObject(
              i, time.atZone(ZoneOffset.UTC).withZoneSameInstant(ZoneId.systemDefault()))),
  CALENDAR(
      (statement, i, time) ->
          statement.setObject(i, GregorianCalendar.from(time.atZone(ZoneOffset.UTC)))),
  TIMESTAMP((statement, i, time) -> statement.setTimestamp(i, Timestamp.valueOf(time))),
  TIMESTAMP_AS_OBJECT((statement, i, time) -> statement.setObject(i, Timestamp.valueOf(time))),
  UTIL_DATE(
      (statement, i, time) ->
          statement.setObject(
              i, java.util.Date.from(Timestamp.valueOf(time).toInstant()), Types.TIMESTAMP)),
  TIMESTAMP_IN_UTC(
      (statement, i, time) ->
          statement.setTimestamp(
              i,
              Timestamp.from(time.toInstant(ZoneOffset.UTC)),
              Calendar.getInstance(TimeZone.getTimeZone("UTC")))),
  TIMESTAMP_IN_TOKYO(
      (statement, i, time) ->
          statement.setTimestamp(
              i,
              Timestamp.from(time.toInstant(ZoneOffset.ofHours(9))),
              Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo")))),
  TEXT((statement, i, time) -> statement.setString(i, text().format(time)));

  @SuppressWarnings("ImmutableEnumChecker") // Lambdas, which hold no state.
  private final Setter setter;

  TimeSetter(Setter setter) {
    this.setter = setter;
  }

  private interface Setter {
    void set(PreparedStatement statement, int index, LocalDateTime time) throws SQLException;
  }

  private static DateTimeFormatter text() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  }

  /** Sets the parameter; a time that the JVM's zone skips, which no Timestamp is, as its text. */
  void set(PreparedStatement statement, int index, LocalDateTime time) throws SQLException {
    boolean is = Timestamp.valueOf(time).toLocalDateTime().equals(time);
    (is ? this : TEXT).setter.set(statement, index, time);
  }
}
