package io.github.bedrocksql.adapter.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.scan.Expressions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlPostfixOperator;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Row expressions as people write them, for plans and messages; not to be parsed again. */
public record ReadableExpressions(ImmutableList<String> columns) {
  private static final ImmutableSet<SqlKind> LOOSE = ImmutableSet.of(SqlKind.AND, SqlKind.OR);
  private static final int SHOWN = 5;

  /** Returns an expression's text. */
  public String text(RexNode node) {
    if (node instanceof RexInputRef ref) {
      return columns.get(ref.getIndex());
    }
    if (node instanceof RexDynamicParam parameter) {
      return "?" + (parameter.getIndex() + 1);
    }
    if (node instanceof RexFieldAccess access) {
      return text(access.getReferenceExpr()) + "." + access.getField().getName();
    }
    if (node instanceof RexLiteral literal) {
      return literal(literal);
    }
    return node instanceof RexCall call ? call(call) : node.toString();
  }

  /** Returns the conjunction of conditions. */
  public String all(List<RexNode> conditions) {
    return conditions.stream()
        .map(c -> c.getKind() == SqlKind.OR ? "(" + text(c) + ")" : text(c))
        .collect(Collectors.joining(" AND "));
  }

  private static String literal(RexLiteral literal) {
    if (literal.isNull()) {
      return "NULL";
    }
    if (SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())) {
      return "'" + literal.getValueAs(String.class).replace("'", "''") + "'";
    }
    SqlTypeName type = literal.getTypeName();
    if (SqlTypeName.INTERVAL_TYPES.contains(type)) {
      TimeUnit unit = literal.getType().getIntervalQualifier().getUnit();
      BigDecimal count = literal.getValueAs(BigDecimal.class).divide(unit.multiplier);
      return "INTERVAL '" + count.toPlainString() + "' " + unit;
    }
    return switch (type) {
      case TIMESTAMP -> "TIMESTAMP '" + literal.getValueAs(TimestampString.class) + "'";
      case DATE -> "DATE '" + literal.getValueAs(DateString.class) + "'";
      case TIME -> "TIME '" + literal.getValueAs(TimeString.class) + "'";
      default -> String.valueOf(literal.getValue());
    };
  }

  private String call(RexCall call) {
    List<RexNode> operands = call.getOperands();
    if (call.getKind() == SqlKind.CAST) {
      String type = call.getType().getSqlTypeName().getName();
      return "CAST(" + text(operands.get(0)) + " AS " + type + ")";
    }
    if (Expressions.isCut(call)) {
      return text(operands.get(0)); // The cast around it says so.
    }
    if (call.getKind() == SqlKind.LIKE) {
      return like(call);
    }
    if (isInfix(call)) {
      return infix(call);
    }
    if (call.getOperator() instanceof SqlPostfixOperator) {
      return inner(operands.get(0)) + " " + call.getOperator().getName();
    }
    String arguments = operands.stream().map(this::text).collect(Collectors.joining(", "));
    String name = call.getOperator().getName();
    return operands.isEmpty() ? name : name + "(" + arguments + ")";
  }

  private String like(RexCall call) {
    List<RexNode> operands = call.getOperands();
    String escape = operands.size() > 2 ? " ESCAPE " + inner(operands.get(2)) : "";
    return inner(operands.get(0))
        + " "
        + call.getOperator().getName()
        + " "
        + inner(operands.get(1))
        + escape;
  }

  private static boolean isInfix(RexCall call) {
    boolean binary =
        call.getOperator() instanceof SqlBinaryOperator
            || call.getKind() == SqlKind.MINUS
            || call.getKind() == SqlKind.PLUS;
    return binary && call.getOperands().size() > 1;
  }

  private String infix(RexCall call) {
    String operator = " " + call.getOperator().getName().toUpperCase(Locale.ROOT) + " ";
    List<RexNode> operands = call.getOperands();
    String shown =
        operands.stream().limit(SHOWN).map(this::inner).collect(Collectors.joining(operator));
    return operands.size() > SHOWN
        ? shown + operator + "… (" + (operands.size() - SHOWN) + " more)"
        : shown;
  }

  private String inner(RexNode node) {
    return LOOSE.contains(node.getKind()) ? "(" + text(node) + ")" : text(node);
  }
}
