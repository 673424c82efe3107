package io.github.bedrocksql.dialect.time;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.linq4j.function.Strict;

/** How PostgreSQL writes an interval, of months, days and milliseconds; a day is 24 hours. */
public final class IntervalFormat {
  private static final int MONTHS_OF_YEAR = 12;

  private static final Pattern FIELD =
      Pattern.compile("\"([^\"]*)\"|(FM)?(HH24|HH12|HH|MI|SS|MS|US|DD)", Pattern.CASE_INSENSITIVE);

  private IntervalFormat() {}

  /** Returns an interval of days and less: {@code 1 day 02:03:04.5}. */
  @Strict
  public static String days(long millis) {
    Duration length = Duration.ofMillis(millis).abs();
    return of(millis < 0, 0, length.toDays(), length.minusDays(length.toDays()).toMillis());
  }

  /** Returns the milliseconds of an interval of days and less. */
  @Strict
  public static long read(String text) {
    try {
      IntervalText interval = IntervalText.parse(text);
      if (interval.months() != 0) {
        throw SqlState.NOT_SUPPORTED.exception(
            "'"
                + text
                + "' has months, and a text is read as an interval of days, hours and seconds"
                + " only; write n * INTERVAL '1 month'");
      }
      return interval.millis();
    } catch (SQLException e) {
      throw new Refusal(e);
    }
  }

  /** Returns an interval of months: {@code 1 year 2 mons}. */
  @Strict
  public static String months(int months) {
    return of(months < 0, Math.abs((long) months), 0, 0);
  }

  /** Returns an interval of several units: {@code 1 year 2 mons 3 days 04:05:06}. */
  static String of(boolean negative, long months, long days, long millis) {
    StringJoiner text = new StringJoiner(" ");
    text.setEmptyValue("00:00:00");
    add(text, negative, months / MONTHS_OF_YEAR, "year");
    add(text, negative, months % MONTHS_OF_YEAR, "mon");
    add(text, negative, days, "day");
    if (millis != 0) {
      text.add((negative ? "-" : "") + time(Duration.ofMillis(millis)));
    }
    return text.toString();
  }

  private static void add(StringJoiner text, boolean negative, long count, String unit) {
    if (count != 0) {
      // PostgreSQL has it that -1 are several.
      text.add((negative ? "-" : "") + count + " " + unit + (count == 1 && !negative ? "" : "s"));
    }
  }

  private static String time(Duration time) {
    String fraction =
        time.toMillisPart() == 0
            ? ""
            : String.format(Locale.ROOT, ".%03d", time.toMillisPart()).replaceFirst("0+$", "");
    return String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart())
        + fraction;
  }

  /** Returns the fields of an interval that a template names. */
  public static String written(long millis, String template) {
    Duration length = Duration.ofMillis(millis);
    Matcher field = FIELD.matcher(template);
    return field.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group(1) != null
                    ? found.group(1)
                    : field(length, found.group(3), found.group(2) == null)));
  }

  private static String field(Duration length, String name, boolean padded) {
    long hours = length.minusDays(length.toDays()).toHours();
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "HH24" -> number(hours, padded, 2);
      case "HH12", "HH" -> number(hours % 12 == 0 ? 12 : hours % 12, padded, 2);
      case "MI" -> number(length.toMinutes() % 60, padded, 2);
      case "SS" -> number(length.toSeconds() % 60, padded, 2);
      case "MS" -> number(length.toMillis() % 1000, true, 3);
      case "US" -> number(length.toMillis() % 1000 * 1000, true, 6);
      default -> number(length.toDays(), padded, 2);
    };
  }

  private static String number(long number, boolean padded, int digits) {
    String text = String.valueOf(Math.abs(number));
    String sign = number < 0 ? "-" : "";
    return sign + (padded ? "0".repeat(Math.max(0, digits - text.length())) : "") + text;
  }
}
