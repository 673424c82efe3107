package io.github.bedrocksql.dialect.convert;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
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

  /** Of operators that are converted in one way, whatever they are called with. */
  private static final ImmutableMap<SqlOperator, SqlRexConvertlet> BY_OPERATOR =
      ImmutableMap.<SqlOperator, SqlRexConvertlet>builder()
          .put(DateArithmetic.PLUS, DateArithmetic::convert)
          .put(DateArithmetic.MINUS, DateArithmetic::convert)
          .put(SqlStdOperatorTable.CURRENT_CATALOG, DialectConvertlets::database)
          .put(SqlStdOperatorTable.CURRENT_SCHEMA, DialectConvertlets::database)
          // Of COALESCE. A null that is cast so is 0 to a comparison, once the CASE is simplified.
          .put(
              SqlInternalOperators.CAST_NOT_NULL,
              (context, cast) -> context.convertExpression(cast.operand(0)))
          .put(FieldFunction.INSTANCE, FieldFunction::convert)
          .put(Casts.NUMERIC, Casts::numeric)
          .put(DialectFunctions.NOW, DialectConvertlets::now)
          .put(DialectFunctions.DATE_TRUNC, DialectConvertlets::truncation)
          .putAll(Maps.toMap(RoundedNumbers.FUNCTIONS, rounding -> RoundedNumbers::convert))
          .putAll(
              Maps.toMap(TemplateConvertlets.FUNCTIONS, template -> TemplateConvertlets::convert))
          .putAll(JsonFunctions.CONVERTLETS)
          .buildOrThrow();

  private DialectConvertlets() {}

  @Override
  public SqlRexConvertlet get(SqlCall call) {
    SqlOperator operator = call.getOperator();
    SqlRexConvertlet own = BY_OPERATOR.get(operator);
    if (own != null) {
      return own;
    }
    if (operator.equals(IntervalAggregates.AVG)) {
      return StandardConvertletTable.INSTANCE.get(
          SqlStdOperatorTable.AVG.createCall(call.getParserPosition(), call.getOperandList()));
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
    if (operator.getName().contains("JSON")) {
      return JsonConvertlets.of(operator).orElse(standard);
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
    RexBuilder rex = context.getRexBuilder();
    RelDataType type = converted.getType();
    if (SqlTypeUtil.isCharacter(operand.getType())) {
      return ofText(rex, operand, converted, call);
    }
    if (SqlTypeUtil.isCharacter(type)) {
      RexNode text = text(rex, operand, type);
      return text == null ? converted : text;
    }
    if (SqlTypeUtil.isApproximateNumeric(operand.getType()) && SqlTypeUtil.isIntType(type)) {
      // As a DECIMAL is; Calcite would cut it off.
      return rex.makeCast(type, rex.makeCall(SqlStdOperatorTable.ROUND, operand));
    }
    return operand.getType().getSqlTypeName() == SqlTypeName.BOOLEAN
            && SqlTypeName.INT_TYPES.contains(type.getSqlTypeName())
        ? Casts.whole(rex, operand, type)
        : converted;
  }

  private static RexNode ofText(RexBuilder rex, RexNode text, RexNode converted, SqlCall call) {
    RelDataType type = converted.getType();
    SqlTypeName to = type.getSqlTypeName();
    if (to == SqlTypeName.TIMESTAMP || to == SqlTypeName.DATE) {
      return rex.makeCast(type, parsed(rex, text, call));
    }
    if (to == SqlTypeName.INTERVAL_DAY_SECOND || WrittenCast.isToInterval(call)) {
      return rex.makeAbstractCast(type, rex.makeCall(DialectFunctions.READ_INTERVAL, text), false);
    }
    return to == SqlTypeName.BOOLEAN
        ? rex.makeAbstractCast(type, rex.makeCall(DialectFunctions.TRUTH, text), false)
        : converted;
  }

  /** Returns a value as text; null if Calcite's cast is as good. */
  private static RexNode text(RexBuilder rex, RexNode value, RelDataType type) {
    if (value.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP) {
      RexNode digits = rex.makeExactLiteral(BigDecimal.valueOf(value.getType().getPrecision()));
      return rex.makeCast(type, rex.makeCall(DialectFunctions.TIME_TEXT, value, digits));
    }
    if (SqlTypeUtil.isInterval(value.getType())) {
      SqlFunction text =
          value.getType().getFamily() == SqlTypeFamily.INTERVAL_YEAR_MONTH
              ? DialectFunctions.MONTHS_TEXT
              : DialectFunctions.INTERVAL_TEXT;
      return rex.makeCast(type, rex.makeCall(text, value));
    }
    return Casts.text(rex, value, type);
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
