package io.github.bedrocksql.dialect.aggregate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value that comes most often, of several the first in order; nulls do not count. Its arguments
 * are the value, and whether the largest is first.
 */
final class MostFrequent implements Accumulator {
  /** How often a value came. */
  private record Counted(Object value, long times) {
    Counted again() {
      return new Counted(value, times + 1);
    }
  }

  private final Map<Object, Counted> counts = new LinkedHashMap<>();
  private boolean descending;

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] != null) {
      counts.merge(
          Values.hashable(arguments[0]),
          new Counted(arguments[0], 1),
          (before, one) -> before.again());
      descending = (Boolean) arguments[1];
    }
  }

  @Override
  public Object value() {
    Comparator<Object> order = descending ? Values.NATURAL.reversed() : Values.NATURAL;
    return counts.values().stream()
        .max(
            Comparator.comparingLong(Counted::times)
                .thenComparing(Counted::value, order.reversed()))
        .map(Counted::value)
        .orElse(null);
  }
}
