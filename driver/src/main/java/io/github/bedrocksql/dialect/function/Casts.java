package io.github.bedrocksql.dialect.function;

import static org.apache.calcite.util.Static.RESOURCE;

import io.github.bedrocksql.dialect.routine.TextRoutines;
import io.github.bedrocksql.dialect.tree.Literals;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeCoercionRule;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;

/** Casts that PostgreSQL has otherwise than Calcite: to numeric, and to text. */
public final class Casts {
  /** Digits of a numeric, and those after the point if the value has no number of its own. */
  private static final int DIGITS = 38;

  private static final int FRACTION = 10;

  /** Digits of a whole number: those of a BIGINT. */
  private static final int WHOLE_DIGITS = 19;

  /** Digits from which on a DOUBLE, and a REAL, are written with an exponent. */
  private static final int DIGITS_OF_DOUBLE = 15;

  private static final int DIGITS_OF_REAL = 6;

  /** {@code x::numeric}, which keeps the digits after the point. */
  public static final SqlFunction NUMERIC =
      SqlBasicFunction.create(
              "NUMERIC", Casts::numeric, OperandTypes.ANY, SqlFunctionCategory.NUMERIC)
          .withOperandTypeInference(InferTypes.VARCHAR_1024);

  private static final SqlFunction DECIMAL_TEXT =
      DialectFunctions.function(
          "TEXT OF DECIMAL",
          ReturnTypes.VARCHAR_NULLABLE,
          TextRoutines.class,
          "decimal",
          SqlTypeFamily.CHARACTER);

  private static final SqlFunction APPROXIMATE_TEXT =
      DialectFunctions.function(
          "TEXT OF DOUBLE",
          ReturnTypes.VARCHAR_NULLABLE,
          TextRoutines.class,
          "approximate",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.INTEGER);

  /** Cuts a text off. The scan knows it by its name. */
  private static final SqlFunction CUT =
      DialectFunctions.function(
          "CUT",
          ReturnTypes.VARCHAR_NULLABLE,
          TextRoutines.class,
          "cut",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.INTEGER);

  private Casts() {}

  /** Returns a cast, as {@link #NUMERIC} if it is to a numeric without a size. */
  public static SqlNode rewritten(SqlCall cast) {
    return cast.getKind() == SqlKind.CAST
            && cast.operand(1) instanceof SqlDataTypeSpec type
            && type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec name
            && name.getTypeName().getSimple().equals(SqlTypeName.DECIMAL.name())
            && name.getPrecision() < 0
        ? NUMERIC.createCall(cast.getParserPosition(), List.of(cast.operand(0)))
        : cast;
  }

