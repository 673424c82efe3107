package io.github.bedrocksql.dialect.function;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.time.IntervalText;
import io.github.bedrocksql.dialect.time.TimeText;
import io.github.bedrocksql.dialect.tree.Literals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlExtractFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlMonotonicity;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * {@code EXTRACT} and {@code date_part} as PostgreSQL has them: Sunday is day 0 of the week, and
 * SECOND and EPOCH have a fraction. Made of Calcite's, which is the same for the other fields.
 */
public final class FieldFunction extends SqlExtractFunction {
  public static final FieldFunction INSTANCE = new FieldFunction();

  /** Digits of a DECIMAL of seconds: as many as a BIGINT of milliseconds has. */
  static final int DIGITS = 19;

  private static final BigDecimal MILLI = new BigDecimal("0.001");
  private static final long MONTHS_OF_YEAR = 12;

  /** PostgreSQL's names of more than one of a field. */
  private static final ImmutableMap<String, TimeUnit> PLURALS =
      ImmutableMap.of("CENTURIES", TimeUnit.CENTURY, "MILLENNIA", TimeUnit.MILLENNIUM);

  private FieldFunction() {
    super("EXTRACT", false);
  }

  /** Returns a call of this function for one of Calcite's EXTRACT or DATE_PART. */
  public static SqlNode of(SqlCall call) {
    return INSTANCE.createCall(call.getParserPosition(), unit(call.operand(0)), call.operand(1));
  }

  private static SqlNode unit(SqlNode field) {
    if (field instanceof SqlIntervalQualifier qualifier) {
      return qualifier.timeFrameName == null
          ? field
          : named(qualifier.timeFrameName, field.getParserPosition());
    }
    return Literals.text(field)
        .<SqlNode>map(name -> named(name, field.getParserPosition()))
        .orElse(field);
  }

  private static SqlIntervalQualifier named(String name, SqlParserPos place) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    TimeUnit plural = PLURALS.get(wanted);
    return Arrays.stream(TimeUnit.values())
        .filter(
            unit ->
                unit == plural || unit.name().equals(wanted) || (unit.name() + "S").equals(wanted))
        .findFirst()
        .map(unit -> new SqlIntervalQualifier(unit, null, place))
        .orElseGet(() -> new SqlIntervalQualifier(name, place));
  }

  @Override
  public RelDataType inferReturnType(SqlOperatorBinding call) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType time = call.getOperandType(1);
    boolean fraction =
        hasFraction(time)
            && ((SqlCallBinding) call).operand(0) instanceof SqlIntervalQualifier unit
            && isSeconds(unit.timeUnitRange);
    return types.createTypeWithNullability(
        fraction
            ? types.createSqlType(SqlTypeName.DECIMAL, DIGITS, TimeText.PRECISION)
            : types.createSqlType(SqlTypeName.BIGINT),
        time.isNullable());
  }

  /** Calcite's asks for a unit that a text names, and fails. Nothing here is sorted by it. */
  @Override
  public SqlMonotonicity getMonotonicity(SqlOperatorBinding call) {
    return SqlMonotonicity.NOT_MONOTONIC;
  }

  private static boolean isSeconds(TimeUnitRange unit) {
    return unit == TimeUnitRange.SECOND || unit == TimeUnitRange.EPOCH;
  }

  private static boolean hasFraction(RelDataType time) {
    SqlTypeName type = time.getSqlTypeName();
    return type == SqlTypeName.TIMESTAMP
        || type == SqlTypeName.TIME
        || SqlTypeName.DAY_INTERVAL_TYPES.contains(type);
  }

  /** Returns what a call is, made of Calcite's EXTRACT. */
  public static RexNode convert(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    RexNode time = context.convertExpression(call.operand(1));
    TimeUnitRange unit = ((SqlIntervalQualifier) call.operand(0)).timeUnitRange;
    boolean months = SqlTypeName.YEAR_INTERVAL_TYPES.contains(time.getType().getSqlTypeName());
    Calculation number = new Calculation(rex, type, time);
    return switch (unit) {
      case DOW -> number.minus(number.field(unit), 1);
      case SECOND ->
          hasFraction(time.getType())
              ? number.seconds(number.field(TimeUnitRange.MILLISECOND))
              : number.field(unit);
      case EPOCH ->
          months
              ? number.secondsOfMonths()
              : hasFraction(time.getType()) ? number.seconds(number.millis()) : number.field(unit);
      case QUARTER -> months ? number.quarterOfMonths() : number.field(unit);
      default -> number.field(unit);
    };
  }

  private record Calculation(RexBuilder rex, RelDataType type, RexNode time) {
    RelDataType whole() {
      return rex.getTypeFactory()
          .createTypeWithNullability(
              rex.getTypeFactory().createSqlType(SqlTypeName.BIGINT), time.getType().isNullable());
    }

    RexNode field(TimeUnitRange unit) {
      return rex.makeCall(whole(), SqlStdOperatorTable.EXTRACT, List.of(rex.makeFlag(unit), time));
    }

    /** The number that a time is in a plan: milliseconds, or the months of an interval. */
    RexNode millis() {
      return rex.makeReinterpretCast(whole(), time, rex.makeLiteral(false));
    }

    RexNode seconds(RexNode millis) {
      return rex.makeCast(
          type, rex.makeCall(SqlStdOperatorTable.MULTIPLY, millis, rex.makeExactLiteral(MILLI)));
    }

    RexNode minus(RexNode number, long less) {
      return rex.makeCall(whole(), SqlStdOperatorTable.MINUS, List.of(number, literal(less)));
    }

    RexNode secondsOfMonths() {
      RexNode months = rex.makeCall(SqlStdOperatorTable.MOD, millis(), literal(MONTHS_OF_YEAR));
      RexNode years = rex.makeCall(SqlStdOperatorTable.DIVIDE, millis(), literal(MONTHS_OF_YEAR));
      return rex.makeCall(
          whole(),
          SqlStdOperatorTable.PLUS,
          List.of(
              rex.makeCall(
                  SqlStdOperatorTable.MULTIPLY, years, literal(IntervalText.SECONDS_OF_YEAR)),
              rex.makeCall(
                  SqlStdOperatorTable.MULTIPLY, months, literal(IntervalText.SECONDS_OF_MONTH))));
    }

    RexNode quarterOfMonths() {
      RexNode months = rex.makeCall(SqlStdOperatorTable.MOD, millis(), literal(MONTHS_OF_YEAR));
      RexNode quarters = rex.makeCall(SqlStdOperatorTable.DIVIDE, months, literal(3));
      return rex.makeCall(whole(), SqlStdOperatorTable.PLUS, List.of(quarters, literal(1)));
    }

    private RexNode literal(long number) {
      return rex.makeBigintLiteral(BigDecimal.valueOf(number));
    }
  }
}
