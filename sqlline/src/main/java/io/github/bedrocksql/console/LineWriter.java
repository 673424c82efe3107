package io.github.bedrocksql.console;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands on whole lines: SQLLine keeps a record of them if asked. */
final class LineWriter extends Writer {
  private final Consumer<String> lines;
  private final StringBuilder line = new StringBuilder();

  LineWriter(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void write(char[] text, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (text[i] == '\n') {
        lines.accept(line.toString());
        line.setLength(0);
      } else {
        line.append(text[i]);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
