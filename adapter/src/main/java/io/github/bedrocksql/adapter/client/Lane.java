package io.github.bedrocksql.adapter.client;

import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The calls of a connection that wait for their turn at one pace, the oldest first. No thread waits
 * with them, so that calls of other paces have all threads.
 */
final class Lane {
  /** A rate may grow, or fall, while its next call waits. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Supplier<Pace> pace;
  private final ScheduledExecutorService timer;
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();

  /** A call that waits; the less one goes first. */
  interface Waiting extends Comparable<Waiting> {
    /** Returns whether it is no longer wanted. */
    boolean isDone();

    /** Called when its turn has come, in a thread that must not be blocked. */
    void go(Pace.Turn turn);
  }

  Lane(Supplier<Pace> pace, ScheduledExecutorService timer) {
    this.pace = pace;
    this.timer = timer;
  }

  /**
   * Returns the turn of a call that need not wait; empty if it has to: {@link Waiting#go} is called
   * then.
   */
  synchronized Optional<Pace.Turn> enter(Waiting call) {
    Optional<Pace.Turn> turn = waiting.isEmpty() ? pace.get().admit() : Optional.empty();
    if (turn.isEmpty()) {
      boolean first = waiting.isEmpty();
      waiting.add(call);
      if (first) {
        waitForNext();
      }
    }
    return turn;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It fails with the timer only, at the end.
  private void waitForNext() {
    long wait = Math.min(LONGEST_WAIT_NANOS, pace.get().untilNext());
    timer.schedule(this::admit, wait, TimeUnit.NANOSECONDS);
  }

  private synchronized void admit() {
    while (!waiting.isEmpty()) {
      if (!waiting.peek().isDone()) {
        Optional<Pace.Turn> turn = pace.get().admit();
        if (turn.isEmpty()) {
          waitForNext();
          return;
        }
        waiting.peek().go(turn.get());
      }
      waiting.remove();
    }
  }
}
