package io.github.bedrocksql.adapter.client;

import com.google.common.collect.Sets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Ends attempts of a connection that take too long. One tick looks at all that are under way, while
 * any are: a timer of its own for each attempt, as the SDK has it, wakes a thread at each. It
 * looks, too, whether those who lend the thread of an attempt still want it.
 */
final class Deadlines {
  /** As often as a waiting statement looks at its own deadline. */
  private static final long TICK_MILLIS = 20;

  /** Ticks without an attempt under way before they stop. */
  private static final int MOST_IDLE_TICKS = 50;

  private final ScheduledExecutorService timer;
  private final Set<Attempt> underWay = Sets.newConcurrentHashSet();
  private final AtomicBoolean ticking = new AtomicBoolean();

  Deadlines(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** One attempt, in the thread that makes it. */
  private static final class Attempt {
    private final CallTrace trace;
    private final Thread thread = Thread.currentThread();
    private final long deadlineNanos;
    private boolean ended;
    private boolean expired;
    private boolean interrupted;

    Attempt(CallTrace trace, Duration limit) {
      this.trace = trace;
      this.deadlineNanos = System.nanoTime() + limit.toNanos();
    }

    synchronized void look(long now) {
      if (ended) {
        return;
      }
      Optional<Runnable> caller = trace.look();
      caller.ifPresent(Runnable::run);
      if (!expired && now - deadlineNanos >= 0) {
        expired = true;
        trace.abort();
        if (caller.isEmpty()) {
          thread.interrupt(); // It may wait for credentials instead of the answer.
          interrupted = true;
        }
      }
    }

    synchronized boolean isExpired() {
      return expired;
    }

    /** Nothing interrupts the thread any longer. */
    synchronized void end() {
      ended = true;
      if (interrupted) {
        Thread.interrupted();
      }
    }
  }

  /**
   * Makes an attempt.
   *
   * @throws ApiCallTimeoutException if it failed because it was ended at its limit
   */
  <T> T within(Duration limit, CallTrace trace, Supplier<T> work) {
    Attempt attempt = new Attempt(trace, limit);
    underWay.add(attempt);
    tick();
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (attempt.isExpired()) {
        throw ApiCallTimeoutException.builder()
            .message("The call took longer than " + limit.toMillis() + " ms")
            .cause(e)
            .build();
      }
      throw e;
    } finally {
      attempt.end();
      underWay.remove(attempt);
    }
  }

  private void tick() {
    if (ticking.compareAndSet(false, true)) {
      schedule(0);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It fails with the timer only, at the end.
  private void schedule(int idleTicks) {
    try {
      timer.schedule(() -> look(idleTicks), TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The connection is closed: that has ended its calls.
      ticking.set(false);
    }
  }

  private void look(int idleTicks) {
    long now = System.nanoTime();
    underWay.forEach(attempt -> attempt.look(now));
    if (!underWay.isEmpty()) {
      schedule(0);
    } else if (idleTicks < MOST_IDLE_TICKS) {
      schedule(idleTicks + 1);
    } else {
      ticking.set(false);
      if (!underWay.isEmpty()) {
        tick(); // One began in between, and found it ticking.
      }
    }
  }
}
