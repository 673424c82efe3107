package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.config.PlainText;
import io.github.bedrocksql.dialect.TimeText;
import java.sql.Date;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Calendar;

/**
 * SQL's times and Java's. A TIMESTAMP is a point in time, written down in UTC: whatever the zone of
 * the JVM or of a Calendar, the point is the same. A DATE and a TIME belong to no zone:
 * java.sql.Date and Time stand for them by the fields they show in the JVM's zone, or in that of
 * the Calendar given.
 */
final class SqlTimes {
  private static final String BAD_TIME = "22007";

  private SqlTimes() {}

  /** Returns what Calcite's number stands for: an Instant, a LocalDate or a LocalTime. */
  static Object ofNumber(long number, int sqlType) {
    return switch (sqlType) {
      case Types.TIMESTAMP -> Instant.ofEpochMilli(number);
      case Types.DATE -> LocalDate.ofEpochDay(number);
      case Types.TIME -> LocalTime.MIDNIGHT.with(ChronoField.MILLI_OF_DAY, number);
      default -> throw new IllegalArgumentException("no time: " + sqlType);
    };
  }

  /** Returns the point in time that a value stands for, or null if its class stands for none. */
  static Instant instant(Object value) throws SQLException {
    if (value instanceof String text) {
      return TimeText.parse(text);
    }
    if (value instanceof Date || value instanceof LocalDate) {
      return date(value, null).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    return point(value);
  }

  private static Instant point(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    // A java.sql.Time is a java.util.Date, too, but has no date.
    return value instanceof java.util.Date date && !(value instanceof Time)
        ? date.toInstant()
        : null;
  }

  /** Returns the date that a value stands for, in {@code calendar}'s zone, or null if none. */
  static LocalDate date(Object value, Calendar calendar) throws SQLException {
    if (value instanceof LocalDate date) {
      return date;
    }
    if (value instanceof Date date) {
      if (calendar == null) {
        return date.toLocalDate();
      }
      Calendar fields = at(calendar, date.getTime());
      return LocalDate.of(
          fields.get(Calendar.YEAR),
          fields.get(Calendar.MONTH) + 1,
          fields.get(Calendar.DAY_OF_MONTH));
    }
    Instant instant = instant(value);
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * Returns the time of day that a value stands for, in {@code calendar}'s zone, or null if none.
   */
  static LocalTime time(Object value, Calendar calendar) throws SQLException {
    if (value instanceof LocalTime time) {
      return time;
    }
    if (value instanceof Time time) {
      ZoneId zone = calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
      return LocalTime.ofInstant(Instant.ofEpochMilli(time.getTime()), zone);
    }
    if (value instanceof String text) {
      try {
        return LocalTime.parse(text.strip());
      } catch (DateTimeException e) {
        throw unreadable("'" + text + "' is no time such as 09:30:00", e);
      }
    }
    Instant instant = instant(value);
    return instant == null ? null : LocalTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The java.sql.Date that shows this date in {@code calendar}'s zone, else in the JVM's. */
  static Date sqlDate(LocalDate date, Calendar calendar) {
    if (calendar == null) {
      return Date.valueOf(date);
    }
    Calendar fields = at(calendar, 0);
    fields.clear();
    fields.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    return new Date(fields.getTimeInMillis());
  }

  /** The java.sql.Time that shows this time in {@code calendar}'s zone, else in the JVM's. */
  static Time sqlTime(LocalTime time, Calendar calendar) {
    ZoneId zone = calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
    return new Time(time.atDate(LocalDate.EPOCH).atZone(zone).toInstant().toEpochMilli());
  }

  /** A TIMESTAMP as text, the same as a CAST gives. */
  static String text(Instant instant) {
    return TimeText.of(instant);
  }

  /** A Calendar of the caller's is not ours to set. */
  private static Calendar at(Calendar calendar, long millis) {
    Calendar own = (Calendar) calendar.clone();
    own.setTimeInMillis(millis);
    return own;
  }

  private static SQLException unreadable(String message, DateTimeException e) {
    return new SQLDataException(PlainText.of(message), BAD_TIME, e);
  }
}
