package io.github.bedrocksql.dialect;

import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlAvgAggFunction;
import org.apache.calcite.sql.fun.SqlSumAggFunction;
import org.apache.calcite.sql.type.OperandTypes;

/** SUM and AVG, which PostgreSQL has of intervals, too; they stand in the place of Calcite's. */
final class IntervalAggregates {
  static final SqlAggFunction SUM =
      new SqlSumAggFunction(null) {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
          return isOfNumber(binding) || super.checkOperandTypes(binding, throwOnFailure);
        }
      };

  static final SqlAggFunction AVG =
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
