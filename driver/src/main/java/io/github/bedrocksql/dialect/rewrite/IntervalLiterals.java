package io.github.bedrocksql.dialect.rewrite;

import io.github.bedrocksql.dialect.time.IntervalText;
import io.github.bedrocksql.dialect.tree.Literals;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserUtil;

/** Intervals that are written out: PostgreSQL's texts without units behind them, and SQL's. */
final class IntervalLiterals {
  private IntervalLiterals() {}

  /** Returns the interval that a node is as PostgreSQL writes it; empty if it is not one. */
  static Optional<IntervalText> postgres(SqlNode node) {
    if (!(node instanceof SqlCall call)) {
      return Optional.empty();
    }
    boolean text =
        call.getOperator().equals(SqlStdOperatorTable.INTERVAL)
            ? call.operandCount() == 1
            : WrittenCast.isToInterval(call);
    return text ? parsed(call.operand(0)) : Optional.empty();
  }

  /** Returns the interval that a node is, written in any way; empty if it is not one. */
  static Optional<IntervalText> any(SqlNode node) {
    if (node instanceof SqlIntervalLiteral literal) {
      SqlIntervalLiteral.IntervalValue value =
          literal.getValueAs(SqlIntervalLiteral.IntervalValue.class);
      return Optional.of(
          value.getIntervalQualifier().isYearMonth()
              ? new IntervalText(SqlParserUtil.intervalToMonths(value), 0)
              : new IntervalText(0, SqlParserUtil.intervalToMillis(value)));
    }
    return postgres(node);
  }

  /**
   * Returns the interval that a literal's text is; empty if the node is not a literal. A text that
   * is not an interval is refused.
   */
  static Optional<IntervalText> parsed(SqlNode text) {
    Optional<String> literal = Literals.text(text);
    if (literal.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IntervalText.parse(literal.get()));
    } catch (SQLException e) {
      throw LocatedError.at(text, e);
    }
  }
}
