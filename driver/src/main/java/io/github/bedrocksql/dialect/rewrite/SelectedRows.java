package io.github.bedrocksql.dialect.rewrite;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.ColumnLabels;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * A function that gives rows and is selected, {@code SELECT x, unnest(y) FROM t}: a table that is
 * joined to those in FROM.
 */
final class SelectedRows extends SqlShuttle {
  private static final String TABLE = "*rows*";

  private final List<SqlCall> found = new ArrayList<>();
  private final SqlIdentifier column;

  /** Whether there is a window, which PostgreSQL sees before the rows, or a choice. */
  private boolean mixed;

  private SelectedRows(SqlParserPos place) {
    column = new SqlIdentifier(List.of(TABLE, "*row*"), place);
  }

  /** Rewrites a query that selects such a function, if it does. */
  static SqlNode rewritten(SqlNode node) {
    if (!(node instanceof SqlSelect select)) {
      return node;
    }
    SelectedRows rows = new SelectedRows(select.getParserPosition());
    List<SqlNode> items =
        select.getSelectList().stream().map(item -> rows.named(item, item.accept(rows))).toList();
    if (!rows.found.isEmpty()) {
      rows.check(select);
      for (int i = 0; i < items.size(); i++) {
        select.getSelectList().set(i, items.get(i));
      }
      select.setFrom(rows.joined(select.getFrom()));
    }
    return select;
  }

  private SqlNode named(SqlNode item, SqlNode value) {
    return value == column
        ? SqlStdOperatorTable.AS.createCall(
            item.getParserPosition(),
            value,
            new SqlIdentifier(ColumnLabels.of(item), item.getParserPosition()))
        : value;
  }

  private void check(SqlSelect select) {
    if (found.size() > 1 || select.getGroup() != null || mixed) {
      throw LocatedError.at(
          found.get(found.size() - 1),
          SqlState.NOT_SUPPORTED.exception(
              "Only one function that returns rows can be selected, without GROUP BY, window"
                  + " functions and CASE; write others in FROM, as in FROM t, unnest(t.x) AS e"
                  + " (x)"));
    }
  }

  private SqlNode joined(SqlNode from) {
    SqlCall function = found.get(0);
    SqlParserPos place = function.getParserPosition();
    SqlNode rows =
        SqlStdOperatorTable.AS.createCall(
            place,
            TableFunctions.unnested(function),
            new SqlIdentifier(TABLE, place),
            new SqlIdentifier(column.names.get(1), place));
    return from == null
        ? rows
        : new SqlJoin(
            place,
            from,
            SqlLiteral.createBoolean(false, place),
            JoinType.CROSS.symbol(place),
            rows,
            JoinConditionType.NONE.symbol(place),
            null);
  }

  @Override
  public SqlNode visit(SqlCall call) {
    if (isRows(call)) {
      found.add(call);
      return column;
    }
    if (call.getKind() == SqlKind.AS) {
      SqlNode value = call.operand(0).accept(this);
      return value == call.operand(0)
          ? call
          : SqlStdOperatorTable.AS.createCall(call.getParserPosition(), value, call.operand(1));
    }
    if (call.isA(SqlKind.QUERY)) {
      return call;
    }
    int before = found.size();
    SqlNode visited = super.visit(call);
    boolean choice = call.getKind() == SqlKind.CASE || call.getKind() == SqlKind.COALESCE;
    mixed |= call.getKind() == SqlKind.OVER || (choice && found.size() > before);
    return visited;
  }

  private static boolean isRows(SqlCall call) {
    String name = CallName.of(call);
    return (name.equals("UNNEST") && call.operandCount() == 1)
        || (PostgresFunctions.ROWS.containsKey(name)
            && !PostgresFunctions.ROWS.containsValue(call.getOperator()));
  }
}
