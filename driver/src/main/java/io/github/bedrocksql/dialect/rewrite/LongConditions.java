package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Long chains of OR and AND, as programs write them. The parser nests one term in the next, and
 * whatever looks at a condition goes as deep: a thousand terms take more stack than a thread has.
 */
final class LongConditions {
  /** The usual condition stays as it is written. */
  private static final int LONG = 50;

  /** More that differ, and that code must be made of, are too much for a method of Java. */
  private static final int MOST = 1_000;

  /** What a scan decides without code, of columns, literals and parameters. */
  private static final Set<SqlKind> PLAIN =
      ImmutableSet.<SqlKind>builder()
          .addAll(SqlKind.COMPARISON)
          .add(SqlKind.AND, SqlKind.OR, SqlKind.NOT)
          .add(SqlKind.IN, SqlKind.NOT_IN, SqlKind.BETWEEN, SqlKind.LIKE)
          .add(SqlKind.IS_NULL, SqlKind.IS_NOT_NULL)
          .build();

  private LongConditions() {}

  /**
   * Returns the condition, a long chain as a tree that is no deeper than it must be. Comparisons of
   * one column with literals become one list.
   */
  static SqlNode rewritten(SqlNode node) {
    if (!(node instanceof SqlCall call)
        || (call.getKind() != SqlKind.OR && call.getKind() != SqlKind.AND)) {
      return node;
    }
    ImmutableList<SqlNode> terms = terms(call);
    if (terms.size() < LONG) {
      return node;
    }
    List<SqlNode> fewer = withLists(terms, call.getKind() == SqlKind.OR);
    if (fewer.size() > MOST && !fewer.stream().allMatch(LongConditions::isPlain)) {
      throw LocatedError.at(
          call,
          SqlState.STATEMENT_TOO_COMPLEX.exception(
              "More than 1,000 conditions in a chain; compare a column with many values as one"
                  + " IN (…)"));
    }
    return tree(call.getOperator(), call.getParserPosition(), fewer);
  }

  private static boolean isPlain(SqlNode term) {
    return !(term instanceof SqlCall call)
        || (PLAIN.contains(call.getKind())
            && call.getOperandList().stream().allMatch(LongConditions::isPlain));
  }

  /** Returns the terms of a chain, in their order. */
  private static ImmutableList<SqlNode> terms(SqlCall chain) {
    ImmutableList.Builder<SqlNode> terms = ImmutableList.builder();
    Deque<SqlNode> left = new ArrayDeque<>();
    left.push(chain);
    while (!left.isEmpty()) {
      SqlNode next = left.pop();
      if (next instanceof SqlCall call && call.getKind() == chain.getKind()) {
        for (int i = call.operandCount() - 1; i >= 0; i--) {
          left.push(call.operand(i));
        }
      } else {
        terms.add(next);
      }
    }
    return terms.build();
  }

  private static List<SqlNode> withLists(List<SqlNode> terms, boolean alternatives) {
    SqlKind comparison = alternatives ? SqlKind.EQUALS : SqlKind.NOT_EQUALS;
    SqlOperator operator = alternatives ? SqlStdOperatorTable.IN : SqlStdOperatorTable.NOT_IN;
    Map<Compared, List<SqlCall>> comparisons = new LinkedHashMap<>();
    List<SqlNode> others = new ArrayList<>();
    for (SqlNode term : terms) {
      Optional<Compared> column = compared(term, comparison);
      if (column.isPresent()) {
        comparisons.computeIfAbsent(column.get(), c -> new ArrayList<>()).add((SqlCall) term);
      } else {
        others.add(term);
      }
    }
    List<SqlNode> fewer = new ArrayList<>();
    comparisons
        .values()
        .forEach(same -> fewer.add(same.size() == 1 ? same.get(0) : list(operator, same)));
    fewer.addAll(others);
    return fewer;
  }

  /** A column, and of what kind the values are that it is compared with. */
  private record Compared(String column, SqlTypeName type) {}

  private static Optional<Compared> compared(SqlNode term, SqlKind how) {
    return term.getKind() == how
            && term instanceof SqlCall comparison
            && comparison.operand(0) instanceof SqlIdentifier column
            && comparison.operand(1) instanceof SqlLiteral literal
            && (literal.getTypeName() == SqlTypeName.CHAR
                || literal.getTypeName() == SqlTypeName.DECIMAL)
        ? Optional.of(new Compared(column.toString(), literal.getTypeName()))
        : Optional.empty();
  }

  private static SqlNode list(SqlOperator operator, List<SqlCall> comparisons) {
    SqlParserPos place = comparisons.get(0).getParserPosition();
    SqlNodeList values = new SqlNodeList(place);
    comparisons.forEach(comparison -> values.add(comparison.operand(1)));
    return operator.createCall(place, comparisons.get(0).operand(0), values);
  }

  private static SqlNode tree(SqlOperator operator, SqlParserPos place, List<SqlNode> terms) {
    if (terms.size() == 1) {
      return terms.get(0);
    }
    int half = terms.size() / 2;
    return operator.createCall(
        place,
        tree(operator, place, terms.subList(0, half)),
        tree(operator, place, terms.subList(half, terms.size())));
  }
}
