package io.github.bedrocksql.dialect.rewrite;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;

/** An IN list as comparisons with each of its values, where Calcite does not take the list. */
public final class ListComparison {
  /** Calcite joins with a longer list: of literals as rows, of all else as a query for each. */
  private static final int LONGEST_COMPARED = 19;

  /** In what is sorted by, Calcite looks for no list, and misses those within aggregates. */
  static final SqlShuttle EVERYWHERE =
      new SqlShuttle() {
        @Override
        public SqlNode visit(SqlCall call) {
          return isOfList(call) ? compared(call) : super.visit(call);
        }
      };

  private ListComparison() {}

  /**
   * Of a parameter, and of rows with parameters or nulls, Calcite can't tell the types; and of a
   * long list of parameters it makes a union of as many queries.
   */
  public static SqlNode rewritten(SqlNode node) {
    if (!(node instanceof SqlCall call) || !isOfList(call)) {
      return node;
    }
    SqlNode left = call.operand(0);
    SqlNodeList values = call.operand(1);
    boolean untyped =
        left instanceof SqlDynamicParam
            || (left.getKind() == SqlKind.ROW
                && values.stream().anyMatch(ListComparison::isUntypedRow));
    return untyped || isUnion(left, values) ? compared(call) : node;
  }

  private static boolean isUnion(SqlNode left, SqlNodeList values) {
    return left instanceof SqlIdentifier
        && values.size() > LONGEST_COMPARED
        && values.stream().anyMatch(SqlDynamicParam.class::isInstance);
  }

  private static boolean isUntypedRow(SqlNode value) {
    return value instanceof SqlCall row
        && row.getKind() == SqlKind.ROW
        && row.getOperandList().stream()
            .anyMatch(
                field -> field instanceof SqlDynamicParam || SqlUtil.isNullLiteral(field, false));
  }

  private static boolean isOfList(SqlCall call) {
    return (call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN)
        && call.operand(1) instanceof SqlNodeList;
  }

  private static SqlNode compared(SqlCall in) {
    return compared(in, ((SqlNodeList) in.operand(1)).getList());
  }

  /** Halves the list, so that no tree is deeper than it must be. */
  private static SqlNode compared(SqlCall in, List<SqlNode> values) {
    boolean negated = in.getKind() == SqlKind.NOT_IN;
    SqlParserPos place = in.getParserPosition();
    if (values.size() == 1) {
      SqlOperator comparison =
          negated ? SqlStdOperatorTable.NOT_EQUALS : SqlStdOperatorTable.EQUALS;
      return RowComparison.rewritten(
          comparison.createCall(place, SqlNode.clone(in.operand(0)), values.get(0)));
    }
    SqlOperator joint = negated ? SqlStdOperatorTable.AND : SqlStdOperatorTable.OR;
    int half = values.size() / 2;
    return joint.createCall(
        place,
        compared(in, values.subList(0, half)),
        compared(in, values.subList(half, values.size())));
  }
}
