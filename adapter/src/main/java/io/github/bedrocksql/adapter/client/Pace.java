package io.github.bedrocksql.adapter.client;

import com.google.common.base.Ticker;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How fast an operation of an account in a Region is called: as fast as anyone likes until it is
 * throttled, then a part of the rate at which answers came, which grows again as TCP's CUBIC lets
 * it. A throttled call slows down those that are sent after it, unless slower ones are found to be
 * throttled as often; and no rate is ever assumed: the API's quotas are not published.
 */
final class Pace {
  /** What is left of the rate after a throttled call. */
  private static final double CUT = 0.7;

  /** Calls a second, by the cube of seconds. */
  private static final double GROWTH = 0.4;

  /** The same, for each call a second before the cut: a small quota is not far exceeded. */
  private static final double GROWTH_OF_EACH = 0.04;

  /** Calls a second after the first throttled call, if no answer shows that more are possible. */
  private static final double FIRST = 1;

  /** Calls a second at least, however many are throttled. */
  private static final double LEAST = 1;

  /** How many times the rate is tried where a slower one is throttled as often. */
  private static final double RAISE = 2;

  /** Calls that tell whether a cut was enough. */
  private static final int ENOUGH_CALLS = 6;

  /** What a further throttled call leaves of the rate at least: one may be bad luck. */
  private static final double HALF = 0.5;

  /** Calls a second from which on there is no limit. */
  private static final double ENOUGH = 10_000;

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Ticker ticker;
  private final Answered parts;

  /** Calls a second when the last cut was made, before it; infinite: no limit. */
  private double before = Double.POSITIVE_INFINITY;

  /** What {@link #before} may be corrected to: the limit that was in force then. */
  private double limitBefore = Double.POSITIVE_INFINITY;

  private long cutAt;

  /** Outcomes of calls sent since then. */
  private int sinceCut;

  private long admittedAt;

  /** Answers a second, those long ago counting less and less. */
  private double answered;

  private long answeredAt;

  /**
   * A call that may be sent.
   *
   * @param at when that was
   * @param callsPerSecond the rate that it is sent at
   */
  record Turn(long at, double callsPerSecond) {}

  Pace(Ticker ticker) {
    this.ticker = ticker;
    this.parts = new Answered(ticker);
    this.answeredAt = ticker.read();
    this.admittedAt = answeredAt - TimeUnit.SECONDS.toNanos(1);
  }

  /** Returns the turn of a call that may be sent now; empty if it has to wait. */
  synchronized Optional<Turn> admit() {
    if (untilNext() > 0) {
      return Optional.empty();
    }
    admittedAt = ticker.read();
    return Optional.of(new Turn(admittedAt, callsPerSecond()));
  }

  /** Returns for how many nanoseconds the next call has to wait; not positive: it may go. */
  synchronized long untilNext() {
    double rate = callsPerSecond();
    return rate == Double.POSITIVE_INFINITY
        ? 0
        : admittedAt + (long) (NANOS / rate) - ticker.read();
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

  /** Records an answer that was not throttled, even if it is an error. */
  synchronized void answered(Turn turn) {
    answered = answersPerSecond() + 1;
    answeredAt = ticker.read();
    if (!isBeforeCut(turn)) {
      sinceCut++;
      parts.add(turn.callsPerSecond(), true);
    } else {
      // Calls under way at the cut were still sent at the rate before it.
      before = Math.max(before, Math.min(limitBefore, answered));
    }
  }

  /** Records a call that was throttled. */
  synchronized void throttled(Turn turn) {
    if (isBeforeCut(turn)) {
      return; // The cut was for it, too.
    }
    parts.add(turn.callsPerSecond(), false);
    sinceCut++;
    double limit = callsPerSecond();
    boolean first = limit == Double.POSITIVE_INFINITY;
    if (!first && sinceCut < ENOUGH_CALLS && turn.callsPerSecond() < before) {
      return;
    }
    if (parts.wouldGrow(turn.callsPerSecond(), turn.callsPerSecond() <= LEAST)) {
      limitBefore = limit;
      startFrom(
          first
              ? Math.max(FIRST, answersPerSecond())
              : Math.max(LEAST, Math.max(limit * HALF, Math.min(limit, answersPerSecond()))));
    } else if (!first) {
      limitBefore = limit * RAISE;
      startFrom(limit * RAISE / CUT);
    }
  }

  /** Goes on at a part of a rate, and up to it again. */
  private void startFrom(double rate) {
    before = rate;
    cutAt = ticker.read();
    sinceCut = 0;
  }

  private boolean isBeforeCut(Turn turn) {
    return before != Double.POSITIVE_INFINITY && turn.at() - cutAt < 0;
  }

  private double answersPerSecond() {
    return answered * Math.exp(-secondsSince(answeredAt));
  }

  private double secondsSince(long then) {
    return (ticker.read() - then) / NANOS;
  }
}
