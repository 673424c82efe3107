package io.github.bedrocksql.dialect.aggregate;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.run.PlanRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The value that a share of all values is not above; nulls do not count. Its arguments are the
 * value, the share from 0 to 1, and whether the values are taken from the largest down.
 */
final class Percentile implements Accumulator {
  private final boolean continuous;
  private final SqlTypeName type;
  private final List<Object> values = new ArrayList<>();
  private double share;
  private boolean descending;

  /**
   * Starts without values.
   *
   * @param continuous whether what lies between two values is made of both of them
   */
  Percentile(boolean continuous, SqlTypeName type) {
    this.continuous = continuous;
    this.type = type;
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] != null && arguments[1] != null) {
      values.add(arguments[0]);
      share = share((Number) arguments[1]);
      descending = (Boolean) arguments[2];
    }
  }

  private static double share(Number share) {
    double value = share.doubleValue();
    if (value >= 0 && value <= 1) {
      return value;
    }
    throw new Refusal(
        SqlState.NUMBER_OUT_OF_RANGE.exception(
            "A percentile must be between 0 and 1, not " + share));
  }

  @Override
  public Object value() {
    if (values.isEmpty()) {
      return null;
    }
    Comparator<Object> order = Values.NATURAL;
    values.sort(PlanRun.ofThread().checked(descending ? order.reversed() : order));
    return continuous ? between() : values.get(Math.max((int) Math.ceil(share * count()) - 1, 0));
  }

  private int count() {
    return values.size();
  }

  private Object between() {
    double place = share * (count() - 1);
    double below = number((int) Math.floor(place));
    double above = number((int) Math.ceil(place));
    double value = below + (place - Math.floor(place)) * (above - below);
    return type == SqlTypeName.DOUBLE ? (Object) value : Values.as(Math.round(value), type);
  }

  private double number(int place) {
    return ((Number) values.get(place)).doubleValue();
  }
}
