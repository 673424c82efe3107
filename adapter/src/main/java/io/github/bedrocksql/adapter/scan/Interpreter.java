package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.TextTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/** Makes an {@link Interpreted} of an expression, null if it can't be one. */
final class Interpreter extends RexVisitorImpl<Interpreted> {
  private static final ImmutableMap<SqlOperator, IntPredicate> COMPARISONS =
      ImmutableMap.of(
          SqlStdOperatorTable.EQUALS, order -> order == 0,
          SqlStdOperatorTable.NOT_EQUALS, order -> order != 0,
          SqlStdOperatorTable.LESS_THAN, order -> order < 0,
          SqlStdOperatorTable.LESS_THAN_OR_EQUAL, order -> order <= 0,
          SqlStdOperatorTable.GREATER_THAN, order -> order > 0,
          SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, order -> order >= 0);

  private static final ImmutableSet<SqlOperator> LOGICAL =
      ImmutableSet.of(
          SqlStdOperatorTable.AND,
          SqlStdOperatorTable.OR,
          SqlStdOperatorTable.NOT,
          SqlStdOperatorTable.IS_NULL,
          SqlStdOperatorTable.IS_NOT_NULL);

  /** Values that are compared with each other alone, and always in the same way. */
  private enum Kind {
    /** Without an order of its own: its characters are compared. */
    TEXT,
    WHOLE_NUMBER,
    TIMESTAMP,
    TRUTH;

    static Optional<Kind> of(RelDataType type) {
      return switch (type.getSqlTypeName()) {
        case VARCHAR, CHAR ->
            type.getCollation() == null || type.getCollation().getCollator() == null
                ? Optional.of(TEXT)
                : Optional.empty();
        case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of(WHOLE_NUMBER);
        case TIMESTAMP -> Optional.of(TIMESTAMP);
        case BOOLEAN -> Optional.of(TRUTH);
        default -> Optional.empty();
      };
    }
  }

  Interpreter() {
    super(false);
  }

  @Override
  public Interpreted visitInputRef(RexInputRef field) {
    int column = field.getIndex();
    return Kind.of(field.getType()).isPresent() ? (context, row) -> row[column] : null;
  }

  @Override
  public Interpreted visitLiteral(RexLiteral literal) {
    if (Kind.of(literal.getType()).isEmpty()) {
      return null;
    }
    Object value = literal.isNull() ? null : literal.getValueAs(javaClass(literal.getType()));
    return (context, row) -> value;
  }

  private static Class<?> javaClass(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case TINYINT -> Byte.class;
      case SMALLINT -> Short.class;
      case INTEGER -> Integer.class;
      case BIGINT, TIMESTAMP -> Long.class;
      case BOOLEAN -> Boolean.class;
      default -> String.class;
    };
  }

  @Override
  public Interpreted visitDynamicParam(RexDynamicParam parameter) {
    RelDataType type = parameter.getType();
    String name = parameter.getName();
    if (!type.isNullable()) {
      return null;
    }
    return switch (type.getSqlTypeName()) {
      case TIMESTAMP -> (context, row) -> context.get(name);
      // One of a length is cut off.
      case VARCHAR -> type.getPrecision() < 0 ? (context, row) -> context.get(name) : null;
      case BIGINT ->
          (context, row) -> context.get(name) instanceof Number number ? number.longValue() : null;
      default -> null;
    };
  }

  @Override
  public Interpreted visitCall(RexCall call) {
    SqlOperator operator = call.getOperator();
    IntPredicate holds = COMPARISONS.get(operator);
    Optional<TextTest> test = test(operator);
    boolean known =
        holds != null
            ? areCompared(call)
            : test.isPresent() ? areTexts(call) : LOGICAL.contains(operator);
    if (!known) {
      return null;
    }
    List<Interpreted> operands = new ArrayList<>();
    for (RexNode operand : call.getOperands()) {
      Interpreted interpreted = operand.accept(this);
      if (interpreted == null) {
        return null;
      }
      operands.add(interpreted);
    }
    if (test.isPresent()) {
      return tested(test.get(), operands);
    }
    return holds == null
        ? logical(operator, operands)
        : comparison(operands.get(0), operands.get(1), holds);
  }

  private static Optional<TextTest> test(SqlOperator operator) {
    return operator instanceof SqlUserDefinedFunction function
            && function.getFunction() instanceof TextTest test
        ? Optional.of(test)
        : Optional.empty();
  }

  private static boolean areTexts(RexCall call) {
    return call.getOperands().stream()
        .allMatch(operand -> Kind.of(operand.getType()).equals(Optional.of(Kind.TEXT)));
  }

  private static Interpreted tested(TextTest test, List<Interpreted> operands) {
    return (context, row) -> {
      String[] texts = new String[operands.size()];
      for (int i = 0; i < texts.length; i++) {
        Object text = operands.get(i).value(context, row);
        if (text == null) {
          return null;
        }
        texts[i] = (String) text;
      }
      return test.holds(texts);
    };
  }

  /** Whether the sides are of one kind, so that neither is changed before they are compared. */
  private static boolean areCompared(RexCall comparison) {
    RelDataType one = comparison.getOperands().get(0).getType();
    RelDataType other = comparison.getOperands().get(1).getType();
    Optional<Kind> kind = Kind.of(one);
    // Two texts of fixed lengths are made equally long.
    boolean padded =
        one.getSqlTypeName() == SqlTypeName.CHAR && other.getSqlTypeName() == SqlTypeName.CHAR;
    return kind.isPresent() && kind.equals(Kind.of(other)) && !padded;
  }

  private static Interpreted comparison(Interpreted one, Interpreted other, IntPredicate holds) {
    return (context, row) -> {
      Object left = one.value(context, row);
      Object right = other.value(context, row);
      return (left == null || right == null) ? null : holds.test(compared(left, right));
    };
  }

  private static int compared(Object left, Object right) {
    if (left instanceof Number number) {
      return Long.compare(number.longValue(), ((Number) right).longValue());
    }
    return left instanceof String text
        ? text.compareTo((String) right)
        : ((Boolean) left).compareTo((Boolean) right);
  }

  private static Interpreted logical(SqlOperator operator, List<Interpreted> operands) {
    Interpreted first = operands.get(0);
    return switch (operator.getKind()) {
      case AND -> (context, row) -> joined(operands, context, row, false);
      case OR -> (context, row) -> joined(operands, context, row, true);
      case NOT ->
          (context, row) -> first.value(context, row) instanceof Boolean truth ? !truth : null;
      case IS_NULL -> (context, row) -> first.value(context, row) == null;
      case IS_NOT_NULL -> (context, row) -> first.value(context, row) != null;
      default -> throw new IllegalArgumentException(operator.getName());
    };
  }

  /**
   * Returns what AND and OR give.
   *
   * @param deciding the truth of one operand that decides, whatever the others are
   */
  private static Boolean joined(
      List<Interpreted> operands, DataContext context, Object[] row, boolean deciding) {
    Boolean joined = !deciding;
    for (Interpreted operand : operands) {
      Object truth = operand.value(context, row);
      if (truth == null) {
        joined = null;
      } else if ((boolean) truth == deciding) {
        return deciding;
      }
    }
    return joined;
  }
}
