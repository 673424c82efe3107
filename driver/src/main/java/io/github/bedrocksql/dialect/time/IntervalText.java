package io.github.bedrocksql.dialect.time;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.error.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval as PostgreSQL writes it: {@code 1 day 2 hours}, {@code 90 min}, {@code 1-2}, {@code
 * 02:03:04.5}, {@code P1DT2H}, {@code 3 days ago}.
 *
 * @param months whole months
 * @param millis the rest, a day taken for 24 hours
 */
public record IntervalText(long months, long millis) {
  /** PostgreSQL's, where an interval becomes a number: a year is 365.25 days, a month 30. */
  public static final long SECONDS_OF_YEAR = 31_557_600;

  public static final long SECONDS_OF_MONTH = 2_592_000;

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** PostgreSQL's: of the fraction of a month. */
  private static final long DAYS_OF_MONTH = 30;

  private static final ImmutableMap<String, Long> MILLIS =
      ImmutableMap.<String, Long>builder()
          .put("ms", 1L)
          .put("msec", 1L)
          .put("msecs", 1L)
          .put("millisecond", 1L)
          .put("milliseconds", 1L)
          .put("s", SECOND)
          .put("sec", SECOND)
          .put("secs", SECOND)
          .put("second", SECOND)
          .put("seconds", SECOND)
          .put("m", MINUTE)
          .put("min", MINUTE)
          .put("mins", MINUTE)
          .put("minute", MINUTE)
          .put("minutes", MINUTE)
          .put("h", HOUR)
          .put("hr", HOUR)
          .put("hrs", HOUR)
          .put("hour", HOUR)
          .put("hours", HOUR)
          .put("d", DAY)
          .put("day", DAY)
          .put("days", DAY)
          .put("w", 7 * DAY)
          .put("week", 7 * DAY)
          .put("weeks", 7 * DAY)
          .buildOrThrow();

