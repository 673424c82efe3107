package io.github.bedrocksql.dialect.function;

import com.google.common.collect.ImmutableSet;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * ROUND and TRUNCATE, whose result has as many digits after the point as are asked for: {@code
 * round(100.0 / 9, 1)} is 11.1. Calcite keeps those of the number, and makes them zeros.
 */
public final class RoundedNumbers {
  private static final int DIGITS = 38;

  private static final SqlFunction ROUND = of("ROUND");
  private static final SqlFunction TRUNCATE = of("TRUNCATE");

  public static final ImmutableSet<SqlOperator> FUNCTIONS = ImmutableSet.of(ROUND, TRUNCATE);

  private RoundedNumbers() {}

  /** Returns the function that stands in the place of Calcite's; the call itself for another. */
  public static SqlNode rewritten(SqlCall call, String name) {
    SqlFunction function =
        switch (name) {
          case "ROUND" -> ROUND;
          case "TRUNC", "TRUNCATE" -> TRUNCATE;
          default -> null;
        };
    return function == null || FUNCTIONS.contains(call.getOperator())
        ? call
        : function.createCall(call.getParserPosition(), call.getOperandList());
  }

  private static SqlFunction of(String name) {
    return SqlBasicFunction.create(
            name + " DIGITS",
            RoundedNumbers::type,
            OperandTypes.NUMERIC_OPTIONAL_INTEGER,
            SqlFunctionCategory.NUMERIC)
        .withOperandTypeInference(
            (call, result, operands) -> {
              InferTypes.FIRST_KNOWN.inferOperandTypes(call, result, operands);
              if (operands.length > 1) {
                operands[1] = call.getTypeFactory().createSqlType(SqlTypeName.INTEGER);
              }
            });
  }

  private static RelDataType type(SqlOperatorBinding call) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType number = call.getOperandType(0);
    boolean nullable = call.collectOperandTypes().stream().anyMatch(RelDataType::isNullable);
    Integer digits = digits(call);
    if (digits == null || !SqlTypeUtil.isExactNumeric(number)) {
      return types.createTypeWithNullability(number, nullable);
    }
    RelDataType decimal = types.decimalOf(number);
    if (call.getOperandCount() == 1 && SqlTypeUtil.isIntType(number)) {
      return number;
    }
    int whole = decimal.getPrecision() - decimal.getScale();
    int scale = Math.max(digits, 0);
    return types.createTypeWithNullability(
        types.createSqlType(
            SqlTypeName.DECIMAL, Math.min(whole + 1 + scale, DIGITS), Math.min(scale, DIGITS)),
        nullable);
  }

  /** How many digits are asked for, null if that is not known. */
  private static Integer digits(SqlOperatorBinding call) {
    if (call.getOperandCount() == 1) {
      return 0;
    }
    SqlNode operand = ((SqlCallBinding) call).operand(1);
    int sign = 1;
    if (operand instanceof SqlCall minus
        && minus.getOperator().equals(SqlStdOperatorTable.UNARY_MINUS)) {
      operand = minus.operand(0);
      sign = -1;
    }
    return operand instanceof SqlNumericLiteral number && number.isInteger()
        ? (Integer) (sign * ((SqlLiteral) number).intValue(true))
        : null;
  }

  public static RexNode convert(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    SqlOperator standard =
        call.getOperator().equals(ROUND) ? SqlStdOperatorTable.ROUND : SqlStdOperatorTable.TRUNCATE;
    RexNode rounded =
        rex.makeCall(
            standard, call.getOperandList().stream().map(context::convertExpression).toList());
    return rounded.getType().equals(type) ? rounded : rex.makeAbstractCast(type, rounded, false);
  }
}
