package io.github.bedrocksql.dialect.aggregate;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A value of another row: of the partition (LAG, LEAD) or of the frame.
 *
 * @param arguments the value; for LAG and LEAD the offset and the value where there is no such row;
 *     for NTH_VALUE the number of the row
 */
record OtherRow(SqlKind kind, SqlTypeName type, int[] arguments, boolean ignoreNulls)
    implements WindowFunction {
  OtherRow {
    arguments = arguments.clone();
  }

  @Override
  public void evaluate(Partition partition, FrameRule frames, int output) {
    IntPredicate counts = i -> !ignoreNulls || partition.value(i, arguments[0]) != null;
    for (int row = 0; row < partition.size(); row++) {
      Object value = value(partition, frames, row, counts);
      partition.set(row, output, value instanceof Number number ? Values.as(number, type) : value);
    }
  }

  private Object value(Partition partition, FrameRule frames, int row, IntPredicate counts) {
    OptionalInt other =
        switch (kind) {
          case LAG, LEAD -> {
            Number offset = arguments.length > 1 ? (Number) partition.value(row, arguments[1]) : 1;
            if (offset == null) {
              yield null;
            }
            long ahead = kind == SqlKind.LEAD ? offset.longValue() : -offset.longValue();
            yield away(partition, row, ahead, counts);
          }
          case FIRST_VALUE -> frames.of(partition, row).nth(1, false, counts);
          case LAST_VALUE -> frames.of(partition, row).nth(1, true, counts);
          default -> {
            Number n = (Number) partition.value(row, arguments[1]);
            if (n == null) {
              yield null;
            }
            if (n.longValue() < 1) {
              throw new Refusal(
                  SqlState.INVALID_NTH_VALUE_ARGUMENT.exception(
                      "NTH_VALUE takes a number greater than 0, not " + n));
            }
            yield frames.of(partition, row).nth(n.longValue(), false, counts);
          }
        };
    if (other == null) {
      return null;
    }
    if (other.isPresent()) {
      return partition.value(other.getAsInt(), arguments[0]);
    }
    boolean defaulted = arguments.length > 2;
    return defaulted ? partition.value(row, arguments[2]) : null;
  }

  /** Returns the row so many ahead, of those that count; the row itself is none away. */
  private static OptionalInt away(Partition partition, int row, long ahead, IntPredicate counts) {
    int step = Long.signum(ahead);
    long left = Math.abs(ahead);
    int other = row;
    while (left > 0) {
      other += step;
      if (other < 0 || other >= partition.size()) {
        return OptionalInt.empty();
      }
      left -= counts.test(other) ? 1 : 0;
    }
    return OptionalInt.of(other);
  }
}
