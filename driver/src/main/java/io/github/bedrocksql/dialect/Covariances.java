package io.github.bedrocksql.dialect;

import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * {@code corr}, which Calcite has not, and {@code covar_pop} and {@code covar_samp}, whose FILTER
 * it forgets.
 */
final class Covariances {
  private static final Set<String> NAMES = Set.of("CORR", "COVAR_POP", "COVAR_SAMP");

  private Covariances() {}

  /** Returns what stands for a call: the call itself if it is of none of them. */
  static SqlNode rewritten(SqlCall call) {
    if (call.getKind() == SqlKind.FILTER && is(call.operand(0), NAMES)) {
      SqlCall aggregate = call.operand(0);
      SqlNode x = where(call.operand(1), aggregate.operand(0));
      return rewritten(
          aggregate.getOperator().createCall(call.getParserPosition(), x, aggregate.operand(1)));
    }
    if (call.getKind() == SqlKind.OVER && is(call.operand(0), Set.of("CORR"))) {
      throw Misspelling.at(
          call,
          new SQLFeatureNotSupportedException(
              "corr has no OVER; write covar_pop(x, y) OVER w / (stddev_pop(x) OVER w *"
                  + " stddev_pop(y) OVER w)",
              "0A000"));
    }
    return is(call, Set.of("CORR")) ? correlation(call) : call;
  }

  private static boolean is(SqlNode node, Set<String> names) {
    return node instanceof SqlCall call
        && call.operandCount() == 2
        && names.contains(call.getOperator().getName().toUpperCase(Locale.ROOT));
  }

  /** The covariance over the deviations, of the rows that have both values; null for none. */
  private static SqlNode correlation(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    SqlNode x = where(isNotNull(call.operand(1)), call.operand(0));
    SqlNode y = where(isNotNull(call.operand(0)), call.operand(1));
    SqlNode deviations =
        of(
            SqlStdOperatorTable.MULTIPLY,
            place,
            of(SqlStdOperatorTable.STDDEV_POP, place, x),
            of(SqlStdOperatorTable.STDDEV_POP, place, y));
    SqlNode divisor =
        of(
            SqlStdOperatorTable.NULLIF,
            place,
            deviations,
            SqlLiteral.createExactNumeric("0", place));
    SqlNode covariance = of(SqlStdOperatorTable.COVAR_POP, place, x.clone(place), y.clone(place));
    return of(SqlStdOperatorTable.DIVIDE, place, covariance, divisor);
  }

  private static SqlNode isNotNull(SqlNode value) {
    SqlParserPos place = value.getParserPosition();
    return of(SqlStdOperatorTable.IS_NOT_NULL, place, value.clone(place));
  }

  private static SqlNode of(SqlOperator operator, SqlParserPos place, SqlNode... operands) {
    return operator.createCall(place, operands);
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
