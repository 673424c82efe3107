package io.github.bedrocksql.dialect.rewrite;

import io.github.bedrocksql.dialect.function.StatisticalFunctions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Util;

/** What OVER, WINDOW and FILTER are in this dialect and not in Calcite. */
public final class WindowSyntax {
  /** Aggregates for which a row with a null is as good as none. */
  private static final Set<SqlKind> SKIP_NULLS =
      EnumSet.of(
          SqlKind.COUNT,
          SqlKind.SUM,
          SqlKind.SUM0,
          SqlKind.AVG,
          SqlKind.MIN,
          SqlKind.MAX,
          SqlKind.REGR_COUNT,
          SqlKind.STRING_AGG,
          SqlKind.LISTAGG,
          SqlKind.BIT_AND,
          SqlKind.BIT_OR,
          SqlKind.BIT_XOR);

  private WindowSyntax() {}

  /** {@code f(x) FILTER (WHERE c) OVER w} is {@code f(CASE WHEN c THEN x END) OVER w}. */
  public static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlCall over
        && over.getKind() == SqlKind.OVER
        && over.operand(0) instanceof SqlBasicCall filtered
        && filtered.getKind() == SqlKind.FILTER
        && filtered.operand(0) instanceof SqlBasicCall aggregate
        && skipsNulls(aggregate.getOperator())) {
      over.setOperand(0, conditional(aggregate, filtered.operand(1)));
    }
    if (node instanceof SqlBasicCall filtered
        && filtered.getKind() == SqlKind.FILTER
        && filtered.operand(0) instanceof SqlBasicCall aggregate
        && aggregate.getKind() == SqlKind.STRING_AGG
        && Util.last(aggregate.getOperandList()) instanceof SqlNodeList order) {
      filtered.setOperand(0, withinGroup(aggregate, order));
    }
    return node;
  }

  private static boolean skipsNulls(SqlOperator aggregate) {
    return SKIP_NULLS.contains(aggregate.getKind()) || StatisticalFunctions.include(aggregate);
  }

  /** Calcite knows no filter of a STRING_AGG with an order, but one of LISTAGG, its like. */
  private static SqlNode withinGroup(SqlBasicCall aggregate, SqlNodeList order) {
    SqlParserPos place = aggregate.getParserPosition();
    SqlNode texts =
        SqlStdOperatorTable.LISTAGG.createCall(
            aggregate.getFunctionQuantifier(), place, Util.skipLast(aggregate.getOperandList()));
    return SqlStdOperatorTable.WITHIN_GROUP.createCall(place, texts, order);
  }

  private static SqlNode conditional(SqlBasicCall aggregate, SqlNode condition) {
    SqlParserPos place = aggregate.getParserPosition();
    List<SqlNode> operands = new ArrayList<>(aggregate.getOperandList());
    boolean star =
        operands.isEmpty() || (operands.get(0) instanceof SqlIdentifier name && name.isStar());
    SqlNode value = star ? SqlLiteral.createExactNumeric("1", place) : operands.remove(0);
    List<SqlNode> arguments = new ArrayList<>();
    arguments.add(
        SqlCase.createSwitched(
            place,
            null,
            SqlNodeList.of(condition),
            SqlNodeList.of(value),
            SqlLiteral.createNull(place)));
    arguments.addAll(star ? List.of() : operands);
    return aggregate.getOperator().createCall(aggregate.getFunctionQuantifier(), place, arguments);
  }
}
