package io.github.bedrocksql.console;

import java.math.BigDecimal;
import java.util.List;

/**
 * Bars whose lengths are numbers.
 *
 * @param value what the numbers are
 */
record BarChart(String value, List<Bar> bars) implements Chart {
  private static final int EIGHTHS = 8;
  private static final String BLOCKS = "▏▎▍▌▋▊▉█";

  /** A row: its name and its value, null for none. */
  record Bar(String label, Number value) {
    String text() {
      return value == null ? "NULL" : TerminalText.plain(value);
    }

    double length() {
      return value == null ? 0 : Math.max(0, value.doubleValue());
    }
  }

  BarChart {
    bars = List.copyOf(bars);
  }

  @Override
  public int size() {
    return bars.size();
  }

  @Override
  public List<String> lines(int screenWidth) {
    ChartColumns columns =
        ChartColumns.of(
            screenWidth,
            bars.stream().map(Bar::label).toList(),
            bars.stream().map(Bar::text).toList());
    double most = bars.stream().mapToDouble(Bar::length).max().orElse(0);
    return bars.stream()
        .map(
            bar ->
                columns.label(bar.label())
                    + blocks(most == 0 ? 0 : bar.length() / most * columns.bars())
                    + " "
                    + bar.text())
        .toList();
  }

  private static String blocks(double length) {
    int eighths = BigDecimal.valueOf(length * EIGHTHS).intValue();
    int rest = eighths % EIGHTHS;
    return "█".repeat(eighths / EIGHTHS) + (rest == 0 ? "" : BLOCKS.charAt(rest - 1));
  }
}
