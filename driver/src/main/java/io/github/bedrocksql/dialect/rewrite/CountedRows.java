package io.github.bedrocksql.dialect.rewrite;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlShuttle;

/** {@code count(t.*)}: PostgreSQL's for the rows of a table in FROM. */
final class CountedRows extends SqlShuttle {
  /** The tables in FROM, in lower case, and whether an outer join may leave one without a row. */
  private final Map<String, Boolean> tables = new HashMap<>();

  private CountedRows(SqlNode from) {
    collect(from, false);
  }

  private void collect(SqlNode from, boolean optional) {
    if (from instanceof SqlJoin join) {
      JoinType type = join.getJoinType();
      collect(join.getLeft(), optional || type == JoinType.RIGHT || type == JoinType.FULL);
      collect(join.getRight(), optional || type == JoinType.LEFT || type == JoinType.FULL);
    } else if (from instanceof SqlIdentifier table) {
      put(table.names.get(table.names.size() - 1), optional);
    } else if (from instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      put(as.operand(1).toString(), optional);
    }
  }

  private void put(String name, boolean optional) {
    tables.put(name.toLowerCase(Locale.ROOT), optional);
  }

  /** Returns a query that counts them as {@code count(*)}. */
  static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlSelect select && select.getFrom() != null) {
      CountedRows rows = new CountedRows(select.getFrom());
      select.getSelectList().replaceAll(item -> item.accept(rows));
      if (select.getHaving() != null) {
        select.setHaving(select.getHaving().accept(rows));
      }
    }
    return node;
  }

  @Override
  public SqlNode visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      return call;
    }
    return isCountOfRows(call) ? counted((SqlBasicCall) call) : super.visit(call);
  }

  private static boolean isCountOfRows(SqlCall call) {
    return call instanceof SqlBasicCall
        && CallName.of(call).equals("COUNT")
        && call.operandCount() == 1
        && call.getFunctionQuantifier() == null
        && call.operand(0) instanceof SqlIdentifier rows
        && rows.isStar()
        && rows.names.size() == 2;
  }

  private SqlNode counted(SqlBasicCall call) {
    SqlIdentifier rows = call.operand(0);
    Boolean optional = tables.get(rows.names.get(0).toLowerCase(Locale.ROOT));
    if (optional == null) {
      return call;
    }
    if (optional) {
      throw LocatedError.at(
          rows,
          SqlState.NOT_SUPPORTED.exception(
              "%s counts the rows that an outer join found: count a column of %s that is never NULL"
                  .formatted(call, rows.names.get(0))));
    }
    return call.getOperator()
        .createCall(
            call.getFunctionQuantifier(),
            call.getParserPosition(),
            SqlIdentifier.star(rows.getParserPosition()));
  }
}
