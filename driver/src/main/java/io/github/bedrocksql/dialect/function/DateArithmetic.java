package io.github.bedrocksql.dialect.function;

import io.github.bedrocksql.dialect.time.TimeText;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlMonotonicBinaryOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/**
 * Plus and minus as PostgreSQL has them: a time less a time is an interval, a date less a date a
 * number of days, days are added to a date, and a date and an interval make a time. The rest is as
 * Calcite has it. The validator finds these in the place of Calcite's, by their names.
 */
public final class DateArithmetic {
  public static final SqlBinaryOperator PLUS =
      new SqlMonotonicBinaryOperator(
          "+",
          SqlKind.PLUS,
          SqlStdOperatorTable.PLUS.getLeftPrec(),
          true,
          DateArithmetic::type,
          InferTypes.FIRST_KNOWN,
          OperandTypes.PLUS_OPERATOR
              .or(OperandTypes.family(SqlTypeFamily.DATE, SqlTypeFamily.INTEGER))
              .or(OperandTypes.family(SqlTypeFamily.INTEGER, SqlTypeFamily.DATE)));

  public static final SqlBinaryOperator MINUS =
      new SqlMonotonicBinaryOperator(
          "-",
          SqlKind.MINUS,
          SqlStdOperatorTable.MINUS.getLeftPrec(),
          true,
          DateArithmetic::type,
          InferTypes.FIRST_KNOWN,
          OperandTypes.MINUS_OPERATOR
              .or(OperandTypes.family(SqlTypeFamily.DATETIME, SqlTypeFamily.DATETIME))
              .or(OperandTypes.family(SqlTypeFamily.DATE, SqlTypeFamily.INTEGER)));

  /** The units of the time between two times. */
  public static final SqlIntervalQualifier DAYS_TO_SECONDS =
      new SqlIntervalQualifier(
          TimeUnit.DAY, 9, TimeUnit.SECOND, TimeText.PRECISION, SqlParserPos.ZERO);

  private static final SqlIntervalQualifier DAYS =
      new SqlIntervalQualifier(TimeUnit.DAY, 9, null, -1, SqlParserPos.ZERO);

