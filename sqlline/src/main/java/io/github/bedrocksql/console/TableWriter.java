package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned table. The widths come from the first rows, so that memory stays bounded whatever the
 * result's size; a wider cell further down is printed whole and pushes its line out of alignment. A
 * cell of several lines takes as many lines of the table.
 */
final class TableWriter implements RowWriter {
  static final int MEASURED_ROWS = 1000;

  private final Appendable out;
  private final List<List<List<String>>> measured = new ArrayList<>();
  private List<Column> columns = List.of();
  private int[] widths = {};
  private boolean headerWritten;

  TableWriter(Appendable out) {
    this.out = out;
  }

  /** The width on screen of a table of these rows. */
  static int width(List<Column> columns, List<? extends List<?>> rows) {
    int[] widths = new int[columns.size()];
    measure(labels(columns), widths);
    rows.forEach(values -> measure(cells(values), widths));
    return Arrays.stream(widths).map(width -> width + 3).sum() + 1;
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
    this.widths = new int[columns.size()];
    measure(labels(columns), widths);
  }

  @Override
  public void row(List<?> values) throws IOException {
    List<List<String>> cells = cells(values);
    if (headerWritten) {
      row(cells, false);
      return;
    }
    measure(cells, widths);
    measured.add(cells);
    if (measured.size() == MEASURED_ROWS) {
      writeMeasured();
    }
  }

  @Override
  public void end() throws IOException {
    if (!headerWritten) {
      writeMeasured();
    }
    rule();
  }

  private static List<List<String>> labels(List<Column> columns) {
    return columns.stream().map(column -> List.of(TerminalText.visible(column.label()))).toList();
  }

  /** The lines of each value. */
  private static List<List<String>> cells(List<?> values) {
    return values.stream().map(TerminalText::lines).toList();
  }

  private static void measure(List<List<String>> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      for (String line : cells.get(i)) {
        widths[i] = Math.max(widths[i], TerminalText.width(line));
      }
    }
  }

  private void writeMeasured() throws IOException {
    rule();
    row(labels(columns), true);
    rule();
    for (List<List<String>> cells : measured) {
      row(cells, false);
    }
    measured.clear();
    headerWritten = true;
  }

  private void rule() throws IOException {
    for (int width : widths) {
      out.append('+').append("-".repeat(width + 2));
    }
    out.append("+\n");
  }

  private void row(List<List<String>> cells, boolean header) throws IOException {
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    for (int n = 0; n < height; n++) {
      for (int i = 0; i < widths.length; i++) {
        List<String> lines = cells.get(i);
        String line = n < lines.size() ? lines.get(n) : "";
        String padding = " ".repeat(Math.max(0, widths[i] - TerminalText.width(line)));
        boolean right = !header && columns.get(i).kind() == Column.Kind.NUMBER;
        out.append("| ").append(right ? padding + line : line + padding).append(' ');
      }
      out.append("|\n");
    }
  }
}
