package io.github.bedrocksql.console;

import io.github.bedrocksql.jdbc.ApiUsage;
import io.github.bedrocksql.jdbc.BedrockConnection;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line that tells how far a statement is, gone before its rows come. */
final class Progress implements AutoCloseable {
  private static final long FIRST_MILLIS = 1000;
  private static final long NEXT_MILLIS = 250;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String ERASE = "\r\u001b[K";

  /** A line that is wider than the terminal is cut: one that wraps would stay there. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  /**
   * Where it is shown.
   *
   * @param err a terminal, if {@code terminal}
   * @param terminal false if nobody watches: then nothing is shown
   */
  record Place(PrintStream err, boolean terminal) {}

  /** No waiting. */
  static final Progress NONE = new Progress(null, null);

  private final PrintStream err;
  private final BedrockConnection calls;
  private final long started = System.nanoTime();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean shown;

  private Progress(PrintStream err, BedrockConnection calls) {
    this.err = err;
    this.calls = calls;
  }

  /** Starts to show it after a while, if anybody watches and the connection counts its calls. */
  static Progress start(Place place, Connection connection) throws SQLException {
    boolean shows = place.terminal() && connection.isWrapperFor(BedrockConnection.class);
    Progress progress =
        new Progress(place.err(), shows ? connection.unwrap(BedrockConnection.class) : null);
    if (shows) {
      Thread thread = new Thread(progress::show, "progress");
      thread.setDaemon(true);
      thread.start();
    }
    return progress;
  }

  private void show() {
    try {
      long pause = FIRST_MILLIS;
      while (!ended.await(pause, TimeUnit.MILLISECONDS)) {
        write(
            text(
                calls.lastStatementUsage(),
                calls.lastStatementListedRows(),
                calls.lastStatementRetries(),
                seconds()));
        pause = NEXT_MILLIS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void write(String text) {
    if (ended.getCount() > 0) {
      err.print(ERASE + NO_WRAP + text + WRAP);
      err.flush();
      shown = true;
    }
  }

  private double seconds() {
    return (System.nanoTime() - started) / NANOS_PER_SECOND;
  }

  /** {@code 120 API calls, details of 119 of 2500 rows, 40 a second, 3 s; Ctrl-C stops}. */
  static String text(ApiUsage usage, long listedRows, long retries, double seconds) {
    boolean details = usage.gets() > 0 && usage.gets() <= listedRows;
    StringBuilder text = new StringBuilder();
    if (details) {
      text.append(usage.calls()).append(" API calls, details of ").append(usage.gets());
      text.append(" of ").append(listedRows).append(" rows");
    } else {
      text.append(usage);
    }
    if (usage.calls() > 0) {
      text.append(String.format(Locale.ROOT, ", %.0f a second", usage.calls() / seconds));
    }
    if (retries > 0) {
      text.append(", ").append(retries).append(" sent again (throttled or failed)");
    }
    return text.append(String.format(Locale.ROOT, ", %.0f s; Ctrl-C stops", seconds)).toString();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    ended.countDown();
    if (shown) {
      shown = false;
      err.print(ERASE);
      err.flush();
    }
  }
}