  private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000);

  private DateArithmetic() {}

  private static RelDataType type(SqlOperatorBinding call) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType left = call.getOperandType(0);
    RelDataType right = call.getOperandType(1);
    boolean nullable = left.isNullable() || right.isNullable();
    if (SqlTypeUtil.isDatetime(left) && SqlTypeUtil.isDatetime(right)) {
      return types.createTypeWithNullability(
          isDate(left) && isDate(right)
              ? types.createSqlType(SqlTypeName.INTEGER)
              : types.createSqlIntervalType(DAYS_TO_SECONDS),
          nullable);
    }
    if (isDays(left, right) || isDays(right, left)) {
      return types.createTypeWithNullability(types.createSqlType(SqlTypeName.DATE), nullable);
    }
    if (isMoved(left, right) || isMoved(right, left)) {
      return DialectFunctions.time(call);
    }
    return ReturnTypes.NULLABLE_SUM.inferReturnType(call);
  }

  private static boolean isDate(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DATE;
  }

  private static boolean isDays(RelDataType date, RelDataType days) {
    return isDate(date) && SqlTypeUtil.isExactNumeric(days);
  }

  /** A date becomes a time by an interval, even one of days. */
  private static boolean isMoved(RelDataType date, RelDataType interval) {
    return isDate(date) && SqlTypeUtil.isInterval(interval);
  }

  /** Returns what a call is, made of Calcite's. */
  public static RexNode convert(SqlRexContext context, SqlCall call) {
    SqlValidator validator = context.getValidator();
    RelDataType left = validator.getValidatedNodeTypeIfKnown(call.operand(0));
    RelDataType right = validator.getValidatedNodeTypeIfKnown(call.operand(1));
    // Nothing is known of a call that Calcite makes up while it converts another.
    if (left != null && right != null) {
      if (SqlTypeUtil.isDatetime(left) && SqlTypeUtil.isDatetime(right)) {
        return difference(context, call, isDate(left) && isDate(right));
      }
      if (isDays(left, right) || isDays(right, left)) {
        return shifted(context, call, isDate(left) ? 0 : 1);
      }
    }
    SqlCall same = standard(call);
    if (left != null && right != null) {
      if (isMoved(left, right)) {
        same.setOperand(0, time(validator, call.operand(0), left));
      } else if (isMoved(right, left)) {
        same.setOperand(1, time(validator, call.operand(1), right));
      }
    }
    RelDataType type = validator.getValidatedNodeTypeIfKnown(call);
    if (type != null) {
      validator.setValidatedNodeType(same, type);
    }
    return StandardConvertletTable.INSTANCE.get(same).convertCall(context, same);
  }

  private static SqlNode time(SqlValidator validator, SqlNode date, RelDataType type) {
    RelDataTypeFactory types = validator.getTypeFactory();
    SqlNode time = WrittenCast.of(date, SqlTypeName.TIMESTAMP);
    validator.setValidatedNodeType(
        time,
        types.createTypeWithNullability(
            types.createSqlType(SqlTypeName.TIMESTAMP, TimeText.PRECISION), type.isNullable()));
    return time;
  }

  private static RexNode difference(SqlRexContext context, SqlCall call, boolean ofDates) {
    RexBuilder rex = context.getRexBuilder();
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    RexNode from = context.convertExpression(call.operand(0));
    RexNode less = context.convertExpression(call.operand(1));
    return ofDates
        ? days(rex, type, from, less)
        : rex.makeCall(
            type, SqlStdOperatorTable.MINUS_DATE, List.of(time(rex, from), time(rex, less)));
  }

  private static RexNode shifted(SqlRexContext context, SqlCall call, int date) {
    RexBuilder rex = context.getRexBuilder();
    BigDecimal one = call.getOperator().equals(MINUS) ? DAY.negate() : DAY;
    RexNode days =
        rex.makeCall(
            SqlStdOperatorTable.MULTIPLY,
            rex.makeIntervalLiteral(one, DAYS),
            context.convertExpression(call.operand(1 - date)));
    return rex.makeCall(
        context.getValidator().getValidatedNodeType(call),
        SqlStdOperatorTable.DATETIME_PLUS,
        List.of(context.convertExpression(call.operand(date)), days));
  }

  private static SqlCall standard(SqlCall call) {
    SqlOperator operator =
        call.getOperator().equals(PLUS) ? SqlStdOperatorTable.PLUS : SqlStdOperatorTable.MINUS;
    return operator.createCall(call.getParserPosition(), call.getOperandList());
  }

  private static RexNode days(RexBuilder rex, RelDataType type, RexNode from, RexNode less) {
    RelDataTypeFactory types = rex.getTypeFactory();
    boolean nullable = type.isNullable();
    RexNode interval =
        rex.makeCall(
            types.createTypeWithNullability(types.createSqlIntervalType(DAYS), nullable),
            SqlStdOperatorTable.MINUS_DATE,
            List.of(from, less));
    RexNode millis =
        rex.makeReinterpretCast(
            types.createTypeWithNullability(types.createSqlType(SqlTypeName.BIGINT), nullable),
            interval,
            rex.makeLiteral(false));
    return rex.makeCast(
        type, rex.makeCall(SqlStdOperatorTable.DIVIDE, millis, rex.makeBigintLiteral(DAY)));
  }

  private static RexNode time(RexBuilder rex, RexNode value) {
    RelDataTypeFactory types = rex.getTypeFactory();
    RelDataType timestamp = types.createSqlType(SqlTypeName.TIMESTAMP, TimeText.PRECISION);
    return isDate(value.getType())
        ? rex.makeCast(
            types.createTypeWithNullability(timestamp, value.getType().isNullable()), value)
        : value;
  }
}
