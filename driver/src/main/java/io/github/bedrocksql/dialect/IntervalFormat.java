package io.github.bedrocksql.dialect;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.linq4j.function.Strict;

/** How PostgreSQL writes an interval, of months or of milliseconds; a day is 24 hours. */
public final class IntervalFormat {
  private static final Pattern FIELD =
      Pattern.compile("\"([^\"]*)\"|(FM)?(HH24|HH12|HH|MI|SS|MS|US|DD)", Pattern.CASE_INSENSITIVE);

  private IntervalFormat() {}

  /** Returns an interval of days and less: {@code 1 day 02:03:04.5}. */
  @Strict
  public static String days(long millis) {
    Duration length = Duration.ofMillis(millis);
    long days = length.toDays();
    Duration rest = length.minusDays(days).abs();
    StringBuilder text = new StringBuilder(days == 0 ? "" : count(days, "day"));
    if (!rest.isZero() || days == 0) {
      text.append(text.isEmpty() ? "" : " ").append(millis < 0 ? "-" : "");
      text.append(
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d",
              rest.toHours(),
              rest.toMinutesPart(),
              rest.toSecondsPart()));
      if (rest.toMillisPart() != 0) {
        text.append(
            String.format(Locale.ROOT, ".%03d", rest.toMillisPart()).replaceFirst("0+$", ""));
      }
    }
    return text.toString();
  }

  /** Returns an interval of months: {@code 1 year 2 mons}. */
  @Strict
  public static String months(int months) {
    String years = months / 12 == 0 ? "" : count(months / 12, "year");
    String rest = months % 12 == 0 ? "" : count(months % 12, "mon");
    return months == 0 ? "00:00:00" : (years + " " + rest).strip();
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /** Returns the fields of an interval that a template names. */
  static String written(long millis, String template) {
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
