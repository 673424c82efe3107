package io.github.bedrocksql.dialect.rewrite;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * The aliases of functions such as {@code jsonb_array_elements(x) e}, whose column is {@code
 * e.value}: alone, {@code e} is that, too.
 */
final class ElementAliases extends SqlShuttle {
  private final Set<String> aliases = new HashSet<>();

  private ElementAliases(SqlNode from) {
    collect(from);
  }

  private void collect(SqlNode from) {
    if (from instanceof SqlJoin join) {
      collect(join.getLeft());
      collect(join.getRight());
    } else if (from instanceof SqlCall as
        && as.getKind() == SqlKind.AS
        && as.operandCount() == 2
        && TableFunctions.hasValue(as.operand(0))) {
      aliases.add(as.operand(1).toString().toLowerCase(Locale.ROOT));
    }
  }

  /** Returns a query with its columns in the place of such aliases. */
  static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlOrderBy ordered && ordered.query instanceof SqlSelect select) {
      ElementAliases elements = new ElementAliases(select.getFrom());
      return elements.aliases.isEmpty()
          ? node
          : new SqlOrderBy(
              ordered.getParserPosition(),
              select,
              (SqlNodeList) ordered.orderList.accept(elements),
              ordered.offset,
              ordered.fetch);
    }
    if (node instanceof SqlSelect select) {
      ElementAliases elements = new ElementAliases(select.getFrom());
      if (!elements.aliases.isEmpty()) {
        elements.rewrite(select);
      }
    }
    return node;
  }

  private void rewrite(SqlSelect select) {
    select.getSelectList().replaceAll(this::item);
    select.setFrom(select.getFrom().accept(this));
    if (select.getWhere() != null) {
      select.setWhere(select.getWhere().accept(this));
    }
    if (select.getGroup() != null) {
      select.getGroup().replaceAll(item -> item.accept(this));
    }
    if (select.getHaving() != null) {
      select.setHaving(select.getHaving().accept(this));
    }
  }

  private SqlNode item(SqlNode item) {
    SqlNode column = item.accept(this);
    return item instanceof SqlIdentifier && column != item
        ? SqlStdOperatorTable.AS.createCall(item.getParserPosition(), column, item)
        : column;
  }

  @Override
  public SqlNode visit(SqlIdentifier name) {
    return name.isSimple() && aliases.contains(name.getSimple().toLowerCase(Locale.ROOT))
        ? name.plus(TableFunctions.VALUE, name.getParserPosition())
        : name;
  }

  /** The name that AS gives is not a column's. */
  @Override
  public SqlNode visit(SqlCall call) {
    if (call.getKind() == SqlKind.AS) {
      call.setOperand(0, call.operand(0).accept(this));
      return call;
    }
    return super.visit(call);
  }
}
