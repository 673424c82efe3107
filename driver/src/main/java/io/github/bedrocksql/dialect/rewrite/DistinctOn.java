package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlHint;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/**
 * PostgreSQL's {@code SELECT DISTINCT ON (a)}, the first row for each a, and {@code FETCH FIRST n
 * ROWS WITH TIES}: both are a QUALIFY, by the number or the rank of a row in its order.
 */
final class DistinctOn {
  private static final String HINT = "DISTINCT ON";
  private static final String TIES = "WITH TIES";

  private DistinctOn() {}

  /** Returns a query without either of them. */
  static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlSelect select) {
      keys(select).ifPresent(keys -> qualify(select, keys, SqlNodeList.EMPTY));
      return select;
    }
    if (!(node instanceof SqlOrderBy ordered)) {
      return node;
    }
    if (ordered.query instanceof SqlSelect select) {
      keys(select).ifPresent(keys -> qualify(select, keys, ordered.orderList));
    }
    return ordered.fetch instanceof SqlCall ties && ties.getOperator().getName().equals(TIES)
        ? withTies(ordered, ties.operand(0))
        : ordered;
  }

  /** Takes the keys out of a query. */
  private static Optional<SqlNodeList> keys(SqlSelect select) {
    List<SqlNode> hints = new ArrayList<>(select.getHints());
    for (SqlNode node : hints) {
      SqlHint hint = (SqlHint) node;
      if (hint.getName().equals(HINT)) {
        SqlNodeList keys = hint.operand(1);
        hints.remove(hint);
        select.setHints(new SqlNodeList(hints, SqlParserPos.ZERO));
        return Optional.of(keys);
      }
    }
    return Optional.empty();
  }

  private static void qualify(SqlSelect select, SqlNodeList keys, List<SqlNode> order) {
    SqlNodeList meant = meant(select, keys);
    SqlNodeList sorted = meant(select, order);
    for (int i = 0; i < Math.min(meant.size(), sorted.size()); i++) {
      SqlNode key = SortKeys.withoutDirection(sorted.get(i));
      if (meant.stream().noneMatch(one -> one.equalsDeep(key, Litmus.IGNORE))) {
        throw LocatedError.at(
            order.get(i),
            SqlState.INVALID_ORDER.exception(
                "ORDER BY must begin with the expressions of DISTINCT ON"));
      }
    }
    qualify(
        select,
        SqlStdOperatorTable.EQUALS,
        over(SqlStdOperatorTable.ROW_NUMBER, meant, sorted),
        SqlLiteral.createExactNumeric("1", keys.getParserPosition()));
  }

  private static SqlNode withTies(SqlOrderBy ordered, SqlNode fetch) {
    if (!(ordered.query instanceof SqlSelect select)
        || select.isDistinct()
        || ordered.offset != null
        || ordered.orderList.isEmpty()) {
      throw LocatedError.at(
          ordered.fetch,
          SqlState.NOT_SUPPORTED.exception(
              "WITH TIES is supported with ORDER BY, without OFFSET, DISTINCT and set operations;"
                  + " put the query in a subquery"));
    }
    qualify(
        select,
        SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
        over(SqlStdOperatorTable.RANK, SqlNodeList.EMPTY, meant(select, ordered.orderList)),
        fetch);
    return new SqlOrderBy(
        ordered.getParserPosition(), select, ordered.orderList, ordered.offset, null);
  }

  private static void qualify(SqlSelect select, SqlOperator comparison, SqlNode one, SqlNode two) {
    SqlNode condition = comparison.createCall(one.getParserPosition(), one, two);
    SqlNode before = select.getQualify();
    select.setQualify(
        before == null
            ? condition
            : SqlStdOperatorTable.AND.createCall(one.getParserPosition(), before, condition));
  }

  private static SqlNode over(SqlOperator function, SqlNodeList partition, SqlNodeList order) {
    SqlParserPos place = order.getParserPosition();
    SqlNode window =
        SqlWindow.create(
            null,
            null,
            partition,
            order,
            SqlLiteral.createBoolean(false, place),
            null,
            null,
            null,
            SqlWindow.createExcludeNoOthers(place),
            place);
    return SqlStdOperatorTable.OVER.createCall(place, function.createCall(place), window);
  }

  /** Keys with what is selected in the place of its number or its name. */
  private static SqlNodeList meant(SqlSelect select, List<SqlNode> keys) {
    ImmutableList.Builder<SqlNode> meant = ImmutableList.builder();
    for (SqlNode key : keys) {
      meant.add(SortKeys.sorted(key, one -> SortKeys.selected(select, one).orElse(one)));
    }
    return new SqlNodeList(meant.build(), SqlParserPos.sum(List.of(select.getParserPosition())));
  }
}
