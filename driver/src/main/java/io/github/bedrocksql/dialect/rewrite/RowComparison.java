package io.github.bedrocksql.dialect.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Comparisons of rows, as comparisons of their fields. Calcite compares whole rows but for {@code
 * =}, and does not know that a null makes the answer unknown.
 */
public final class RowComparison {
  private RowComparison() {}

  public static SqlNode rewritten(SqlNode node) {
    if (!(node instanceof SqlCall call) || call.operandCount() == 0) {
      return node;
    }
    List<SqlNode> left = fields(call.operand(0));
    List<SqlNode> right = call.operandCount() == 2 ? fields(call.operand(1)) : List.of();
    if (left.isEmpty()) {
      return node;
    }
    if (call.operandCount() == 1) {
      return switch (call.getKind()) {
        case IS_NULL, IS_NOT_NULL -> nulls(call.getOperator(), left);
        default -> node;
      };
    }
    return left.size() == right.size() ? comparison(call, left, right) : node;
  }

  private static List<SqlNode> fields(SqlNode node) {
    return node instanceof SqlCall row && row.getKind() == SqlKind.ROW
        ? row.getOperandList()
        : List.of();
  }

  /** Both hold where they hold for every field. */
  private static SqlNode nulls(SqlOperator operator, List<SqlNode> fields) {
    return fields.stream()
        .map(field -> rewritten(call(operator, field)))
        .reduce(with(SqlStdOperatorTable.AND))
        .orElseThrow();
  }

  private static SqlNode comparison(SqlCall call, List<SqlNode> left, List<SqlNode> right) {
    return switch (call.getKind()) {
      case NOT_EQUALS, IS_DISTINCT_FROM ->
          each(call.getOperator(), left, right, SqlStdOperatorTable.OR);
      case IS_NOT_DISTINCT_FROM -> each(call.getOperator(), left, right, SqlStdOperatorTable.AND);
      case LESS_THAN, LESS_THAN_OR_EQUAL ->
          order(SqlStdOperatorTable.LESS_THAN, call.getOperator(), left, right);
      case GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          order(SqlStdOperatorTable.GREATER_THAN, call.getOperator(), left, right);
      default -> call;
    };
  }

  private static SqlNode each(
      SqlOperator operator, List<SqlNode> left, List<SqlNode> right, SqlOperator joint) {
    List<SqlNode> fields = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      fields.add(rewritten(call(operator, left.get(i), right.get(i))));
    }
    return fields.stream().reduce(with(joint)).orElseThrow();
  }

  /** {@code a < c OR (a = c AND (b < d OR …))}; only the last fields are compared as told. */
  private static SqlNode order(
      SqlOperator strict, SqlOperator last, List<SqlNode> left, List<SqlNode> right) {
    int end = left.size() - 1;
    SqlNode rest = rewritten(call(last, left.get(end), right.get(end)));
    for (int i = end - 1; i >= 0; i--) {
      SqlNode equal = rewritten(call(SqlStdOperatorTable.EQUALS, left.get(i), right.get(i)));
      rest =
          call(
              SqlStdOperatorTable.OR,
              rewritten(call(strict, left.get(i), right.get(i))),
              call(SqlStdOperatorTable.AND, equal, rest));
    }
    return rest;
  }

  private static BinaryOperator<SqlNode> with(SqlOperator operator) {
    return (one, other) -> call(operator, one, other);
  }

  private static SqlNode call(SqlOperator operator, SqlNode... operands) {
    return operator.createCall(
        SqlParserPos.sum(List.of(operands).stream().map(SqlNode::getParserPosition).toList()),
        operands);
  }
}
