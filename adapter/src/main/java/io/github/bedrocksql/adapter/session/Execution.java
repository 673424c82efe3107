package io.github.bedrocksql.adapter.session;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import io.github.bedrocksql.adapter.client.SqlState;
import io.github.bedrocksql.adapter.config.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One execution of a statement, as who executes it sees it: it must stop at its deadline, or when
 * it is canceled, and says what it left out. Asked while a plan is made and while calls are waited
 * for, since no operator of Calcite's asks.
 */
public final class Execution {
  /** How long a wait lasts before the statement looks again whether it must stop. */
  static final long SLICE_MILLIS = 20;

  private final AtomicBoolean canceled;
  private final long deadlineNanos;
  private final boolean limited;
  private final Set<ScanCalls> scans = Sets.newConcurrentHashSet();
  private final ConcurrentMap<Target, SQLException> leftOut = new ConcurrentHashMap<>();

  /**
   * Starts the clock.
   *
   * @param canceled true once the statement is canceled
   * @param timeout the statement's timeout; zero for none
   */
  Execution(AtomicBoolean canceled, Duration timeout) {
    this.canceled = canceled;
    this.limited = !timeout.isZero();
    this.deadlineNanos = limited ? System.nanoTime() + timeout.toNanos() : 0;
  }

  /**
   * Throws if the statement must stop.
   *
   * @throws SQLException with SQLState 57014 if it is canceled or its thread interrupted, HYT00
   *     after its deadline
   */
  public void check() throws SQLException {
    if (canceled.get()) {
      throw SqlState.CANCELED.exception("Statement canceled", null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw SqlState.CANCELED.exception("The thread that runs the statement was interrupted", null);
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

  /** Is told of a scan that makes calls from now on. */
  void begins(ScanCalls scan) {
    scans.add(scan);
  }

  /** Is told of a scan that makes no more. */
  void ends(ScanCalls scan) {
    scans.remove(scan);
  }

  /**
   * Ends the calls of all scans: of a plan that fails in one of them, nobody closes the others
   * until there are rows to close.
   */
  public void abandon() {
    scans.forEach(ScanCalls::close);
  }

  /** Remembers that the rows of a Region are left out. */
  void leaveOut(Target target, SQLException failure) {
    leftOut.putIfAbsent(target, failure);
  }

  /** Returns the Regions that were left out so far, each with why. */
  public ImmutableMap<Target, SQLException> leftOut() {
    return ImmutableMap.copyOf(leftOut);
  }
}
