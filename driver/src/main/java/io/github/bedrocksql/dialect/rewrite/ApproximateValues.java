package io.github.bedrocksql.dialect.rewrite;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** VALUES with 1 and 3e2 in one column: Calcite leaves each as it is, and fails to order them. */
public final class ApproximateValues {
  private ApproximateValues() {}

  public static SqlNode rewritten(SqlNode node) {
    if (!(node instanceof SqlCall values) || node.getKind() != SqlKind.VALUES) {
      return node;
    }
    List<SqlNode> rows = values.getOperandList();
    if (rows.stream().anyMatch(row -> row == null || row.getKind() != SqlKind.ROW)) {
      return node;
    }
    int width = rows.stream().mapToInt(row -> ((SqlCall) row).operandCount()).min().orElse(0);
    IntStream.range(0, width)
        .filter(column -> rows.stream().anyMatch(row -> isApproximate(field(row, column))))
        .forEach(column -> rows.forEach(row -> approximate((SqlCall) row, column)));
    return node;
  }

  private static SqlNode field(SqlNode row, int column) {
    return ((SqlCall) row).operand(column);
  }

  private static boolean isApproximate(SqlNode field) {
    return field instanceof SqlNumericLiteral number && !number.isExact();
  }

  private static void approximate(SqlCall row, int column) {
    if (row.operand(column) instanceof SqlNumericLiteral number && number.isExact()) {
      String digits = number.toValue();
      row.setOperand(column, SqlLiteral.createApproxNumeric(digits, number.getParserPosition()));
    }
  }
}
