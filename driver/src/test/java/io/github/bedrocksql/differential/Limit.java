package io.github.bedrocksql.differential;

import java.util.function.Supplier;

/**
 * How many rows of which.
 *
 * @param sql {@code LIMIT} and the like
 */
record Limit(Fragment sql, Check.Part part) {
  private static final long ALL = Long.MAX_VALUE;

  /** Without parameters: H2 takes no 0 for one in a derived table whose plan it makes again. */
  static Limit literal(Dice dice) {
    long rows = dice.of(0L, 1L, 2L, 5L, 10L, 40L, 5000L);
    return new Limit(Fragment.text(" LIMIT " + rows), new Check.Part(rows, 0));
  }

  static Limit of(Dice dice, Operands operands) {
    Supplier<Object> limits = () -> dice.of(0L, 1L, 1L, 2L, 3L, 5L, 10L, 40L, 5000L);
    Supplier<Object> offsets = () -> dice.of(0L, 1L, 3L, 7L, 45L, 5000L);
    long rows = (Long) limits.get();
    long skipped = (Long) offsets.get();
    Fragment limit = operands.number(rows, limits);
    Fragment offset = operands.number(skipped, offsets);
    Check.Part both = new Check.Part(rows, skipped);
    return dice.<Limit>choice()
        .add(6, () -> new Limit(Fragment.of(" LIMIT @", limit), new Check.Part(rows, 0)))
        .add(3, () -> new Limit(Fragment.of(" LIMIT @ OFFSET @", limit, offset), both))
        .add(
            1, () -> new Limit(Fragment.of(" OFFSET @ ROWS", offset), new Check.Part(ALL, skipped)))
        .add(
            2,
            () ->
                new Limit(
                    Fragment.of(" OFFSET @ ROWS FETCH NEXT @ ROWS ONLY", offset, limit), both))
        .add(
            1,
            () ->
                new Limit(Fragment.of(" FETCH FIRST @ ROWS ONLY", limit), new Check.Part(rows, 0)))
        .make();
  }
}
