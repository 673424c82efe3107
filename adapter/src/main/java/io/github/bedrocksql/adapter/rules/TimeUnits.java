package io.github.bedrocksql.adapter.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.type.BasicSqlType;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A MONTH of its own for each {@code FLOOR(t TO MONTH)} and {@code EXTRACT(MONTH FROM t)}. Calcite
 * makes code of equal literals once, and then does not know within a CASE which unit it is that was
 * also read outside of it.
 */
public final class TimeUnits extends RexShuttle {
  private final List<RexNode> expressions;
  private final Literals literals;
  private final Map<RexCall, Integer> numbers = new HashMap<>();

  private TimeUnits(List<RexNode> expressions, RexBuilder rex) {
    this.expressions = expressions;
    this.literals = new Literals(rex.getTypeFactory());
  }

  /** Returns a program with a literal for each unit; the program itself where it has a few only. */
  public static RexProgram unshared(RexProgram program, RexBuilder rex) {
    List<RexNode> expressions = program.getExprList();
    if (expressions.stream().noneMatch(TimeUnits::isUnit)) {
      return program;
    }
    List<RexNode> unshared = new TimeUnits(expressions, rex).apply(new ArrayList<>(expressions));
    return RexProgramBuilder.create(
            rex,
            program.getInputRowType(),
            unshared,
            program.getProjectList(),
            program.getCondition(),
            program.getOutputRowType(),
            true,
            null)
        .getProgram();
  }

  /** Returns expressions that are in no program with a literal for each unit. */
  public static List<RexNode> unshared(List<RexNode> expressions, RexBuilder rex) {
    return new TimeUnits(List.of(), rex).apply(expressions);
  }

  private static boolean isUnit(RexNode node) {
    return node instanceof RexLiteral literal && literal.getValue() instanceof TimeUnitRange;
  }

  @Override
  public RexNode visitCall(RexCall written) {
    RexCall call = (RexCall) super.visitCall(written);
    List<RexNode> operands = new ArrayList<>(call.getOperands());
    operands.replaceAll(
        operand -> {
          RexNode meant =
              operand instanceof RexLocalRef place ? expressions.get(place.getIndex()) : operand;
          return isUnit(meant)
              ? literals.of(
                  (RexLiteral) meant, numbers.computeIfAbsent(call, c -> numbers.size() + 1))
              : operand;
        });
    return operands.equals(call.getOperands()) ? call : call.clone(call.getType(), operands);
  }

  /** Makes literals that are equal to no other. */
  private static final class Literals extends RexBuilder {
    Literals(RelDataTypeFactory types) {
      super(types);
    }

    RexLiteral of(RexLiteral unit, int number) {
      return makeLiteral(
          (TimeUnitRange) unit.getValue(),
          new NumberedSymbol(typeFactory.getTypeSystem(), number),
          SqlTypeName.SYMBOL);
    }
  }

  /** Types are equal by their texts. */
  private static final class NumberedSymbol extends BasicSqlType {
    private static final long serialVersionUID = 1;

    private final int number;

    NumberedSymbol(RelDataTypeSystem system, int number) {
      super(system, SqlTypeName.SYMBOL);
      this.number = number;
      computeDigest();
    }

    @Override
    protected void generateTypeString(StringBuilder text, boolean withDetail) {
      super.generateTypeString(text, withDetail);
      text.append(' ').append(number);
    }
  }
}
