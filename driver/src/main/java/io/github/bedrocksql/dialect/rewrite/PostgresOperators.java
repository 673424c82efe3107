package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import io.github.bedrocksql.dialect.tree.CallName;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Operators and calls that PostgreSQL writes in another way than Calcite. */
final class PostgresOperators {
  private static final String CATALOG = "pg_catalog";

  private static final ImmutableMap<String, SqlOperator> PREFIXES =
      ImmutableMap.of(
          "|/", SqlStdOperatorTable.SQRT,
          "||/", SqlStdOperatorTable.CBRT,
          "@", SqlStdOperatorTable.ABS,
          "~", SqlStdOperatorTable.BITNOT);

  private static final ImmutableMap<String, SqlOperator> BINARY =
      ImmutableMap.of(
          "^", SqlStdOperatorTable.POWER,
          "#", SqlStdOperatorTable.BITXOR,
          "|", SqlStdOperatorTable.BITOR,
          ">>", PostgresFunctions.SHIFTED);

  private PostgresOperators() {}

  /** Returns what stands for a call: the call itself if it is not such a form. */
  static SqlNode rewritten(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    SqlOperator operator = call.getOperator();
    if (operator instanceof SqlUnresolvedFunction function && isOfCatalog(function)) {
      SqlIdentifier name = function.getSqlIdentifier();
      return new SqlUnresolvedFunction(
              name.getComponent(1), null, null, null, null, function.getFunctionType())
          .createCall(call.getFunctionQuantifier(), place, call.getOperandList());
    }
    if (call.getKind() == SqlKind.OTHER) {
      SqlOperator meant =
          operator instanceof SqlPrefixOperator
              ? PREFIXES.get(operator.getName())
              : call.operandCount() == 2 ? BINARY.get(operator.getName()) : null;
      return meant == null ? call : meant.createCall(place, call.getOperandList());
    }
    if (call.getKind() == SqlKind.OVER) {
      return ordered(call);
    }
    return isCountOfRows(call) ? ofTexts(call) : call;
  }

  private static boolean isOfCatalog(SqlFunction function) {
    SqlIdentifier name = function.getSqlIdentifier();
    return name != null && name.names.size() == 2 && name.names.get(0).equalsIgnoreCase(CATALOG);
  }

  /** Without an order all rows are peers; Calcite wants one. */
  private static SqlNode ordered(SqlCall over) {
    if (over.operand(0) instanceof SqlBasicCall function
        && over.operand(1) instanceof SqlWindow window
        && window.getOrderList().isEmpty()
        && window.getRefName() == null) {
      String name = CallName.of(function);
      if (List.of("RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST").contains(name)) {
        SqlParserPos place = window.getParserPosition();
        window.setOrderList(
            SqlNodeList.of(SqlStdOperatorTable.CURRENT_TIMESTAMP.createCall(place)));
      }
    }
    return over;
  }

  private static boolean isCountOfRows(SqlCall call) {
    return call.getOperator().getName().equalsIgnoreCase("COUNT")
        && call.operandCount() == 1
        && call.getFunctionQuantifier() != null
        && call.getFunctionQuantifier().getValue() == SqlSelectKeyword.DISTINCT
        && call.operand(0) != null
        && call.operand(0).getKind() == SqlKind.ROW;
  }

  /** Rows are never equal to the engine; the same rows are the same JSON. */
  private static SqlNode ofTexts(SqlCall count) {
    return count
        .getOperator()
        .createCall(
            count.getFunctionQuantifier(),
            count.getParserPosition(),
            JsonForms.array(count.operand(0)));
  }
}
