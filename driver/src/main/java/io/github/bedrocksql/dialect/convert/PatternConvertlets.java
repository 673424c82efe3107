package io.github.bedrocksql.dialect.convert;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import io.github.bedrocksql.dialect.pattern.LikePattern;
import io.github.bedrocksql.dialect.pattern.PatternFunctions;
import io.github.bedrocksql.dialect.pattern.SimilarPattern;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql2rel.SqlRexContext;

/** LIKE, ILIKE and SIMILAR TO: where no ESCAPE is written, the escape is a backslash. */
final class PatternConvertlets {
  private static final String DEFAULT_ESCAPE = "\\";

  private PatternConvertlets() {}

  static RexNode convert(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    SqlLikeOperator operator = (SqlLikeOperator) call.getOperator();
    List<RexNode> operands =
        call.getOperandList().stream().map(context::convertExpression).toList();
    if (operands.stream().anyMatch(RexLiteral::isNullLiteral)) {
      return rex.makeNullLiteral(context.getValidator().getValidatedNodeType(call));
    }
    check(call, operands);
    RexNode matches =
        operator.getKind() == SqlKind.SIMILAR
            ? rex.makeCall(DialectFunctions.SIMILAR_TO, withEscape(operands, rex))
            : like(operands, rex, operator.isCaseSensitive());
    return operator.isNegated() ? rex.makeCall(SqlStdOperatorTable.NOT, matches) : matches;
  }

  /** A pattern that escapes nothing has no escape, so that plans show it as it was written. */
  private static RexNode like(List<RexNode> operands, RexBuilder rex, boolean caseSensitive) {
    List<RexNode> escaped = withEscape(operands, rex);
    String escape = text(escaped.get(2));
    String pattern = text(escaped.get(1));
    if (escape != null && (escape.isEmpty() || (pattern != null && !pattern.contains(escape)))) {
      SqlFunction plain = caseSensitive ? DialectFunctions.LIKE : DialectFunctions.ILIKE;
      return rex.makeCall(plain, escaped.subList(0, 2));
    }
    SqlFunction withEscape =
        caseSensitive ? DialectFunctions.LIKE_ESCAPED : DialectFunctions.ILIKE_ESCAPED;
    return rex.makeCall(withEscape, escaped);
  }

  private static List<RexNode> withEscape(List<RexNode> operands, RexBuilder rex) {
    return operands.size() > 2
        ? operands
        : ImmutableList.<RexNode>builder()
            .addAll(operands)
            .add(rex.makeLiteral(DEFAULT_ESCAPE))
            .build();
  }

  /** What is known before the statement runs is told with its place. */
  private static void check(SqlCall call, List<RexNode> operands) {
    String pattern = text(operands.get(1));
    String written = operands.size() > 2 ? text(operands.get(2)) : DEFAULT_ESCAPE;
    if (pattern == null || written == null) {
      return;
    }
    try {
      int escape = PatternFunctions.escape(written);
      if (call.getKind() == SqlKind.SIMILAR) {
        SimilarPattern.compiled(pattern, escape);
      } else {
        LikePattern.check(pattern, escape);
      }
    } catch (Refusal e) {
      throw LocatedError.at(call.operand(1), (SQLException) e.getCause());
    }
  }

  /** Returns the text of a literal, null for anything else. */
  private static String text(RexNode node) {
    return node instanceof RexLiteral literal ? literal.getValueAs(String.class) : null;
  }
}
