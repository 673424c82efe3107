package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * CSV by RFC 4180, with a header. NULL is an empty field, the empty string a quoted one. A program
 * gets every value exactly; a terminal gets control characters shown, for CSV has no escapes.
 */
final class CsvWriter implements RowWriter {
  private static final String LINE_END = "\r\n";

  private final Appendable out;
  private final boolean toTerminal;

  CsvWriter(Appendable out, boolean toTerminal) {
    this.out = out;
    this.toTerminal = toTerminal;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    record(columns.stream().map(Column::label).toList());
  }

  @Override
  public void row(List<?> values) throws IOException {
    record(values);
  }

  @Override
  public void end() {}

  private void record(List<?> fields) throws IOException {
    for (Iterator<?> i = fields.iterator(); i.hasNext(); ) {
      Object field = i.next();
      if (field != null) {
        String text = TerminalText.plain(field);
        out.append(quoted(toTerminal ? TerminalText.visible(text) : text));
      }
      out.append(i.hasNext() ? "," : LINE_END);
    }
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(CsvWriter::needsQuotes);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean needsQuotes(int c) {
    return c == ',' || c == '"' || c == '\r' || c == '\n';
  }
}
