package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.ListOrder;

/**
 * The order that a scan's rows must come in.
 *
 * @param keys empty for any order
 * @param server what List can be asked for: the order by the first key; NONE if it can't
 * @param onDetail whether a key is a detail: then rows are hydrated first and sorted after
 */
public record RowOrder(ImmutableList<OrderKey> keys, ListOrder server, boolean onDetail) {
  /** Returns whether rows may come in any order. */
  boolean isNone() {
    return keys.isEmpty();
  }

  /** Returns whether a key is not a column, but computed of a row. */
  boolean isComputed() {
    return keys.stream().anyMatch(key -> key.column() < 0);
  }

  /** Returns whether there are keys after the first one. */
  boolean isFurther() {
    return keys.size() > 1;
  }
}
