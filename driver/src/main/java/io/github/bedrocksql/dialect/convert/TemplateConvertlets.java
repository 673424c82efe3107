package io.github.bedrocksql.dialect.convert;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;

/** {@code to_char}, {@code to_date} and {@code to_timestamp}. */
final class TemplateConvertlets {
  /** The functions that {@link #convert} is for. */
  static final ImmutableSet<SqlOperator> FUNCTIONS =
      ImmutableSet.of(
          DialectFunctions.TO_CHAR, DialectFunctions.TO_DATE, DialectFunctions.TO_TIMESTAMP);

  private TemplateConvertlets() {}

  static RexNode convert(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    List<RexNode> operands =
        call.getOperandList().stream().map(context::convertExpression).toList();
    if (operands.size() == 1) {
      RelDataType seconds = rex.getTypeFactory().createSqlType(SqlTypeName.DOUBLE);
      return rex.makeCall(
          type, DialectFunctions.OF_EPOCH, List.of(rex.ensureType(seconds, operands.get(0), true)));
    }
    if (call.getOperator().equals(DialectFunctions.TO_CHAR)) {
      return written(rex, type, operands);
    }
    return rex.makeCall(type, implementation(call.getOperator()), operands);
  }

  private static RexNode written(RexBuilder rex, RelDataType type, List<RexNode> operands) {
    RelDataType value = operands.get(0).getType();
    if (SqlTypeUtil.isNumeric(value)) {
      RelDataType decimal = rex.getTypeFactory().decimalOf(value);
      RexNode number =
          decimal.equals(value)
              ? operands.get(0)
              : rex.makeCast(
                  rex.getTypeFactory()
                      .createTypeWithNullability(
                          SqlTypeUtil.isApproximateNumeric(value)
                              ? rex.getTypeFactory().createSqlType(SqlTypeName.DECIMAL, 38, 15)
                              : decimal,
                          value.isNullable()),
                  operands.get(0));
      return rex.makeCall(type, DialectFunctions.WRITTEN_NUMBER, List.of(number, operands.get(1)));
    }
    return rex.makeCall(
        type,
        SqlTypeUtil.isInterval(value)
            ? DialectFunctions.WRITTEN_INTERVAL
            : DialectFunctions.WRITTEN,
        operands);
  }

  private static SqlOperator implementation(SqlOperator function) {
    return function.equals(DialectFunctions.TO_DATE)
        ? DialectFunctions.READ_DATE
        : DialectFunctions.READ_TIME;
  }
}
