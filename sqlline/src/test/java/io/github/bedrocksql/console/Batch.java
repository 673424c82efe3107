package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** What a run of the console without a terminal left: its exit status and its output. */
record Batch(int status, String out, String err) {
  /** Runs it on the sandbox, with text piped in. */
  static Batch run(String input, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "--sandbox";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return of(input, all);
  }

  /** Runs it, with text piped in. */
  static Batch of(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        ConsoleMain.run(
            arguments,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            Map.of(),
            Terminals.NONE);
    return new Batch(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
