package io.github.bedrocksql.dialect.convert;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * The operators and functions of regular expressions that Calcite has, too. Its own take {@code
 * digit} for a class of characters wherever it stands, and can't be stopped.
 */
final class RegexConvertlets {
  /** What searches, with the flags that it has where none are given. */
  private record Search(SqlFunction function, int operands, String flags, boolean negated) {
    static Search found(String flags, boolean negated) {
      return new Search(PostgresFunctions.FOUND, 2, flags, negated);
    }
  }

  /** A function is equal to those of its name that take more operands. */
  private static final ImmutableMap<SqlOperator, Search> SEARCHES =
      ImmutableMap.<SqlOperator, Search>builder()
          .put(SqlStdOperatorTable.POSIX_REGEX_CASE_SENSITIVE, Search.found("", false))
          .put(SqlStdOperatorTable.POSIX_REGEX_CASE_INSENSITIVE, Search.found("i", false))
          .put(SqlStdOperatorTable.NEGATED_POSIX_REGEX_CASE_SENSITIVE, Search.found("", true))
          .put(SqlStdOperatorTable.NEGATED_POSIX_REGEX_CASE_INSENSITIVE, Search.found("i", true))
          .put(SqlLibraryOperators.REGEXP_LIKE, Search.found("", false))
          .put(
              SqlLibraryOperators.REGEXP_REPLACE_PG_3,
              new Search(PostgresFunctions.REPLACED, 3, "", false))
          .buildOrThrow();

  private RegexConvertlets() {}

  static boolean isSearch(SqlOperator operator) {
    return SEARCHES.containsKey(operator);
  }

  static RexNode convert(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    Search search = SEARCHES.get(call.getOperator());
    List<RexNode> operands = new ArrayList<>();
    call.getOperandList().forEach(operand -> operands.add(context.convertExpression(operand)));
    if (operands.size() == search.operands()) {
      operands.add(rex.makeLiteral(search.flags()));
    }
    RexNode result = rex.makeCall(search.function(), operands);
    return search.negated() ? rex.makeCall(SqlStdOperatorTable.NOT, result) : result;
  }
}
