package io.github.bedrocksql.dialect.time;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls: a TIMESTAMP is milliseconds since 1970 there, UTC. A null
 * gives null.
 */
public final class TimeFunctions {
  /** The fields of {@code date_trunc}; PostgreSQL has the same. */
  public enum Field {
    MICROSECONDS,
    MILLISECONDS,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    DECADE,
    CENTURY,
    MILLENNIUM;

    /** Returns what FLOOR calls the field if it means the same: its weeks start on Sunday. */
    public Optional<TimeUnitRange> unit() {
      return switch (this) {
        case SECOND, MINUTE, HOUR, DAY, MONTH, QUARTER, YEAR ->
            Optional.of(TimeUnitRange.valueOf(name()));
        default -> Optional.empty();
      };
    }

    /**
     * Returns the field of this name, in any case.
     *
     * @throws SQLException with SQLState 22023 if there is none
     */
    public static Field named(String name) throws SQLException {
      String wanted = name.strip().toUpperCase(Locale.ROOT);
      for (Field field : values()) {
        if (field.name().equals(wanted)) {
          return field;
        }
      }
      throw SqlState.INVALID_PARAMETER.exception(
          "date_trunc: '"
              + name
              + "' is not a field; it takes microseconds, milliseconds, second, minute, hour, day,"
              + " week, month, quarter, year, decade, century or millennium");
    }
  }

  private TimeFunctions() {}

  /** Returns the start of the field that a time lies in; a week starts on Monday. */
  @Strict
  public static long truncated(String field, long millis) {
    return millis(truncated(fieldOf(field), dateTime(millis)));
  }

  /** Returns the date and the time of day of milliseconds since 1970. */
  public static LocalDateTime dateTime(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** Returns the milliseconds since 1970 of a time in UTC. */
  public static long millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  static Field fieldOf(String name) {
    try {
      return Field.named(name);
    } catch (SQLException e) {
      throw new Refusal(e);
    }
  }

  private static LocalDateTime truncated(Field field, LocalDateTime time) {
    LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    int year = time.getYear();
    return switch (field) {
      case MICROSECONDS, MILLISECONDS -> time;
      case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((time.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> day.withDayOfYear(1);
      case DECADE -> day.withDayOfYear(1).withYear(Math.floorDiv(year, 10) * 10);
      // There was no year 0: the first century began with year 1.
      case CENTURY -> day.withDayOfYear(1).withYear(Math.floorDiv(year - 1, 100) * 100 + 1);
      case MILLENNIUM -> day.withDayOfYear(1).withYear(Math.floorDiv(year - 1, 1000) * 1000 + 1);
    };
  }

  /** Returns the whole units of an interval of days and less. */
  @Strict
  public static long truncatedInterval(String field, long millis) {
    long unit =
        switch (fieldOf(field)) {
          case MICROSECONDS, MILLISECONDS -> 1;
          case SECOND -> DateTimeUtils.MILLIS_PER_SECOND;
          case MINUTE -> DateTimeUtils.MILLIS_PER_MINUTE;
          case HOUR -> DateTimeUtils.MILLIS_PER_HOUR;
          case DAY -> DateTimeUtils.MILLIS_PER_DAY;
          // It has no months, to which PostgreSQL's weeks do not fit either.
          case WEEK ->
              throw new Refusal(
                  SqlState.NOT_SUPPORTED.exception("An interval can't be cut to weeks"));
          case MONTH, QUARTER, YEAR, DECADE, CENTURY, MILLENNIUM -> Long.MAX_VALUE;
        };
    return millis / unit * unit;
  }

  /** Returns the TIMESTAMP, in UTC, that a text names; without an offset it is UTC. */
  @Strict
  public static long parsed(String text) {
    try {
      return TimeText.parse(text).toEpochMilli();
    } catch (SQLException e) {
      throw new Refusal(e);
    }
  }

  /** Returns the time of day and date that a zone has at a time in UTC. */
  @Strict
  public static long atZone(long millis, String zone) {
    try {
      return millis
          + ZoneId.of(zone.strip())
                  .getRules()
                  .getOffset(Instant.ofEpochMilli(millis))
                  .getTotalSeconds()
              * 1000L;
    } catch (DateTimeException e) {
      throw new Refusal(
          SqlState.INVALID_PARAMETER.exception(
              "Unknown time zone '" + zone + "'; write a name such as Europe/Paris", e));
    }
  }

  /** Returns a time as text, with this many digits of its fraction. */
  @Strict
  public static String text(long millis, int digits) {
    return DateTimeUtils.unixTimestampToString(millis, digits);
  }
}
