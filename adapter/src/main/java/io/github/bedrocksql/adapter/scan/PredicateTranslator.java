package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Restriction;
import io.github.bedrocksql.adapter.access.Restriction.Comparison;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.NlsString;

/**
 * Conditions → what the API could narrow by. What it can't say becomes {@link
 * Restriction.Anything}: every condition is checked on the rows all the same.
 */
final class PredicateTranslator {
  private final TableDefinition table;
  private final RunTimeValues values;

  PredicateTranslator(TableDefinition table, RunTimeValues values) {
    this.table = table;
    this.values = values;
  }

  /** Returns the restriction that all of the conditions make. */
  Restriction all(Iterable<RexNode> conditions) {
    ImmutableList.Builder<Restriction> parts = ImmutableList.builder();
    conditions.forEach(c -> parts.add(translate(c)));
    return new Restriction.All(parts.build());
  }

  private Restriction translate(RexNode condition) {
    if (condition instanceof RexLiteral literal) {
      return literal.isAlwaysTrue() ? new Restriction.Anything() : new Restriction.Nothing();
    }
    if (condition instanceof RexInputRef flag) {
      return flag(flag, true);
    }
    if (!(condition instanceof RexCall call)) {
      return new Restriction.Anything();
    }
    return switch (call.getKind()) {
      case AND -> all(call.getOperands());
      case OR ->
          new Restriction.Any(
              call.getOperands().stream()
                  .map(this::translate)
                  .collect(ImmutableList.toImmutableList()));
      case IS_TRUE -> translate(call.getOperands().get(0));
      case NOT, IS_FALSE ->
          operand(call) instanceof RexInputRef flag
              ? flag(flag, false)
              : new Restriction.Anything();
      case LIKE -> like(call);
      case EQUALS,
          IS_NOT_DISTINCT_FROM,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL ->
          comparison(call);
      default -> new Restriction.Anything();
    };
  }

  private Restriction flag(RexInputRef column, boolean value) {
    return table.capability().isListed(column.getIndex())
        ? new Restriction.Is(column.getIndex(), Boolean.toString(value))
        : new Restriction.Anything();
  }

