package io.github.bedrocksql.dialect.aggregate;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The rows that a function sees for one row.
 *
 * @param start the first
 * @param end past the last; not before {@code start}
 * @param excluded which of those it does not see all the same; null if it sees them all
 */
record Frame(int start, int end, IntPredicate excluded) {
  boolean sees(int row) {
    return excluded == null || !excluded.test(row);
  }

  /** Returns the n-th row that counts, from the first (n = 1) or, going back, from the last. */
  OptionalInt nth(long n, boolean fromLast, IntPredicate counts) {
    long left = n;
    for (int i = 0; i < end - start; i++) {
      int row = fromLast ? end - 1 - i : start + i;
      if (sees(row) && counts.test(row) && --left == 0) {
        return OptionalInt.of(row);
      }
    }
    return OptionalInt.empty();
  }
}
