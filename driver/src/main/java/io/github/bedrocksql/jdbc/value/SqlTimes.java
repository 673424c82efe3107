package io.github.bedrocksql.jdbc.value;

import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.time.TimeText;
import java.sql.Date;
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
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.calcite.avatica.util.DateTimeUtils;

/**
 * SQL's times and Java's. TIMESTAMP, DATE and TIME have fields and no zone: LocalDateTime,
 * LocalDate and LocalTime. A Timestamp, a java.util.Date, a java.sql.Date and a Time stand for the
 * fields that they show in the JVM's zone, or in that of the Calendar given with them. What names
 * its own zone (Instant, OffsetDateTime, ZonedDateTime, OffsetTime, a Calendar, a text with an
 * offset) stands for its fields in UTC, which is what the columns are in.
 *
 * <p>An hour that a zone skips has no Timestamp in that zone: it becomes the hour after.
 */
@SuppressWarnings("JavaUtilDate") // JDBC's own classes are of that kind.
public final class SqlTimes {
  private static final int MILLIS_PER_SECOND = 1_000;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private SqlTimes() {}

  /** Returns what Calcite's number stands for: a LocalDateTime, a LocalDate or a LocalTime. */
  static Object ofNumber(long number, int sqlType) {
    return switch (sqlType) {
      case Types.TIMESTAMP ->
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(number, MILLIS_PER_SECOND),
              Math.floorMod(number, MILLIS_PER_SECOND) * NANOS_PER_MILLI,
              ZoneOffset.UTC);
      case Types.DATE -> LocalDate.ofEpochDay(number);
      case Types.TIME -> LocalTime.MIDNIGHT.with(ChronoField.MILLI_OF_DAY, number);
      default -> throw new IllegalArgumentException("Not a type of times: " + sqlType);
    };
  }

  /** Returns Calcite's text of a number, to the second. */
  static String text(long number, int sqlType) {
    return switch (sqlType) {
      case Types.TIMESTAMP -> DateTimeUtils.unixTimestampToString(number);
      case Types.DATE -> DateTimeUtils.unixDateToString((int) number);
      case Types.TIME -> DateTimeUtils.unixTimeToString((int) number);
      default -> throw new IllegalArgumentException("Not a type of times: " + sqlType);
    };
  }

  /**
   * Returns Calcite's number for a LocalDateTime (a Long), a LocalDate or a LocalTime (an Integer);
   * any other value as it is.
   *
   * @throws SQLException with SQLState 22008 if there is no such number
   */
  static Object number(Object value) throws SQLException {
    try {
      if (value instanceof LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
      }
      if (value instanceof LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
      }
      return value instanceof LocalTime time ? time.get(ChronoField.MILLI_OF_DAY) : value;
    } catch (ArithmeticException e) {
      throw outOfRange(value, e);
    }
  }

  /**
   * Returns the date and time that a value stands for, or null if its class has none.
   *
   * @param calendar whose zone the fields of a java.util.Date are those of; null for the JVM's
   */
  static LocalDateTime dateTime(Object value, Calendar calendar) throws SQLException {
    try {
      if (value instanceof LocalDateTime time) {
        return time;
      }
      if (value instanceof LocalDate date) {
        return date.atStartOfDay();
      }
      if (value instanceof Date date) {
        return fields(date, calendar).toLocalDate().atStartOfDay();
      }
      if (value instanceof java.util.Date date) {
        // A java.sql.Time is one, too, but has no date.
        return date instanceof Time ? null : fields(date, calendar);
      }
      Instant instant = instant(value);
      return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw outOfRange(value, e);
    }
  }

  /** Returns the point in time that a value names by itself, or null if its class does not. */
  private static Instant instant(Object value) throws SQLException {
    if (value instanceof String text) {
      return TimeText.parse(text);
    }
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    return value instanceof Calendar time ? time.toInstant() : null;
  }

  /** Returns what a java.util.Date shows in the zone of {@code calendar}, or of the JVM. */
  private static LocalDateTime fields(java.util.Date date, Calendar calendar) {
    int nanos =
        date instanceof Timestamp timestamp
            ? timestamp.getNanos()
            : (int) Math.floorMod(date.getTime(), (long) MILLIS_PER_SECOND) * NANOS_PER_MILLI;
    if (calendar == null) {
      return new Timestamp(date.getTime()).toLocalDateTime().withNano(nanos);
    }
    // The caller's own is not ours to set, and may be of another calendar than SQL's.
    Calendar zoned = new GregorianCalendar(calendar.getTimeZone());
    zoned.setTimeInMillis(date.getTime());
    return LocalDateTime.of(
        zoned.get(Calendar.YEAR),
        zoned.get(Calendar.MONTH) + 1,
        zoned.get(Calendar.DAY_OF_MONTH),
        zoned.get(Calendar.HOUR_OF_DAY),
        zoned.get(Calendar.MINUTE),
        zoned.get(Calendar.SECOND),
        nanos);
  }

  /** Returns the date that a value stands for, or null if none. */
  static LocalDate date(Object value, Calendar calendar) throws SQLException {
    LocalDateTime time = dateTime(value, calendar);
    return time == null ? null : time.toLocalDate();
  }

  /** Returns the time of day that a value stands for, or null if none. */
  static LocalTime time(Object value, Calendar calendar) throws SQLException {
    if (value instanceof LocalTime time) {
      return time;
    }
    if (value instanceof Time time) {
      return fields(time, calendar).toLocalTime();
    }
    if (value instanceof OffsetTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
    }
    if (value instanceof String text) {
      try {
        return LocalTime.parse(text.strip());
      } catch (DateTimeException e) {
        throw SqlState.INVALID_DATETIME.exception(
            "'" + PlainText.of(text) + "' is not a time such as 09:30:00", e);
      }
    }
    LocalDateTime time = dateTime(value, calendar);
    return time == null ? null : time.toLocalTime();
  }

  /** The Timestamp that shows these fields in {@code calendar}'s zone, else in the JVM's. */
  static Timestamp timestamp(LocalDateTime time, Calendar calendar) {
    if (calendar == null) {
      return Timestamp.valueOf(time);
    }
    Calendar zoned = new GregorianCalendar(calendar.getTimeZone());
    zoned.clear();
    zoned.set(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
    Timestamp timestamp = new Timestamp(zoned.getTimeInMillis());
    timestamp.setNanos(time.getNano());
    return timestamp;
  }

  /** The java.util.Date that shows these fields, to the millisecond. */
  static java.util.Date utilDate(LocalDateTime time, Calendar calendar) {
    return new java.util.Date(timestamp(time, calendar).getTime());
  }

  /** The java.sql.Date that shows this date in {@code calendar}'s zone, else in the JVM's. */
  static Date sqlDate(LocalDate date, Calendar calendar) {
    return new Date(timestamp(date.atStartOfDay(), calendar).getTime());
  }

  /** The java.sql.Time that shows this time in {@code calendar}'s zone, else in the JVM's. */
  static Time sqlTime(LocalTime time, Calendar calendar) {
    return new Time(timestamp(time.atDate(LocalDate.EPOCH), calendar).getTime());
  }

  /**
   * Returns a time as text, the same as a CAST gives; null if it is not a time.
   *
   * @param calendar as for {@link #dateTime}
   */
  static String text(Object value, Calendar calendar) throws SQLException {
    if (value instanceof Date || value instanceof LocalDate) {
      return date(value, calendar).toString();
    }
    if (value instanceof Time || value instanceof LocalTime || value instanceof OffsetTime) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time(value, calendar));
    }
    LocalDateTime time = dateTime(value, calendar);
    return time == null ? null : TimeText.of(time.toInstant(ZoneOffset.UTC));
  }

  private static SQLException outOfRange(Object value, RuntimeException e) {
    Object shown = value instanceof Calendar calendar ? calendar.toInstant() : value;
    return SqlState.DATETIME_OUT_OF_RANGE.exception(shown + " is out of range for a time", e);
  }
}
