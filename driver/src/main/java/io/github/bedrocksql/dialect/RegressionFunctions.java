package io.github.bedrocksql.dialect;

import java.util.stream.Stream;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** Aggregates of two numbers that Calcite knows the names of only. */
final class RegressionFunctions {
  static final SqlOperatorTable TABLE =
      SqlOperatorTables.of(
          Stream.of(
                  "CORR",
                  "REGR_SLOPE",
                  "REGR_INTERCEPT",
                  "REGR_R2",
                  "REGR_AVGX",
                  "REGR_AVGY",
                  "REGR_SXY")
              .map(RegressionFunctions::of)
              .toList());

  private RegressionFunctions() {}

  private static SqlAggFunction of(String name) {
    return SqlBasicAggFunction.create(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.DOUBLE.andThen(SqlTypeTransforms.FORCE_NULLABLE),
        OperandTypes.NUMERIC_NUMERIC);
  }
}
