package io.github.bedrocksql.dialect.validate;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A window without a reference to another. A refining window keeps its own frame, which Calcite
 * drops; and a frame that leaves out its own row may be empty, of which Calcite knows nothing.
 */
final class ResolvedWindow extends SqlWindow {
  /** More rows than any partition has. */
  private static final String ALL = String.valueOf(Integer.MAX_VALUE);

  /** Takes what is ordered and partitioned as one window is and has another's frame. */
  ResolvedWindow(SqlWindow resolved, SqlWindow framed) {
    super(
        framed.getParserPosition(),
        null,
        null,
        resolved.getPartitionList(),
        resolved.getOrderList(),
        SqlLiteral.createBoolean(framed.isRows(), SqlParserPos.ZERO),
        framed.getLowerBound(),
        upperBound(framed),
        framed.isAllowPartial() ? null : SqlLiteral.createBoolean(false, SqlParserPos.ZERO),
        framed.getExclude());
  }

  /** Of a frame with an end so many rows away, Calcite does not know that it is never empty. */
  private static SqlNode upperBound(SqlWindow framed) {
    SqlNode upper = framed.getUpperBound();
    SqlLiteral exclude = framed.getExclude();
    if (isExcludeNoOthers(exclude) || isExcludeTies(exclude)) {
      return upper;
    }
    if (!framed.isRows()) {
      throw new Refusal(
          SqlState.NOT_SUPPORTED.exception(
              "Not supported: EXCLUDE CURRENT ROW and EXCLUDE GROUP with RANGE; use ROWS"));
    }
    if (upper == null || isCurrentRow(upper)) {
      return following("0");
    }
    return isUnboundedFollowing(upper) ? following(ALL) : upper;
  }

  private static SqlNode following(String rows) {
    return createFollowing(
        SqlLiteral.createExactNumeric(rows, SqlParserPos.ZERO), SqlParserPos.ZERO);
  }
}
