package io.github.bedrocksql.dialect.aggregate;

import java.math.BigDecimal;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The offset of RANGE: how far the key of a frame's edge is from the row's own.
 *
 * @param keyType of the one expression in ORDER BY
 * @param lowerMonths whether the lower bound's offset is an interval of months, else it is a number
 *     or milliseconds
 * @param upperMonths the same of the upper bound
 */
record KeyDistance(Order.Key key, SqlTypeName keyType, boolean lowerMonths, boolean upperMonths) {
  static KeyDistance of(Window.Group group, Window window) {
    Order order = Order.of(group.orderKeys);
    Order.Key key = order.keys().get(0);
    return new KeyDistance(
        key,
        window.getInput().getRowType().getFieldList().get(key.field()).getType().getSqlTypeName(),
        isMonths(group.lowerBound),
        isMonths(group.upperBound));
  }

  private static boolean isMonths(RexWindowBound bound) {
    return bound.getOffset() != null
        && SqlTypeName.YEAR_INTERVAL_TYPES.contains(bound.getOffset().getType().getSqlTypeName());
  }

  /** Returns the first row of the frame, or the one past its last; a null key has its peers. */
  int bound(Partition partition, int row, Number offset, boolean preceding, boolean first) {
    Object own = partition.value(row, key.field());
    if (own == null) {
      return first ? partition.firstPeer(row) : partition.pastPeers(row);
    }
    Object edge =
        shifted(own, offset, preceding != key.descending(), first ? lowerMonths : upperMonths);
    int low = 0;
    int high = partition.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = key.values().compare(widened(partition.value(middle, key.field())), edge);
      if (order < 0 || (order == 0 && !first)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Object shifted(Object own, Number offset, boolean back, boolean months) {
    if (months) {
      int count = back ? -offset.intValue() : offset.intValue();
      return keyType == SqlTypeName.DATE
          ? widened(DateTimeUtils.addMonths((int) own, count))
          : BigDecimal.valueOf(DateTimeUtils.addMonths((long) own, count));
    }
    BigDecimal key = (BigDecimal) widened(own);
    return back ? key.subtract(Values.decimal(offset)) : key.add(Values.decimal(offset));
  }

  /** A key as a number that an offset can be added to without overflow; a day has milliseconds. */
  private Object widened(Object value) {
    if (value == null) {
      return null;
    }
    BigDecimal number = Values.decimal((Number) value);
    return keyType == SqlTypeName.DATE
        ? number.multiply(BigDecimal.valueOf(DateTimeUtils.MILLIS_PER_DAY))
        : number;
  }
}
