package io.github.bedrocksql.dialect.time;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.apache.calcite.linq4j.function.Strict;

/** What a plan's generated code calls for {@code generate_series(first, last, step)}. */
public final class SeriesFunctions {
  /** How many elements a series has at most: they are all held. */
  private static final int LONGEST = 1_000_000;

  /** PostgreSQL's length of a month where only the sign of an interval matters. */
  private static final long MONTH = Duration.ofDays(30).toMillis();

  private SeriesFunctions() {}

  /** A series of whole numbers. */
  @Strict
  public static List<Long> numbers(long first, long last, long step) {
    return series(first, n -> step > 0 ? n <= last : n >= last, n -> Math.addExact(n, step), step);
  }

  /**
   * A series of times, in milliseconds since 1970. Each follows from the one before it, so that
   * months go from January 31 to February 28 and March 28.
   */
  @Strict
  public static List<Long> times(long first, long last, long months, long millis) {
    long length = months * MONTH + millis;
    return series(
        first,
        time -> length > 0 ? time <= last : time >= last,
        time -> later(time, months) + millis,
        length);
  }

  private static long later(long time, long months) {
    return months == 0
        ? time
        : TimeFunctions.millis(TimeFunctions.dateTime(time).plusMonths(months));
  }

  private static List<Long> series(
      long first, LongPredicate within, LongUnaryOperator next, long step) {
    if (step == 0) {
      throw new Refusal(
          SqlState.INVALID_PARAMETER.exception("generate_series takes a step other than 0"));
    }
    ImmutableList.Builder<Long> series = ImmutableList.builder();
    int count = 0;
    for (long element = first; within.test(element); element = next.applyAsLong(element)) {
      count++;
      if (count > LONGEST) {
        throw new Refusal(
            SqlState.LIMIT_EXCEEDED.exception(
                "generate_series returns at most " + LONGEST + " elements"));
      }
      series.add(element);
    }
    return series.build();
  }
}
