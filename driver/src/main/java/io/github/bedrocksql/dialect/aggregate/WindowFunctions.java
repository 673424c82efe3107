package io.github.bedrocksql.dialect.aggregate;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.apache.calcite.rel.core.Window.RexWinAggCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;

/** Which functions there are, and what runs them. */
final class WindowFunctions {
  private static final Set<SqlKind> RANKS =
      ImmutableSet.of(
          SqlKind.ROW_NUMBER,
          SqlKind.RANK,
          SqlKind.DENSE_RANK,
          SqlKind.PERCENT_RANK,
          SqlKind.CUME_DIST,
          SqlKind.NTILE);

  private static final Set<SqlKind> OTHER_ROWS =
      ImmutableSet.of(
          SqlKind.LAG, SqlKind.LEAD, SqlKind.FIRST_VALUE, SqlKind.LAST_VALUE, SqlKind.NTH_VALUE);

  private WindowFunctions() {}

  static boolean isKnown(RexWinAggCall call) {
    return RANKS.contains(call.getKind())
        || OTHER_ROWS.contains(call.getKind())
        || Accumulators.isKnown(function(call));
  }

  static WindowFunction of(RexWinAggCall call) {
    int[] arguments = call.getOperands().stream().mapToInt(WindowFunctions::field).toArray();
    if (RANKS.contains(call.getKind())) {
      return new Ranking(call.getKind(), call.getType().getSqlTypeName(), arguments);
    }
    if (OTHER_ROWS.contains(call.getKind())) {
      return new OtherRow(
          call.getKind(), call.getType().getSqlTypeName(), arguments, call.ignoreNulls);
    }
    return new AggregateOver(
        Accumulators.of(function(call), call.getType().getSqlTypeName()), arguments, call.distinct);
  }

  private static SqlAggFunction function(RexWinAggCall call) {
    return (SqlAggFunction) call.getOperator();
  }

  /** Returns the number of the field that an argument is. */
  static int field(RexNode argument) {
    return ((RexInputRef) argument).getIndex();
  }
}
