package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.List;

/** One line a value, for rows too wide for a table. */
final class VerticalWriter implements RowWriter {
  private static final int LEAST_WIDTH = 20;

  private final Appendable out;
  private final int screenWidth;
  private int room;
  private List<String> labels = List.of();
  private long count;

  VerticalWriter(Appendable out) {
    this(out, Screen.UNBOUNDED);
  }

  /** A writer that wraps what is longer than a screen's line. */
  VerticalWriter(Appendable out, int screenWidth) {
    this.screenWidth = screenWidth;
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) {
    List<String> names = columns.stream().map(c -> TerminalText.visible(c.label())).toList();
    int widest = names.stream().mapToInt(TerminalText::width).max().orElse(0);
    room = Math.max(LEAST_WIDTH, screenWidth - widest - 2);
    labels =
        names.stream().map(name -> name + " ".repeat(widest - TerminalText.width(name))).toList();
  }

  @Override
  public void row(List<?> values) throws IOException {
    out.append("-- row ").append(Long.toString(++count)).append('\n');
    for (int i = 0; i < labels.size(); i++) {
      String before = labels.get(i);
      for (String line : TerminalText.lines(values.get(i))) {
        for (String part : TerminalText.wrapped(line, room)) {
          out.append(before).append("  ").append(part).append('\n');
          before = " ".repeat(TerminalText.width(before));
        }
      }
    }
  }

  @Override
  public void end() {}
}
