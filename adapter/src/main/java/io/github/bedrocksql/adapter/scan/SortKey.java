package io.github.bedrocksql.adapter.scan;

import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/**
 * One key of an order.
 *
 * @param expression over the table's columns
 * @param nullsFirst where nulls go, whatever the direction
 */
public record SortKey(RexNode expression, boolean descending, boolean nullsFirst) {
  /** Returns the table's ordinal of the column that the key is, -1 if it is an expression. */
  public int column() {
    return expression instanceof RexInputRef ref ? ref.getIndex() : -1;
  }
}