  private Restriction comparison(RexCall call) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    if (call.getKind() == SqlKind.NOT_EQUALS) {
      return differs(left, right)
          .or(() -> differs(right, left))
          .or(() -> position(call.getKind(), left, right))
          .orElseGet(Restriction.Anything::new);
    }
    Optional<Comparison> sign = sign(call.getKind());
    return sign.flatMap(s -> compared(left, s, right))
        .or(() -> sign.flatMap(s -> compared(right, s.mirrored(), left)))
        .or(() -> position(call.getKind(), left, right))
        .or(() -> ofParameter(call))
        .orElseGet(Restriction.Anything::new);
  }

  /**
   * {@code 'import' = ?}, as a view has it, which decides of all rows whether they are asked for.
   */
  private Optional<Restriction> ofParameter(RexCall call) {
    return call.getOperands().stream().allMatch(PredicateTranslator::isGiven)
        ? Optional.of(new Restriction.Holds(values.number(call)))
        : Optional.empty();
  }

  private static boolean isGiven(RexNode value) {
    return value instanceof RexLiteral
        || value instanceof RexDynamicParam
        || (value.getKind() == SqlKind.CAST && operand((RexCall) value) instanceof RexDynamicParam);
  }

  /** Only of where a row is: of nothing else does it narrow a call. */
  private Optional<Restriction> differs(RexNode column, RexNode value) {
    OptionalInt text = textColumn(column);
    return text.isPresent()
            && table.capability().isOfTarget(text.getAsInt())
            && Expressions.isValue(value)
            && SqlTypeUtil.isCharacter(value.getType())
        ? Optional.of(new Restriction.Differs(text.getAsInt(), values.number(value)))
        : Optional.empty();
  }

  private static Optional<Comparison> sign(SqlKind kind) {
    return switch (kind) {
      case EQUALS, IS_NOT_DISTINCT_FROM -> Optional.of(Comparison.EQUAL);
      case LESS_THAN -> Optional.of(Comparison.LESS);
      case LESS_THAN_OR_EQUAL -> Optional.of(Comparison.LESS_OR_EQUAL);
      case GREATER_THAN -> Optional.of(Comparison.GREATER);
      case GREATER_THAN_OR_EQUAL -> Optional.of(Comparison.GREATER_OR_EQUAL);
      default -> Optional.empty();
    };
  }

  private Optional<Restriction> compared(RexNode column, Comparison sign, RexNode value) {
    if (!Expressions.isValue(value)) {
      return Optional.empty();
    }
    OptionalInt text = textColumn(column, value);
    if (text.isPresent() && SqlTypeUtil.isCharacter(value.getType())) {
      return sign == Comparison.EQUAL && isNarrowed(text.getAsInt())
          ? Optional.of(new Restriction.Equals(text.getAsInt(), values.number(value)))
          : Optional.empty();
    }
    return flagCompared(column, sign, value)
        .or(() -> time(column, sign, value))
        .or(() -> truncated(column, sign, value));
  }

  private Optional<Restriction> flagCompared(RexNode column, Comparison sign, RexNode value) {
    return sign == Comparison.EQUAL
            && column instanceof RexInputRef flag
            && table.capability().isListed(flag.getIndex())
            && flag.getType().getSqlTypeName() == SqlTypeName.BOOLEAN
            && value.getType().getSqlTypeName() == SqlTypeName.BOOLEAN
        ? Optional.of(new Restriction.Equals(flag.getIndex(), values.number(value)))
        : Optional.empty();
  }

  private boolean isNarrowed(int column) {
    return table.identifier().isKey(column)
        || table.capability().isNarrowing(column)
        || table.capability().isName(column);
  }

  private Optional<Restriction> time(RexNode column, Comparison sign, RexNode value) {
    SqlTypeName type = column.getType().getSqlTypeName();
    RexNode plain = column.getKind() == SqlKind.CAST ? operand(column) : column;
    boolean whole =
        type == SqlTypeName.TIMESTAMP
            && column.getType().getPrecision() >= plain.getType().getPrecision();
    boolean days = type == SqlTypeName.DATE;
    if (!(plain instanceof RexInputRef ref)
        || !table.capability().isCreation(ref.getIndex())
        || !(whole || days)
        || value.getType().getSqlTypeName() != type) {
      return Optional.empty();
    }
    return Optional.of(new Restriction.Compares(ref.getIndex(), sign, values.number(value), days));
  }

  /** {@code FLOOR(creation_time TO MONTH)}, and the other units. */
  private Optional<Restriction> truncated(RexNode column, Comparison sign, RexNode value) {
    return column.getKind() == SqlKind.FLOOR
            && ((RexCall) column).getOperands().size() == 2
            && operand(column) instanceof RexInputRef ref
            && table.capability().isCreation(ref.getIndex())
            && ((RexCall) column).getOperands().get(1) instanceof RexLiteral unit
            && unit.getValue() instanceof TimeUnitRange range
            && value.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
        ? longest(range)
            .map(
                longest ->
                    new Restriction.Truncates(
                        ref.getIndex(), sign, values.number(value), longest.toMillis()))
        : Optional.empty();
  }

  private static Optional<Duration> longest(TimeUnitRange unit) {
    return switch (unit) {
      case SECOND -> Optional.of(Duration.ofSeconds(1));
      case MINUTE -> Optional.of(Duration.ofMinutes(1));
      case HOUR -> Optional.of(Duration.ofHours(1));
      case DAY -> Optional.of(Duration.ofDays(1));
      case WEEK -> Optional.of(Duration.ofDays(7));
      case MONTH -> Optional.of(Duration.ofDays(31));
      case QUARTER -> Optional.of(Duration.ofDays(92));
      case YEAR -> Optional.of(Duration.ofDays(366));
      default -> Optional.empty();
    };
  }

  /** {@code POSITION(text IN name) > 0}, and the other ways to say so. */
  private Optional<Restriction> position(SqlKind kind, RexNode left, RexNode right) {
    if (left.getKind() != SqlKind.POSITION || !(right instanceof RexLiteral number)) {
      return Optional.empty();
    }
    RexCall call = (RexCall) left;
    boolean found =
        (number.getValue() instanceof BigDecimal bound)
            && (((kind == SqlKind.GREATER_THAN || kind == SqlKind.NOT_EQUALS)
                    && bound.signum() == 0)
                || (kind == SqlKind.GREATER_THAN_OR_EQUAL && bound.compareTo(BigDecimal.ONE) == 0));
    OptionalInt column = textColumn(call.getOperands().get(1));
    RexNode text = call.getOperands().get(0);
    return found
            && call.getOperands().size() == 2
            && column.isPresent()
            && Expressions.isValue(text)
        ? Optional.of(new Restriction.Contains(column.getAsInt(), values.number(text)))
        : Optional.empty();
  }

  /** By its name: a dialect's own LIKE, of another class than Calcite's, is as good. */
  private Restriction like(RexCall call) {
    String operator = call.getOperator().getName();
    OptionalInt column = textColumn(call.getOperands().get(0));
    boolean constant = call.getOperands().stream().skip(1).allMatch(Expressions::isValue);
    boolean known = operator.equals("LIKE") || operator.equals("ILIKE");
    if (!known || column.isEmpty() || !constant) {
      return new Restriction.Anything();
    }
    int escape = call.getOperands().size() > 2 ? values.number(call.getOperands().get(2)) : -1;
    return new Restriction.Like(
        column.getAsInt(),
        values.number(call.getOperands().get(1)),
        escape,
        operator.equals("ILIKE"));
  }

  /** A text that is shorter than what a cast cuts off is equal to no text that was cut off. */
  private static OptionalInt textColumn(RexNode node, RexNode value) {
    boolean longEnough =
        node.getKind() == SqlKind.CAST
            && node.getType().getSqlTypeName() == SqlTypeName.VARCHAR
            && value instanceof RexLiteral literal
            && literal.getValue() instanceof NlsString text
            && text.getValue().length() < node.getType().getPrecision();
    if (!longEnough) {
      return textColumn(node);
    }
    RexNode cast = operand(node);
    return textColumn(Expressions.isCut(cast) ? operand(cast) : cast);
  }

  /** The column of text that a node is; a cast to text without a length changes no value. */
  static OptionalInt textColumn(RexNode node) {
    RexNode plain = node;
    if (node.getKind() == SqlKind.CAST
        && SqlTypeUtil.isCharacter(node.getType())
        && node.getType().getPrecision() < 0
        && SqlTypeUtil.isCharacter(operand(node).getType())) {
      plain = operand(node);
    }
    return plain instanceof RexInputRef ref && SqlTypeUtil.isCharacter(ref.getType())
        ? OptionalInt.of(ref.getIndex())
        : OptionalInt.empty();
  }

  private static RexNode operand(RexNode call) {
    return ((RexCall) call).getOperands().get(0);
  }
}
