package io.github.bedrocksql.adapter.session;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.OutOfMemory;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Stops one execution of a statement at its deadline or when it is canceled, and records what it
 * left out and what it holds in memory. Checked while a plan is made, while calls are awaited and
 * for each row, since Calcite's operators don't check.
 */
public final class StatementControl {
  /** How long a wait lasts before the statement looks again whether it must stop. */
  static final long SLICE_MILLIS = 20;

  /** Most rows between two readings of the clock, which costs more than a row often does. */
  private static final int MOST_ROWS_PER_LOOK = 8;

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** What the thread executes, for functions, which are handed nothing but their arguments. */
  private static final ThreadLocal<StatementControl> OF_THREAD = new ThreadLocal<>();

  private final BooleanSupplier closed;
  private final AtomicBoolean canceled;
  private final long deadlineNanos;
  private final boolean limited;
  private final HeldRows held = new HeldRows();
  private final Set<InFlightCalls> scans = Sets.newConcurrentHashSet();
  private final ConcurrentMap<Target, SQLException> leftOut = new ConcurrentHashMap<>();
  private long lookedAt;
  private int rowsPerLook = 1;
  private int rowsToLook = 1;

  /**
   * Starts the clock.
   *
   * @param closed true once the connection is closed
   * @param canceled true once the statement is canceled
   * @param timeout the statement's timeout; zero for none
   */
  StatementControl(BooleanSupplier closed, AtomicBoolean canceled, Duration timeout) {
    this.closed = closed;
    this.canceled = canceled;
    this.limited = !timeout.isZero();
    this.deadlineNanos = limited ? System.nanoTime() + timeout.toNanos() : 0;
  }

  /** Work done for a statement. */
  @FunctionalInterface
  public interface Work<T> {
    /** Returns the result. */
    T done() throws SQLException;
  }

  /** Returns what this thread executes; empty if it is not at work for a statement. */
  public static Optional<StatementControl> ofThread() {
    return Optional.ofNullable(OF_THREAD.get());
  }

  /**
   * Lets this thread work for this execution.
   *
   * @throws SQLException that of the work; with SQLState 53200 if memory runs out in it
   */
  public <T> T during(Work<T> work) throws SQLException {
    StatementControl before = OF_THREAD.get();
    OF_THREAD.set(this);
    try {
      return work.done();
    } catch (SQLException | RuntimeException | Error e) {
      Optional<SQLException> memory = outOfMemory(e);
      if (memory.isPresent()) {
        throw memory.get();
      }
      throw e;
    } finally {
      if (before == null) {
        OF_THREAD.remove();
      } else {
        OF_THREAD.set(before);
      }
    }
  }

  /**
   * Throws if the statement must stop.
   *
   * @throws SQLException with SQLState 08003 if the connection is closed, 57014 if the statement is
   *     canceled or its thread interrupted, HYT00 after its deadline
   */
  public void check() throws SQLException {
    if (closed.getAsBoolean()) { // Closing cancels statements, too; report what came first.
      throw ApiSession.closed(null);
    }
    if (canceled.get()) {
      throw SqlState.CANCELED.exception("Statement canceled", null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw SqlState.CANCELED.exception("The thread running the statement was interrupted", null);
    }
    if (limited && System.nanoTime() - deadlineNanos >= 0) {
      throw SqlState.TIMEOUT.exception("Statement timed out", null);
    }
  }

  /** Returns whether the statement must stop. */
  public boolean isStopped() {
    return isStopped(Thread.currentThread());
  }

  /** Returns what tells any thread whether the statement, which that thread runs, must stop. */
  BooleanSupplier stopOf(Thread thread) {
    return () -> isStopped(thread);
  }

  private boolean isStopped(Thread thread) {
    return closed.getAsBoolean()
        || canceled.get()
        || thread.isInterrupted()
        || (limited && System.nanoTime() - deadlineNanos >= 0);
  }

  /** Does what {@link #check} does at next to no cost, for each row. */
  public void checkRow() throws SQLException {
    if (canceled.get()
        || closed.getAsBoolean()
        || Thread.currentThread().isInterrupted()
        || isLate()) {
      check();
    }
  }

  /** Reads the clock at each slow row, and at one of several fast ones. */
  private boolean isLate() {
    if (!limited || --rowsToLook > 0) {
      return false;
    }
    long now = System.nanoTime();
    rowsPerLook = now - lookedAt < SHORT_NANOS ? Math.min(rowsPerLook * 2, MOST_ROWS_PER_LOOK) : 1;
    rowsToLook = rowsPerLook;
    lookedAt = now;
    return now - deadlineNanos >= 0;
  }

  /** Returns for how many milliseconds to wait before checking again. */
  long sliceMillis() {
    if (!limited) {
      return SLICE_MILLIS;
    }
    long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()) + 1;
    return Math.max(1, Math.min(SLICE_MILLIS, left));
  }

  /** Registers a scan that makes calls from now on. */
  void begins(InFlightCalls scan) {
    scans.add(scan);
  }

  /** Unregisters a scan that makes no more calls. */
  void ends(InFlightCalls scan) {
    scans.remove(scan);
  }

  /**
   * Ends the calls of all scans: if one scan of a plan fails before there are rows to close, nobody
   * closes the others.
   */
  public void abandon() {
    scans.forEach(InFlightCalls::close);
  }

  /** Returns what counts the rows that operators hold. */
  public HeldRows held() {
    return held;
  }

  /**
   * Returns what users see of a failure caused by running out of memory, with what was held; the
   * same exception wherever the failure is seen again.
   */
  Optional<SQLException> outOfMemory(Throwable failure) {
    return OutOfMemory.causeOf(failure)
        .map(
            error ->
                Throwables.getCausalChain(failure).stream()
                    .filter(SQLException.class::isInstance)
                    .map(SQLException.class::cast)
                    .filter(SqlState.OUT_OF_MEMORY::isOf)
                    .findFirst()
                    .orElseGet(
                        () ->
                            OutOfMemory.exception(
                                error,
                                held.and(scans.stream().map(InFlightCalls::held).toList())
                                    .toString())));
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
