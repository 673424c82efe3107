package io.github.bedrocksql.console;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bars of text: a line for each row. */
record BarChart(List<Bar> bars) {
  private static final int MOST_WIDTH = 100;
  private static final int LEAST_BAR = 10;
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

  /** Reads a result; empty if it has no column of numbers. */
  static Optional<BarChart> of(ResultSet result) throws SQLException {
    ResultReader reader = new ResultReader(result);
    int value = first(reader.columns(), true);
    int label = first(reader.columns(), false);
    if (value < 0) {
      return Optional.empty();
    }
    List<Bar> bars = new ArrayList<>();
    while (result.next()) {
      List<Object> row = reader.row();
      String name = label < 0 ? "" : String.join(" ", TerminalText.lines(row.get(label)));
      bars.add(new Bar(name, (Number) row.get(value)));
    }
    return Optional.of(new BarChart(bars));
  }

  private static int first(List<Column> columns, boolean number) {
    for (int i = 0; i < columns.size(); i++) {
      if ((columns.get(i).kind() == Column.Kind.NUMBER) == number) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the lines, the longest as wide as the screen at most. */
  List<String> lines(int screenWidth) {
    int names = bars.stream().mapToInt(bar -> TerminalText.width(bar.label())).max().orElse(0);
    int values = bars.stream().mapToInt(bar -> bar.text().length()).max().orElse(0);
    int width = Math.max(LEAST_BAR, Math.min(MOST_WIDTH, screenWidth) - names - values - 2);
    double most = bars.stream().mapToDouble(Bar::length).max().orElse(0);
    return bars.stream()
        .map(
            bar ->
                bar.label()
                    + " ".repeat(names - TerminalText.width(bar.label()) + 1)
                    + blocks(most == 0 ? 0 : bar.length() / most * width)
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
