package io.github.bedrocksql.dialect.convert;

import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.dialect.function.Casts;
import io.github.bedrocksql.dialect.function.DateArithmetic;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import io.github.bedrocksql.dialect.function.FieldFunction;
import io.github.bedrocksql.dialect.function.IntervalAggregates;
import io.github.bedrocksql.dialect.function.JsonFunctions;
import io.github.bedrocksql.dialect.function.RoundedNumbers;
import io.github.bedrocksql.dialect.time.TimeFunctions;
import io.github.bedrocksql.dialect.time.TimeText;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlInternalOperators;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.apache.calcite.util.TimestampString;

/**
 * How a call becomes a row expression, where this dialect's is another than Calcite's. Casts that
 * the validator puts in, as in {@code creation_time > '2026-01-01T00:00:00Z'}, come by here, too.
 */
public final class DialectConvertlets implements SqlRexConvertletTable {
  public static final DialectConvertlets INSTANCE = new DialectConvertlets();

  private DialectConvertlets() {}

  @Override
  public SqlRexConvertlet get(SqlCall call) {
    SqlOperator operator = call.getOperator();
    if (operator.equals(DateArithmetic.PLUS) || operator.equals(DateArithmetic.MINUS)) {
      return DateArithmetic::convert;
    }
    if (operator.equals(SqlStdOperatorTable.CURRENT_CATALOG)
        || operator.equals(SqlStdOperatorTable.CURRENT_SCHEMA)) {
      return DialectConvertlets::database;
    }
    if (operator.equals(IntervalAggregates.AVG)) {
      return StandardConvertletTable.INSTANCE.get(
          SqlStdOperatorTable.AVG.createCall(call.getParserPosition(), call.getOperandList()));
    }
    if (operator.equals(SqlInternalOperators.CAST_NOT_NULL)) {
      // Of COALESCE. A null that is cast so is 0 to a comparison, once the CASE is simplified.
      return (context, cast) -> context.convertExpression(cast.operand(0));
    }
    SqlRexConvertlet standard = StandardConvertletTable.INSTANCE.get(call);
    if (operator.equals(SqlStdOperatorTable.CAST)) {
      return (context, cast) ->
          Casts.cut(
              context.getRexBuilder(), cast(context, standard.convertCall(context, cast), cast));
    }
    if (operator.getKind() == SqlKind.CASE) {
      return (context, choice) -> choice(context, choice, standard.convertCall(context, choice));
    }
    if (RoundedNumbers.FUNCTIONS.contains(operator)) {
      return RoundedNumbers::convert;
    }
    if (operator.equals(FieldFunction.INSTANCE)) {
      return FieldFunction::convert;
    }
    if (operator.equals(Casts.NUMERIC)) {
      return Casts::numeric;
    }
    if (JsonFunctions.CONVERTLETS.containsKey(operator)) {
      return JsonFunctions.CONVERTLETS.get(operator);
    }
    if (operator.getName().contains("JSON")) {
      return JsonConvertlets.of(operator).orElse(standard);
    }
    if (TemplateConvertlets.FUNCTIONS.contains(operator)) {
      return TemplateConvertlets::convert;
    }
    if (SqlKind.COMPARISON.contains(operator.getKind()) && call.operandCount() == 2) {
      return (context, comparison) -> Casts.compared(context, comparison, standard);
    }
    if (operator instanceof SqlLikeOperator) {
      return PatternConvertlets::convert;
    }
    if (RegexConvertlets.isSearch(operator)) {
      return RegexConvertlets::convert;
    }
    if (operator.equals(DialectFunctions.NOW)) {
      return DialectConvertlets::now;
    }
    if (operator.equals(DialectFunctions.DATE_TRUNC)) {
      return DialectConvertlets::truncation;
    }
    return standard;
  }

  /** What is never null is so as a whole, even where a choice that is cast could be. */
  private static RexNode choice(SqlRexContext context, SqlCall call, RexNode converted) {
    RelDataType type = context.getValidator().getValidatedNodeTypeIfKnown(call);
    return type == null || type.isNullable() || !converted.getType().isNullable()
        ? converted
        : context.getRexBuilder().makeNotNull(converted);
  }

  private static RexNode database(SqlRexContext context, SqlCall call) {
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    return context.getRexBuilder().makeLiteral(BedrockSchema.NAME, type, true);
  }

  private static RexNode now(SqlRexContext context, SqlCall call) {
    return context
        .getRexBuilder()
        .makeCall(
            context.getValidator().getValidatedNodeType(call),
            SqlStdOperatorTable.CURRENT_TIMESTAMP,
            List.of());
  }

