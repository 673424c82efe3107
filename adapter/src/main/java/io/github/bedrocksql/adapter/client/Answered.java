package io.github.bedrocksql.adapter.client;

import com.google.common.base.Ticker;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The share of calls that are answered rather than throttled, by how fast they are sent. It
 * distinguishes a quota, under which a larger share of slower calls is answered, from a server that
 * throttles at random or because of others' calls, where the share is the same at any rate.
 */
final class Answered {
  /** Calls needed to measure a share. */
  private static final double ENOUGH = 10;

  /** A part so many times another is not so by chance. */
  private static final double LARGER = 1.3;

  private static final double NEXT_TO_NOTHING = 0.1;

  /** What is half forgotten after so long: quotas change, and others come and go. */
  private static final double HALF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Rates beyond are one: that of calls without a limit. */
  private static final int TOP = 14;

  private static final Count NONE = new Count(0, 0, 0);

  private final Ticker ticker;

  /** By the logarithm of the calls a second, to base 2. */
  private final TreeMap<Integer, Count> counts = new TreeMap<>();

  Answered(Ticker ticker) {
    this.ticker = ticker;
  }

  private record Count(double answered, double throttled, long at) {
    double calls() {
      return answered + throttled;
    }

    double part() {
      return (answered + 0.5) / (calls() + 1);
    }

    Count at(long now) {
      double left = Math.pow(0.5, (now - at) / HALF_LIFE_NANOS);
      return new Count(answered * left, throttled * left, now);
    }

    Count plus(Count other) {
      return new Count(answered + other.answered, throttled + other.throttled, at);
    }
  }

  /** Records a call that was sent at a rate. */
  void add(double callsPerSecond, boolean answered) {
    Count one = new Count(answered ? 1 : 0, answered ? 0 : 1, ticker.read());
    counts.merge(step(callsPerSecond), one, (old, more) -> old.at(more.at()).plus(more));
  }

  /**
   * Returns whether fewer of the calls may be throttled if they are sent more slowly; true unless
   * it has been tried, and as many were throttled.
   *
   * @param slowest whether there is no slower rate
   */
  boolean wouldGrow(double callsPerSecond, boolean slowest) {
    int step = step(callsPerSecond);
    Count here = sum(Stream.ofNullable(counts.get(step)));
    if (here.part() < NEXT_TO_NOTHING) {
      return true;
    }
    Count slower = sum(counts.headMap(step).values().stream());
    if (slower.calls() >= ENOUGH) {
      return slower.part() > here.part() * LARGER;
    }
    Count faster = sum(counts.tailMap(step, false).values().stream());
    boolean tried = faster.calls() >= ENOUGH || slowest;
    return here.calls() < ENOUGH || !tried || (!slowest && here.part() > faster.part() * LARGER);
  }

  private Count sum(Stream<Count> some) {
    long now = ticker.read();
    return some.map(count -> count.at(now)).reduce(NONE.at(now), Count::plus);
  }

  private static int step(double callsPerSecond) {
    return Math.min(TOP, Math.getExponent(callsPerSecond));
  }
}