  private static final ImmutableMap<String, Long> MONTHS =
      ImmutableMap.<String, Long>builder()
          .put("mon", 1L)
          .put("mons", 1L)
          .put("month", 1L)
          .put("months", 1L)
          .put("y", 12L)
          .put("yr", 12L)
          .put("yrs", 12L)
          .put("year", 12L)
          .put("years", 12L)
          .put("decade", 120L)
          .put("decades", 120L)
          .put("century", 1200L)
          .put("centuries", 1200L)
          .buildOrThrow();

  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([+-]?)(\\d+):(\\d{2})(?::(\\d{2}(?:\\.\\d*)?))?"
              + "|([+-]?\\d+)-(\\d+)"
              + "|([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))\\s*([a-z]*))\\s*,?");

  private static final Pattern TIME = Pattern.compile("[+-]?\\d+:");

  private static final Pattern ISO = Pattern.compile("p(?:(?<dates>[^t]*))?(?:t(?<times>.+))?");

  private static final Pattern ISO_PART = Pattern.compile("([+-]?\\d+(?:\\.\\d*)?)([a-z])");

  /**
   * Reads a text.
   *
   * @throws SQLException with SQLState 22007 if it is not an interval
   */
  public static IntervalText parse(String text) throws SQLException {
    String rest = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (rest.startsWith("p")) {
        return iso(rest, text);
      }
      boolean ago = rest.endsWith(" ago");
      rest = ago ? rest.substring(0, rest.length() - " ago".length()) : rest;
      rest = rest.startsWith("@") ? rest.substring(1) : rest;
      IntervalText interval = parts(rest, text);
      return ago
          ? new IntervalText(Math.negateExact(interval.months), Math.negateExact(interval.millis))
          : interval;
    } catch (ArithmeticException e) {
      throw SqlState.INTERVAL_OUT_OF_RANGE.exception(
          "'" + text + "' is out of range for an interval", e);
    }
  }

  private static IntervalText parts(String rest, String text) throws SQLException {
    IntervalText sum = new IntervalText(0, 0);
    Matcher part = PART.matcher(rest);
    int end = 0;
    while (end < rest.length() && part.find(end) && part.start() == end) {
      boolean last = part.end() == rest.length();
      sum = sum.plus(last || !isBare(part) ? part(part, text) : days(part, rest, text));
      end = part.end();
    }
    if (end == 0 || end < rest.length()) {
      throw invalid(text);
    }
    return sum;
  }

  private static boolean isBare(Matcher part) {
    return part.group(7) != null && part.group(8).isEmpty();
  }

  /** A number without a unit is one of days before a time, as in {@code 1 02:03:04}. */
  private static IntervalText days(Matcher part, String rest, String text) throws SQLException {
    if (!TIME.matcher(rest).region(part.end(), rest.length()).lookingAt()) {
      throw invalid(text);
    }
    return of(new BigDecimal(part.group(7)), "day", text);
  }

  private static IntervalText part(Matcher part, String text) throws SQLException {
    if (part.group(2) != null) {
      BigDecimal seconds = new BigDecimal(part.group(4) == null ? "0" : part.group(4));
      long millis =
          millis(seconds, SECOND)
              + Long.parseLong(part.group(3)) * MINUTE
              + Math.multiplyExact(Long.parseLong(part.group(2)), HOUR);
      return new IntervalText(0, part.group(1).equals("-") ? -millis : millis);
    }
    if (part.group(5) != null) {
      long years = Long.parseLong(part.group(5));
      long months = Long.parseLong(part.group(6));
      boolean negative = part.group(5).startsWith("-");
      return new IntervalText(
          Math.addExact(Math.multiplyExact(years, 12L), negative ? -months : months), 0);
    }
    return of(new BigDecimal(part.group(7)), part.group(8), text);
  }

  /** A number of units; without a unit, at the end, of seconds. */
  private static IntervalText of(BigDecimal number, String unit, String text) throws SQLException {
    Long months = MONTHS.get(unit);
    if (months != null) {
      BigDecimal all = number.multiply(BigDecimal.valueOf(months));
      BigDecimal whole = all.setScale(0, RoundingMode.DOWN);
      return new IntervalText(
          whole.longValueExact(), millis(all.subtract(whole), DAYS_OF_MONTH * DAY));
    }
    Long millis = unit.isEmpty() ? Long.valueOf(SECOND) : MILLIS.get(unit);
    if (millis == null) {
      throw invalid(text);
    }
    return new IntervalText(0, millis(number, millis));
  }

  private static IntervalText iso(String rest, String text) throws SQLException {
    Matcher iso = ISO.matcher(rest);
    if (!iso.matches()) {
      throw invalid(text);
    }
    IntervalText dates = isoParts(iso.group("dates"), "months", text);
    return dates.plus(isoParts(iso.group("times"), "minutes", text));
  }

  private static IntervalText isoParts(String parts, String meaningOfM, String text)
      throws SQLException {
    IntervalText sum = new IntervalText(0, 0);
    Matcher part = ISO_PART.matcher(parts == null ? "" : parts);
    int end = 0;
    while (part.find(end) && part.start() == end) {
      String unit = part.group(2).equals("m") ? meaningOfM : part.group(2);
      sum = sum.plus(of(new BigDecimal(part.group(1)), unit, text));
      end = part.end();
    }
    if (parts != null && end < parts.length()) {
      throw invalid(text);
    }
    return sum;
  }

  private static long millis(BigDecimal number, long unit) {
    return number
        .multiply(BigDecimal.valueOf(unit))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private IntervalText plus(IntervalText other) {
    return new IntervalText(
        Math.addExact(months, other.months), Math.addExact(millis, other.millis));
  }

  private static SQLException invalid(String text) {
    return SqlState.INVALID_DATETIME.exception(
        "'" + text + "' is not a valid interval; write '30 days', '1 day 2 hours' or '02:30:00'");
  }
}
