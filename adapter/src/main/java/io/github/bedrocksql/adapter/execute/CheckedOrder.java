package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.session.ScanCalls;
import java.sql.SQLException;
import java.util.Comparator;

/** An order that ends the sorting of many rows once the statement must stop. */
record CheckedOrder(Comparator<Object[]> order, ScanCalls calls) implements Comparator<Object[]> {
  @Override
  public int compare(Object[] one, Object[] other) {
    try {
      calls.checkRow();
    } catch (SQLException e) {
      throw Sneaky.rethrow(e);
    }
    return order.compare(one, other);
  }
}
