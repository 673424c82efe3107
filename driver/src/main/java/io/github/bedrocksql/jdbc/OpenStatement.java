package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.session.StatementControl;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What has to end with a statement: Calcite's, and the execution under way. Apart from the
 * statement, so that it can be ended after nobody holds that any longer.
 */
final class OpenStatement implements Runnable {
  private final Statement calcite;
  private final Set<OpenStatement> siblings;
  private volatile AtomicBoolean canceled;
  private volatile StatementControl execution;

  /**
   * Begins one of a connection's.
   *
   * @param siblings those that are open, of which this is one until it ends
   */
  OpenStatement(Statement calcite, Set<OpenStatement> siblings) {
    this.calcite = calcite;
    this.siblings = siblings;
    siblings.add(this);
  }

  /** Keeps the flag that stops what is about to be executed, lowered. */
  AtomicBoolean lowered() throws SQLException {
    canceled = Cancellation.flag(calcite);
    // A cancel is for the execution under way: one of an earlier, or of none, is over.
    canceled.set(false);
    return canceled;
  }

  void executes(StatementControl begun) {
    execution = begun;
  }

  /** Returns the last execution; null before the first. */
  StatementControl execution() {
    return execution;
  }

  /** Stops the execution under way, past Avatica, which would wait until the plan is made. */
  void stop() {
    if (canceled != null) {
      canceled.set(true);
    }
    if (execution != null) {
      execution.abandon();
    }
  }

  /** Ends it all; once it has ended, does nothing. */
  void close() throws SQLException {
    siblings.remove(this);
    stop();
    calcite.close();
  }

  /** Ends what nobody has closed. */
  @Override
  public void run() {
    try {
      close();
    } catch (SQLException e) {
      // For the cleaner, which has nobody to tell.
      throw new IllegalStateException(e);
    }
  }
}
