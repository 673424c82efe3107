package io.github.bedrocksql.console;

import io.github.bedrocksql.console.text.NamedParameters;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs statements one at a time, within the limits set, and lets another thread cancel. */
final class StatementRunner {
  private final Settings settings;
  private final Progress.Place progress;
  private String lastText = "";
  private volatile Statement running;
  private volatile CountDownLatch pausing;
  private final AtomicInteger cancels = new AtomicInteger();

  StatementRunner(Settings settings, Progress.Place progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Takes an answer, while its statement is open. */
  @FunctionalInterface
  interface Answer<T> {
    /**
     * Takes it.
     *
     * @param result empty for a statement that gives no rows
     * @param waiting to be closed before anything is written
     */
    T take(Statement statement, Optional<ResultSet> result, Progress waiting)
        throws SQLException, IOException;
  }

  /** Runs a statement and returns what is made of its answer. */
  <T> T run(Connection connection, String sql, Answer<T> answer) throws SQLException, IOException {
    lastText = sql;
    NamedParameters named = NamedParameters.in(sql, settings.parameters());
    try (Progress waiting = Progress.start(progress, connection);
        Statement statement = open(connection, named)) {
      running = statement;
      statement.setQueryTimeout((int) settings.timeout().toSeconds());
      boolean hasRows =
          statement instanceof PreparedStatement prepared
              ? prepared.execute()
              : statement.execute(named.sql());
      if (!hasRows) {
        return answer.take(statement, Optional.empty(), waiting);
      }
      try (ResultSet result = statement.getResultSet()) {
        return answer.take(statement, Optional.of(result), waiting);
      }
    } finally {
      running = null;
    }
  }

  /** Returns the statement that was run last. */
  String lastText() {
    return lastText;
  }

  /** Returns how often {@link #cancel} has been called. */
  int cancels() {
    return cancels.get();
  }

  /**
   * Waits between two runs.
   *
   * @param since what {@link #cancels} was before the first
   * @return false if it was canceled since then: what runs may not have been there to be canceled
   */
  boolean pause(Duration time, int since) {
    CountDownLatch canceled = new CountDownLatch(1);
    pausing = canceled;
    try {
      return cancels.get() == since && !canceled.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      pausing = null;
    }
  }

  /** Cancels what runs, if anything does. */
  void cancel() throws SQLException {
    cancels.incrementAndGet();
    CountDownLatch pause = pausing;
    if (pause != null) {
      pause.countDown();
    }
    Statement statement = running;
    if (statement != null) {
      statement.cancel();
    }
  }

  /** A statement without parameters needs not be prepared: an EXPLAIN could not be. */
  private static Statement open(Connection connection, NamedParameters named) throws SQLException {
    if (named.values().isEmpty()) {
      return connection.createStatement();
    }
    PreparedStatement statement = connection.prepareStatement(named.sql());
    try {
      for (int i = 0; i < named.values().size(); i++) {
        statement.setString(i + 1, named.values().get(i));
      }
      return statement;
    } catch (SQLException | RuntimeException | Error e) {
      try (statement) {
        throw e;
      }
    }
  }
}
