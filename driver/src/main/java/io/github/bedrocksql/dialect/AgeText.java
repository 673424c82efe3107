package io.github.bedrocksql.dialect;

import com.google.common.base.Strings;
import java.time.Duration;
import java.util.StringJoiner;

/** An interval of several units as PostgreSQL writes it: {@code 1 year 2 mons 3 days 04:05:06}. */
final class AgeText {
  private static final int MONTHS_OF_YEAR = 12;

  private AgeText() {}

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
    String millis = Strings.padStart(String.valueOf(time.toMillisPart()), 3, '0');
    String fraction = time.toMillisPart() == 0 ? "" : "." + millis.replaceAll("0+$", "");
    return two(time.toHoursPart())
        + ":"
        + two(time.toMinutesPart())
        + ":"
        + two(time.toSecondsPart())
        + fraction;
  }

  private static String two(int number) {
    return Strings.padStart(String.valueOf(number), 2, '0');
  }
}
