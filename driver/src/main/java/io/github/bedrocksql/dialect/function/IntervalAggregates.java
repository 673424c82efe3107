package io.github.bedrocksql.dialect.function;

import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlAvgAggFunction;
import org.apache.calcite.sql.fun.SqlSumAggFunction;
import org.apache.calcite.sql.type.OperandTypes;

/** SUM and AVG, which PostgreSQL has of intervals, too; they stand in the place of Calcite's. */
public final class IntervalAggregates {
  static final SqlAggFunction SUM =
      new SqlSumAggFunction(null) {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
          return isOfNumber(binding) || super.checkOperandTypes(binding, throwOnFailure);
        }
      };

  public static final SqlAggFunction AVG =
      new SqlAvgAggFunction(SqlKind.AVG) {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
          return isOfNumber(binding) || super.checkOperandTypes(binding, throwOnFailure);
        }
      };

  private IntervalAggregates() {}

  private static boolean isOfNumber(SqlCallBinding binding) {
    return OperandTypes.NUMERIC_OR_INTERVAL.checkOperandTypes(binding, false);
  }
}
