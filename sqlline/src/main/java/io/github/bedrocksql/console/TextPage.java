package io.github.bedrocksql.console;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Tables that commands make themselves, of text. */
final class TextPage {
  private TextPage() {}

  /** Writes a table of text, fitted to the screen. */
  static void table(Screen screen, List<String> labels, List<? extends List<?>> rows)
      throws IOException {
    try (Writer page = screen.page()) {
      List<Column> columns =
          labels.stream().map(label -> new Column(label, Column.Kind.TEXT)).toList();
      RowWriter table =
          screen.width() == Screen.UNBOUNDED
              ? new TableWriter(page)
              : new FittingWriter(page, screen.width(), note -> {});
      table.begin(columns);
      for (List<?> row : rows) {
        table.row(row);
      }
      table.end();
    }
  }

  /** Writes lines as they are. */
  static void lines(Screen screen, List<String> lines) throws IOException {
    try (Writer page = screen.page()) {
      for (String line : lines) {
        page.append(line).append('\n');
      }
    }
  }
}
