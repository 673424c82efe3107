package io.github.bedrocksql.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place in a statement that an error is about.
 *
 * @param line the line of the statement
 * @param number its number, from 1
 * @param column the column in it, from 1
 */
record ErrorPlace(String line, int number, int column) {
  private static final Pattern PLACE = Pattern.compile("\\bline (\\d+), column (\\d+)");
  private static final int SHOWN = 100;
  private static final int BEFORE = 60;

  /** Returns the place that a failure tells, if that is in the text. */
  static Optional<ErrorPlace> of(Throwable failure, String sql) {
    Matcher told = PLACE.matcher(String.valueOf(failure.getMessage()));
    if (!told.find()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(told.group(1));
    int column = Integer.parseInt(told.group(2));
    List<String> lines = sql.lines().toList();
    if (number < 1 || number > lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(number - 1);
    return column >= 1 && column <= line.length() + 1
        ? Optional.of(new ErrorPlace(line, number, column))
        : Optional.empty();
  }

  /** Returns the line, or its part around the place, and a caret below. */
  List<String> lines() {
    int from = Math.max(0, Math.min(column - 1 - BEFORE, line.length() - SHOWN));
    int to = Math.min(line.length(), from + SHOWN);
    String start = "  " + number + " | " + (from > 0 ? "..." : "");
    String before = TerminalText.visible(line.substring(from, column - 1));
    String after = TerminalText.visible(line.substring(column - 1, Math.max(to, column - 1)));
    int indent = TerminalText.width(start) + TerminalText.width(before);
    return List.of(
        start + before + after + (to < line.length() ? "..." : ""), " ".repeat(indent) + "^");
  }
}
