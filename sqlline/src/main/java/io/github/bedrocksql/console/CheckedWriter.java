package io.github.bedrocksql.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes to standard output. A PrintStream keeps its failures to itself; without asking, a full
 * disk would pass for success.
 */
final class CheckedWriter extends BufferedWriter {
  private final PrintStream out;

  CheckedWriter(PrintStream out) {
    super(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.out = out;
  }

  @Override
  public void flush() throws IOException {
    super.flush();
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }
}
