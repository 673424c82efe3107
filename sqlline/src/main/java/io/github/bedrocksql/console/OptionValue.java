package io.github.bedrocksql.console;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of options that are not text. */
final class OptionValue {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(s|m|h|)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Map<String, Integer> SECONDS = Map.of("", 1, "s", 1, "m", 60, "h", 3600);

  private OptionValue() {}

  /** {@code 30}, {@code 30s}, {@code 5m} or {@code 1h}. */
  static Duration duration(String option, String value) throws UsageException {
    Matcher parts = DURATION.matcher(value);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
      throw new UsageException(
          option + " takes seconds, or a time such as 30s or 5m, and not '" + value + "'");
    }
    return Duration.ofSeconds(Long.parseLong(parts.group(1)) * SECONDS.get(parts.group(2)));
  }

  static int count(String option, String value) throws UsageException {
    if (!COUNT.matcher(value).matches() || Integer.parseInt(value) == 0) {
      throw new UsageException(option + " takes a number from 1 on, and not '" + value + "'");
    }
    return Integer.parseInt(value);
  }
}
