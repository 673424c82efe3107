package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.access.ListOrder;
import java.util.Comparator;

/**
 * The order that a scan's rows must come in.
 *
 * @param comparator compares rows
 * @param server what List can be asked for: the order by the first key; NONE if it can't
 * @param further whether there are keys after that first one
 * @param onDetail whether a key is a detail: then rows are hydrated first and sorted after
 */
public record RowOrder(
    Comparator<Object[]> comparator, ListOrder server, boolean further, boolean onDetail) {
  /** Any order. */
  public static final RowOrder NONE =
      new RowOrder(Comparator.comparingInt(row -> 0), ListOrder.NONE, false, false);

  /** Returns whether rows may come in any order. */
  boolean isNone() {
    return equals(NONE);
  }
}
