package io.github.bedrocksql.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How wide the columns of a table are, on a screen that may be narrower than its values. */
final class ColumnWidths {
  /** A column is not made narrower than this, nor than the longest word of its label. */
  private static final int NARROWEST = 12;

  /** A row that takes more lines is easier to read as a line for each value. */
  private static final int TALLEST = 6;

  private static final int BORDERS = 3;

  private ColumnWidths() {}

  /** Returns the widths that values and labels have by themselves. */
  static int[] natural(List<Column> columns, List<? extends List<List<String>>> rows) {
    int[] widths =
        columns.stream()
            .mapToInt(c -> TerminalText.width(TerminalText.visible(c.label())))
            .toArray();
    for (List<List<String>> cells : rows) {
      widen(widths, cells);
    }
    return widths;
  }

  /** Makes columns as wide as the cells of a row. */
  static void widen(int[] widths, List<List<String>> cells) {
    for (int i = 0; i < widths.length; i++) {
      for (String line : cells.get(i)) {
        widths[i] = Math.max(widths[i], TerminalText.width(line));
      }
    }
  }

  /**
   * Returns widths with which a table fits a screen, the widest columns shrunk; empty if it would
   * not be easy to read.
   */
  static Optional<int[]> fitting(
      List<Column> columns, List<? extends List<List<String>>> rows, int screenWidth) {
    int[] natural = natural(columns, rows);
    long room = screenWidth - 1L - (long) BORDERS * columns.size();
    int cap = Arrays.stream(natural).max().orElse(0);
    int[] widths = natural;
    while (Arrays.stream(widths).asLongStream().sum() > room) {
      cap--;
      if (cap < NARROWEST) {
        return Optional.empty();
      }
      widths = capped(natural, columns, cap);
    }
    return isTall(natural, widths) ? Optional.empty() : Optional.of(widths);
  }

  private static int[] capped(int[] natural, List<Column> columns, int cap) {
    int[] widths = new int[natural.length];
    for (int i = 0; i < widths.length; i++) {
      // A number on two lines would be two numbers.
      boolean whole =
          columns.get(i).kind() == Column.Kind.NUMBER
              || columns.get(i).kind() == Column.Kind.BOOLEAN;
      widths[i] = whole ? natural[i] : Math.min(natural[i], cap);
    }
    return widths;
  }

  private static boolean isTall(int[] natural, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      if (natural[i] > (long) widths[i] * TALLEST) {
        return true;
      }
    }
    return false;
  }
}
