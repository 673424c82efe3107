package io.github.bedrocksql.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLWarning;

/** What goes to standard error: one line a message. */
final class Diagnostics {
  private final PrintStream err;
  private final boolean verbose;
  private final boolean quiet;

  Diagnostics(PrintStream err, boolean verbose) {
    this(err, verbose, false);
  }

  /**
   * Makes one.
   *
   * @param quiet whether nothing but errors is said
   */
  Diagnostics(PrintStream err, boolean verbose, boolean quiet) {
    this.err = err;
    this.verbose = verbose;
    this.quiet = quiet;
  }

  void note(String message) {
    if (!quiet) {
      say(message);
    }
  }

  private void say(String message) {
    err.println(oneLine(message));
    err.flush();
  }

  void error(String message) {
    say("Error: " + message);
  }

  /** A warning and those chained to it; null for none. */
  void warnings(SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      note(describe("Warning", warning));
    }
  }

  void failure(Throwable failure) {
    failure(failure, "");
  }

  /**
   * Says what failed, where in the text, and what can be done.
   *
   * @param sql the text that failed; empty for none
   */
  void failure(Throwable failure, String sql) {
    Throwable shown = NextStep.shown(failure);
    say(describe("Error", shown));
    ErrorPlace.of(shown, sql).ifPresent(place -> place.lines().forEach(err::println));
    if (shown == failure) {
      NextStep.after(failure).ifPresent(this::say);
    }
    if (verbose) {
      // Line by line: the causes have the server's words as they came.
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().map(Diagnostics::traceLine).forEach(err::println);
      err.flush();
    }
  }

  /** {@code Error 42S02: Object 'x' not found}. */
  static String describe(String kind, Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof SQLException sql) {
      String state = sql.getSQLState() == null ? "" : " " + sql.getSQLState();
      return kind + state + ": " + (message == null ? "no message from the driver" : message);
    }
    String name = failure.getClass().getSimpleName();
    return kind
        + ": "
        + name
        + (message == null ? "" : ": " + message)
        + " (--verbose shows where)";
  }

  /** Indented as a stack trace is. */
  private static String traceLine(String line) {
    String text = line.stripLeading();
    return line.substring(0, line.length() - text.length()) + TerminalText.visible(text);
  }

  private static String oneLine(String message) {
    return TerminalText.visible(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
