package io.github.bedrocksql.adapter.client;

import com.google.common.base.Ticker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How fast an operation of an account in a Region is called: as fast as anyone likes until it is
 * throttled, then a part of the rate at which answers came, which grows again as TCP's CUBIC lets
 * it. A throttled call slows down those that are sent after it, and no rate is ever assumed: the
 * API's quotas are not published.
 */
final class Pace {
  /** What is left of the rate after a throttled call. */
  private static final double CUT = 0.7;

  /** Calls a second, by the cube of seconds. */
  private static final double GROWTH = 0.4;

  /** The same, for each call a second before the cut: a small quota is not far exceeded. */
  private static final double GROWTH_OF_EACH = 0.04;

  /** Calls a second after the first throttled call, if no answer tells of more. */
  private static final double FIRST = 1;

  /** Calls a second at least, however many are throttled. */
  private static final double LEAST = 0.25;

  /** What a further throttled call leaves of the rate at least: one may be bad luck. */
  private static final double HALF = 0.5;

  /** Calls a second from which on there is no limit. */
  private static final double ENOUGH = 10_000;

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A rate may grow, or fall, while its next call waits. */
  private static final long LONGEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Ticker ticker;

  /** Held by the next to go: calls go in the order in which they came. */
  private final ReentrantLock queue = new ReentrantLock(true);

  /** Calls a second when the last cut was made, before it; infinite: no limit. */
  private double before = Double.POSITIVE_INFINITY;

  /** What {@link #before} may be corrected to: the limit that was in force then. */
  private double limitBefore = Double.POSITIVE_INFINITY;

  private long cutAt;
  private long admittedAt;

  /** Answers a second, those long ago counting less and less. */
  private double answered;

  private long answeredAt;

  Pace(Ticker ticker) {
    this.ticker = ticker;
    this.answeredAt = ticker.read();
    this.admittedAt = answeredAt - TimeUnit.SECONDS.toNanos(1);
  }

  /**
   * Waits until a call may be sent.
   *
   * @return when that was, for {@link #answered} and {@link #throttled}
   * @throws InterruptedException if the call is no longer wanted
   */
  long await() throws InterruptedException {
    if (!isLimited()) {
      return ticker.read();
    }
    queue.lockInterruptibly();
    try {
      for (long wait = untilNext(); wait > 0; wait = untilNext()) {
        TimeUnit.NANOSECONDS.sleep(Math.min(wait, LONGEST_SLEEP_NANOS));
      }
      return admit();
    } finally {
      queue.unlock();
    }
  }

  private synchronized long admit() {
    admittedAt = ticker.read();
    return admittedAt;
  }

  /** Returns for how many nanoseconds the next call has to wait; not positive: it may go. */
  synchronized long untilNext() {
    double rate = callsPerSecond();
    return rate == Double.POSITIVE_INFINITY
        ? 0
        : admittedAt + (long) (NANOS / rate) - ticker.read();
  }

  private synchronized boolean isLimited() {
    return callsPerSecond() != Double.POSITIVE_INFINITY;
  }

  /** Returns how many calls may be sent a second; infinite for no limit. */
  synchronized double callsPerSecond() {
    if (before == Double.POSITIVE_INFINITY) {
      return before;
    }
    double growth = Math.min(GROWTH, Math.max(1, before) * GROWTH_OF_EACH);
    double untilBefore = Math.cbrt(before * (1 - CUT) / growth);
    double rate = growth * Math.pow(secondsSince(cutAt) - untilBefore, 3) + before;
    if (rate > ENOUGH) {
      before = Double.POSITIVE_INFINITY;
      return before;
    }
    return Math.max(LEAST, rate);
  }

  /** Is told of an answer to the call sent then, be it an error, that was not throttled. */
  synchronized void answered(long sentAt) {
    answered = answersPerSecond() + 1;
    answeredAt = ticker.read();
    if (before != Double.POSITIVE_INFINITY && sentAt - cutAt < 0) {
      // What was under way at the cut still tells of the rate before it.
      before = Math.max(before, Math.min(limitBefore, answered));
    }
  }

  /** Is told that the call sent then was throttled. */
  synchronized void throttled(long sentAt) {
    double limit = callsPerSecond();
    if (limit != Double.POSITIVE_INFINITY && sentAt - cutAt < 0) {
      return; // Sent before the cut, which was for it, too.
    }
    limitBefore = limit;
    before =
        limit == Double.POSITIVE_INFINITY
            ? Math.max(FIRST, answersPerSecond())
            : Math.max(LEAST, Math.max(limit * HALF, Math.min(limit, answersPerSecond())));
    cutAt = ticker.read();
  }

  private double answersPerSecond() {
    return answered * Math.exp(-secondsSince(answeredAt));
  }

  private double secondsSince(long then) {
    return (ticker.read() - then) / NANOS;
  }
}
