package io.github.bedrocksql.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Ends the waiting before the first character is written. */
final class AwaitedWriter extends FilterWriter {
  private final Progress waiting;
  private boolean written;

  AwaitedWriter(Writer out, Progress waiting) {
    super(out);
    this.waiting = waiting;
  }

  @Override
  public void write(int c) throws IOException {
    begin();
    super.write(c);
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    begin();
    super.write(text, start, length);
  }

  @Override
  public void write(String text, int start, int length) throws IOException {
    begin();
    super.write(text, start, length);
  }

  private void begin() {
    if (!written) {
      written = true;
      waiting.close();
    }
  }
}