  private static RexNode cast(SqlRexContext context, RexNode converted, SqlCall call) {
    if (converted.getKind() != SqlKind.CAST) {
      return converted;
    }
    RexNode operand = ((RexCall) converted).getOperands().get(0);
    SqlTypeName from = operand.getType().getSqlTypeName();
    SqlTypeName to = converted.getType().getSqlTypeName();
    RexBuilder rex = context.getRexBuilder();
    if (SqlTypeUtil.isCharacter(operand.getType())
        && (to == SqlTypeName.TIMESTAMP || to == SqlTypeName.DATE)) {
      return rex.makeCast(converted.getType(), parsed(rex, operand, call));
    }
    if (SqlTypeUtil.isCharacter(operand.getType())
        && (to == SqlTypeName.INTERVAL_DAY_SECOND || WrittenCast.isToInterval(call))) {
      return rex.makeAbstractCast(
          converted.getType(), rex.makeCall(DialectFunctions.READ_INTERVAL, operand), false);
    }
    if (SqlTypeUtil.isApproximateNumeric(operand.getType())
        && SqlTypeUtil.isIntType(converted.getType())) {
      // As a DECIMAL is; Calcite would cut it off.
      return rex.makeCast(converted.getType(), rex.makeCall(SqlStdOperatorTable.ROUND, operand));
    }
    if (from == SqlTypeName.BOOLEAN && SqlTypeName.INT_TYPES.contains(to)) {
      return Casts.whole(rex, operand, converted.getType());
    }
    if (from == SqlTypeName.TIMESTAMP && SqlTypeUtil.isCharacter(converted.getType())) {
      RexNode digits = rex.makeExactLiteral(BigDecimal.valueOf(operand.getType().getPrecision()));
      return rex.makeCast(
          converted.getType(), rex.makeCall(DialectFunctions.TIME_TEXT, operand, digits));
    }
    if (SqlTypeUtil.isCharacter(operand.getType()) && to == SqlTypeName.BOOLEAN) {
      return rex.makeAbstractCast(
          converted.getType(), rex.makeCall(DialectFunctions.TRUTH, operand), false);
    }
    if (SqlTypeUtil.isInterval(operand.getType()) && SqlTypeUtil.isCharacter(converted.getType())) {
      SqlFunction text =
          operand.getType().getFamily() == SqlTypeFamily.INTERVAL_YEAR_MONTH
              ? DialectFunctions.MONTHS_TEXT
              : DialectFunctions.INTERVAL_TEXT;
      return rex.makeCast(converted.getType(), rex.makeCall(text, operand));
    }
    RexNode text =
        SqlTypeUtil.isCharacter(converted.getType())
            ? Casts.text(rex, operand, converted.getType())
            : null;
    return text == null ? converted : text;
  }

  /** A literal's time is known here and now: the planner can tell the API of it. */
  private static RexNode parsed(RexBuilder rex, RexNode text, SqlCall call) {
    if (text instanceof RexLiteral literal && !literal.isNull()) {
      try {
        return rex.makeTimestampLiteral(
            TimestampString.fromMillisSinceEpoch(
                TimeText.parse(literal.getValueAs(String.class)).toEpochMilli()),
            TimeText.PRECISION);
      } catch (SQLException e) {
        throw LocatedError.at(call.operand(0), e);
      }
    }
    return rex.makeCall(DialectFunctions.PARSE_TIME, text);
  }

  /** What FLOOR can say too is said with FLOOR, of which the scan knows bounds. */
  private static RexNode truncation(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    RexNode field = context.convertExpression(call.operand(0));
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    if (SqlTypeUtil.isInterval(type)) {
      RexNode interval = context.convertExpression(call.operand(1));
      return rex.makeCall(type, DialectFunctions.TRUNCATED_INTERVAL, List.of(field, interval));
    }
    RexNode time = rex.ensureType(type, context.convertExpression(call.operand(1)), true);
    if (field instanceof RexLiteral literal && !literal.isNull()) {
      try {
        Optional<TimeUnitRange> unit =
            TimeFunctions.Field.named(literal.getValueAs(String.class)).unit();
        if (unit.isPresent()) {
          return rex.makeCall(
              type, SqlStdOperatorTable.FLOOR, List.of(time, rex.makeFlag(unit.get())));
        }
      } catch (SQLException e) {
        throw LocatedError.at(call.operand(0), e);
      }
    }
    return rex.makeCall(type, DialectFunctions.TRUNCATED, List.of(field, time));
  }
}
