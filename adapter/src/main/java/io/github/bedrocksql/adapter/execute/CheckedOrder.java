package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.session.InFlightCalls;
import java.sql.SQLException;
import java.util.Comparator;

/** An order that ends the sorting of many rows once the statement must stop. */
record CheckedOrder(Comparator<Row> order, InFlightCalls calls) implements Comparator<Row> {
  @Override
  public int compare(Row one, Row other) {
    try {
      calls.checkRow();
    } catch (SQLException e) {
      throw Sneaky.rethrow(e);
    }
    return order.compare(one, other);
  }
}
