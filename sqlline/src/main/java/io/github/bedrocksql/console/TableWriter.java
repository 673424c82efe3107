package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An aligned table. The widths come from the first rows, so that memory stays bounded whatever the
 * result's size; a wider cell further down is printed whole and pushes its line out of alignment.
 */
final class TableWriter implements RowWriter {
  static final int MEASURED_ROWS = 1000;

  private final Appendable out;
  private final List<List<String>> measured = new ArrayList<>();
  private List<Column> columns = List.of();
  private int[] widths = {};
  private boolean headerWritten;

  TableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
    this.widths = new int[columns.size()];
    measure(labels());
  }

  @Override
  public void row(List<?> values) throws IOException {
    List<String> cells = values.stream().map(TerminalText::of).toList();
    if (headerWritten) {
      line(cells, false);
      return;
    }
    measure(cells);
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

  private List<String> labels() {
    return columns.stream().map(column -> TerminalText.visible(column.label())).toList();
  }

  private void measure(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], TerminalText.width(cells.get(i)));
    }
  }

  private void writeMeasured() throws IOException {
    rule();
    line(labels(), true);
    rule();
    for (List<String> cells : measured) {
      line(cells, false);
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

  private void line(List<String> cells, boolean header) throws IOException {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(Math.max(0, widths[i] - TerminalText.width(cell)));
      boolean right = !header && columns.get(i).kind() == Column.Kind.NUMBER;
      out.append("| ").append(right ? padding + cell : cell + padding).append(' ');
    }
    out.append("|\n");
  }
}
