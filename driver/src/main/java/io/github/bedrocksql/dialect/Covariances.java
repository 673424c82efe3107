package io.github.bedrocksql.dialect;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code covar_pop} and {@code covar_samp}, whose FILTER Calcite forgets. */
final class Covariances {
  private static final Set<String> NAMES = Set.of("COVAR_POP", "COVAR_SAMP");

  private Covariances() {}

  /** Returns what stands for a call: the call itself if it is of none of them. */
  static SqlNode rewritten(SqlCall call) {
    if (call.getKind() != SqlKind.FILTER || !is(call.operand(0), NAMES)) {
      return call;
    }
    SqlCall aggregate = call.operand(0);
    SqlNode x = where(call.operand(1), aggregate.operand(0));
    return PostgresCalls.ofDoubles(
        aggregate.getOperator().createCall(call.getParserPosition(), x, aggregate.operand(1)));
  }

  private static boolean is(SqlNode node, Set<String> names) {
    return node instanceof SqlCall call
        && call.operandCount() == 2
        && names.contains(CallName.of(call));
  }

  private static SqlNode where(SqlNode condition, SqlNode value) {
    SqlParserPos place = value.getParserPosition();
    return new SqlCase(
        place,
        null,
        new SqlNodeList(List.of(condition), place),
        new SqlNodeList(List.of(value), place),
        SqlLiteral.createNull(place));
  }
}
