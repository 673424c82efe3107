package io.github.bedrocksql.adapter.session;

import io.github.bedrocksql.adapter.client.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When a statement must stop: at its deadline, or when it is canceled. Asked while calls are waited
 * for, for no operator of Calcite's asks.
 */
public final class StatementControl {
  /** How long a wait lasts before the statement looks again whether it must stop. */
  static final long SLICE_MILLIS = 20;

  private final AtomicBoolean canceled;
  private final long deadlineNanos;
  private final boolean limited;

  /**
   * Starts the clock.
   *
   * @param canceled true once the statement is canceled
   * @param timeout the statement's timeout; zero for none
   */
  public StatementControl(AtomicBoolean canceled, Duration timeout) {
    this.canceled = canceled;
    this.limited = !timeout.isZero();
    this.deadlineNanos = limited ? System.nanoTime() + timeout.toNanos() : 0;
  }

  /** Throws if the statement must stop. */
  void check() throws SQLException {
    if (canceled.get()) {
      throw SqlState.CANCELED.exception("Statement canceled", null);
    }
    if (limited && System.nanoTime() - deadlineNanos >= 0) {
      throw SqlState.TIMEOUT.exception("Statement timed out", null);
    }
  }

  /** Returns for how many milliseconds to wait before checking again. */
  long sliceMillis() {
    if (!limited) {
      return SLICE_MILLIS;
    }
    long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()) + 1;
    return Math.max(1, Math.min(SLICE_MILLIS, left));
  }
}
