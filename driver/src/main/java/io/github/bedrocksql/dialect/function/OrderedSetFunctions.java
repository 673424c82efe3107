package io.github.bedrocksql.dialect.function;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Aggregates of the first operand in its order; the last says whether that is descending. */
public final class OrderedSetFunctions {
  public static final SqlAggFunction PERCENTILE_CONT =
      SqlBasicAggFunction.create(
          "PERCENTILE_CONT",
          SqlKind.OTHER_FUNCTION,
          OrderedSetFunctions::between,
          OperandTypes.family(SqlTypeFamily.NUMERIC, SqlTypeFamily.NUMERIC, SqlTypeFamily.BOOLEAN)
              .or(
                  OperandTypes.family(
                      SqlTypeFamily.DATETIME_INTERVAL,
                      SqlTypeFamily.NUMERIC,
                      SqlTypeFamily.BOOLEAN)));

  public static final SqlAggFunction PERCENTILE_DISC =
      SqlBasicAggFunction.create(
          "PERCENTILE_DISC",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.ARG0_FORCE_NULLABLE,
          OperandTypes.family(SqlTypeFamily.ANY, SqlTypeFamily.NUMERIC, SqlTypeFamily.BOOLEAN));

  public static final SqlAggFunction MODE =
      SqlBasicAggFunction.create(
          "MODE",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.ARG0_FORCE_NULLABLE,
          OperandTypes.family(SqlTypeFamily.ANY, SqlTypeFamily.BOOLEAN));

  private OrderedSetFunctions() {}

  private static RelDataType between(SqlOperatorBinding call) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType value = call.getOperandType(0);
    return types.createTypeWithNullability(
        SqlTypeUtil.isInterval(value) ? value : types.createSqlType(SqlTypeName.DOUBLE), true);
  }
}