  private static RelDataType numeric(SqlOperatorBinding call) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType from = call.getOperandType(0);
    RelDataType any = types.createSqlType(SqlTypeName.DECIMAL);
    if (call instanceof SqlCallBinding written
        && !SqlTypeUtil.canCastFrom(any, from, SqlTypeCoercionRule.instance())) {
      throw written.newError(
          RESOURCE.cannotCastValue(from.getFullTypeString(), any.getFullTypeString()));
    }
    RelDataType numeric =
        from.getSqlTypeName() == SqlTypeName.DECIMAL
            ? from
            : SqlTypeUtil.isApproximateNumeric(from) || SqlTypeUtil.isCharacter(from)
                ? types.createSqlType(SqlTypeName.DECIMAL, DIGITS, fraction(call))
                : types.createSqlType(SqlTypeName.DECIMAL, WHOLE_DIGITS, 0);
    return types.createTypeWithNullability(numeric, from.isNullable());
  }

  private static int fraction(SqlOperatorBinding call) {
    return call instanceof SqlCallBinding written
        ? Literals.text(written.operand(0)).map(Casts::fraction).orElse(FRACTION)
        : FRACTION;
  }

  private static int fraction(String literal) {
    try {
      return Math.max(new BigDecimal(literal.strip()).scale(), 0);
    } catch (NumberFormatException e) {
      return FRACTION; // It is refused when it is read.
    }
  }

  public static RexNode numeric(SqlRexContext context, SqlCall call) {
    return context
        .getRexBuilder()
        .makeCast(
            context.getValidator().getValidatedNodeType(call),
            context.convertExpression(call.operand(0)));
  }

  /** Returns the text of a truth value or of a number that is not whole; null for other types. */
  public static RexNode text(RexBuilder rex, RexNode value, RelDataType type) {
    RelDataType text = textType(rex, value);
    RexNode calcites = rex.makeCast(text, value);
    return switch (value.getType().getSqlTypeName()) {
      case BOOLEAN ->
          rex.makeCast(type, rex.makeCall(text, SqlStdOperatorTable.LOWER, List.of(calcites)));
      case DECIMAL -> rex.makeCast(type, rex.makeCall(text, DECIMAL_TEXT, List.of(calcites)));
      case REAL -> rex.makeCast(type, approximate(rex, text, calcites, DIGITS_OF_REAL));
      case FLOAT, DOUBLE -> rex.makeCast(type, approximate(rex, text, calcites, DIGITS_OF_DOUBLE));
      default -> null;
    };
  }

  /**
   * Returns a cast to a text of a length as one of what is cut to it before. Calcite takes no
   * length for the shortest: to it, the cast loses nothing, and may be left out within another.
   */
  public static RexNode cut(RexBuilder rex, RexNode cast) {
    int length = cast.getType().getPrecision();
    if (cast.getKind() != SqlKind.CAST
        || cast.getType().getSqlTypeName() != SqlTypeName.VARCHAR
        || length < 0) {
      return cast;
    }
    RexNode text = ((RexCall) cast).getOperands().get(0);
    if (text.getType().getSqlTypeName() != SqlTypeName.VARCHAR
        || text.getType().getPrecision() >= 0) {
      return cast;
    }
    RexNode cut = rex.makeCall(CUT, text, rex.makeExactLiteral(BigDecimal.valueOf(length)));
    return rex.makeAbstractCast(cast.getType(), cut, false);
  }

  private static RelDataType textType(RexBuilder rex, RexNode value) {
    RelDataTypeFactory types = rex.getTypeFactory();
    return types.createTypeWithNullability(
        types.createSqlType(SqlTypeName.VARCHAR), value.getType().isNullable());
  }

  private static RexNode approximate(
      RexBuilder rex, RelDataType text, RexNode calcites, int digits) {
    return rex.makeCall(
        text,
        APPROXIMATE_TEXT,
        List.of(calcites, rex.makeExactLiteral(BigDecimal.valueOf(digits))));
  }

  /** Returns a truth value as 1 or 0. */
  public static RexNode whole(RexBuilder rex, RexNode value, RelDataType type) {
    return rex.makeCall(
        type,
        SqlStdOperatorTable.CASE,
        List.of(
            value,
            rex.makeExactLiteral(BigDecimal.ONE, type),
            rex.makeCall(SqlStdOperatorTable.NOT, value),
            rex.makeExactLiteral(BigDecimal.ZERO, type),
            rex.makeNullLiteral(type)));
  }

  /** A comparison of two numerics without a type that holds both: Calcite would round one. */
  public static RexNode compared(SqlRexContext context, SqlCall call, SqlRexConvertlet standard) {
    RexBuilder rex = context.getRexBuilder();
    List<RexNode> operands =
        call.getOperandList().stream().map(context::convertExpression).toList();
    List<RelDataType> types = operands.stream().map(RexNode::getType).toList();
    if (types.stream().allMatch(type -> type.getSqlTypeName() == SqlTypeName.DECIMAL)) {
      RelDataType common = rex.getTypeFactory().leastRestrictive(types);
      if (types.stream().anyMatch(type -> type.getScale() > common.getScale())) {
        return rex.makeCall(call.getOperator(), operands);
      }
    }
    return standard.convertCall(context, call);
  }
}
