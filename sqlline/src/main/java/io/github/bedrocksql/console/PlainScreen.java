package io.github.bedrocksql.console;

import java.io.FilterWriter;
import java.io.Writer;

/** A file or a pipe, or a terminal where nobody types. */
final class PlainScreen implements Screen {
  private final Writer out;
  private final boolean terminal;

  PlainScreen(Writer out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public int width() {
    return UNBOUNDED;
  }

  @Override
  public Writer writer() {
    return out;
  }

  @Override
  public boolean isTerminal() {
    return terminal;
  }

  @Override
  public Writer page() {
    return new FilterWriter(out) {
      @Override
      public void close() throws java.io.IOException {
        flush();
      }
    };
  }

  @Override
  public boolean clear() {
    return false;
  }
}
