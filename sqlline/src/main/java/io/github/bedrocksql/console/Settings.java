package io.github.bedrocksql.console;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a script may ask for, beside its statements.
 *
 * @param timeout for each statement; zero for none
 * @param maxCalls how many API calls a statement may make
 * @param failOnWarning whether a warning counts as a failure
 * @param quiet whether nothing but errors is said
 * @param parameters the values of {@code :name}
 */
record Settings(
    Duration timeout,
    OptionalInt maxCalls,
    boolean failOnWarning,
    boolean quiet,
    Map<String, String> parameters) {
  /** Nothing out of the ordinary. */
  static final Settings NONE =
      new Settings(Duration.ZERO, OptionalInt.empty(), false, false, Map.of());

  Settings {
    parameters = Map.copyOf(parameters);
  }
}
