package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An aligned table. The widths come from the first rows, so that memory stays bounded whatever the
 * result's size. On a screen, long values are wrapped and nothing is wider; elsewhere a wider cell
 * further down is printed whole and pushes its line out of alignment. A cell of several lines takes
 * as many lines of the table.
 */
final class TableWriter implements RowWriter {
  private final Appendable out;
  private Sample sample = new Sample();
  private List<Column> columns = List.of();
  private int[] widths = {};
  private boolean wraps;
  private boolean headerWritten;

  TableWriter(Appendable out) {
    this.out = out;
  }

  /** Makes one whose lines are never wider than a screen. */
  static TableWriter wrapping(Appendable out, List<Column> columns, int[] widths)
      throws IOException {
    TableWriter writer = new TableWriter(out);
    writer.columns = columns;
    writer.widths = widths.clone();
    writer.wraps = true;
    writer.writeHeader();
    return writer;
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
  }

  @Override
  public void row(List<?> values) throws IOException {
    List<List<String>> cells = cells(values);
    if (headerWritten) {
      cells(cells, false);
    } else if (sample.add(cells)) {
      writeSample();
    }
  }

  @Override
  public void end() throws IOException {
    if (!headerWritten) {
      writeSample();
    }
    rule();
  }

  /** The lines of each value. */
  static List<List<String>> cells(List<?> values) {
    return values.stream().map(TerminalText::lines).toList();
  }

  private void writeSample() throws IOException {
    widths = ColumnWidths.natural(columns, sample.rows());
    writeHeader();
    for (List<List<String>> cells : sample.rows()) {
      cells(cells, false);
    }
    sample = null;
  }

  private void writeHeader() throws IOException {
    headerWritten = true;
    rule();
    cells(
        columns.stream().map(column -> List.of(TerminalText.visible(column.label()))).toList(),
        true);
    rule();
  }

  private void rule() throws IOException {
    for (int width : widths) {
      out.append('+').append("-".repeat(width + 2));
    }
    out.append("+\n");
  }

  /** Writes a row, the lines of each value. */
  void cells(List<List<String>> cells, boolean header) throws IOException {
    List<List<String>> shown = wraps ? wrapped(cells) : cells;
    int height = shown.stream().mapToInt(List::size).max().orElse(1);
    for (int n = 0; n < height; n++) {
      for (int i = 0; i < widths.length; i++) {
        List<String> lines = shown.get(i);
        String line = n < lines.size() ? lines.get(n) : "";
        String padding = " ".repeat(Math.max(0, widths[i] - TerminalText.width(line)));
        boolean right = !header && columns.get(i).kind() == Column.Kind.NUMBER;
        out.append("| ").append(right ? padding + line : line + padding).append(' ');
      }
      out.append("|\n");
    }
  }

  private List<List<String>> wrapped(List<List<String>> cells) {
    List<List<String>> wrapped = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max(1, widths[i]);
      wrapped.add(
          cells.get(i).stream()
              .flatMap(line -> TerminalText.wrapped(line, width).stream())
              .toList());
    }
    return wrapped;
  }
}
