package io.github.bedrocksql.console;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows a command that writes a file.
 *
 * @param name of the file, as it was typed, without its quotes
 */
record FileAndQuery(String name, String query) {
  private static final Pattern TYPED =
      Pattern.compile("(?:\"([^\"]+)\"|'([^']+)'|(\\S+))\\s+(.*)", Pattern.DOTALL);

  /** Returns its parts; empty if one is missing. */
  static Optional<FileAndQuery> of(String argument) {
    Matcher typed = TYPED.matcher(argument);
    return typed.matches()
        ? Optional.of(
            new FileAndQuery(
                Optional.ofNullable(typed.group(1))
                    .or(() -> Optional.ofNullable(typed.group(2)))
                    .orElse(typed.group(3)),
                typed.group(4)))
        : Optional.empty();
  }

  /** Returns where it is; no shell has seen a {@code ~} that was typed here. */
  Path file() {
    return name.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), name.substring(2))
        : Path.of(name);
  }

  boolean endsWith(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
