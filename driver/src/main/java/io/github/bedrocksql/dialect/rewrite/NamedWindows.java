package io.github.bedrocksql.dialect.rewrite;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * {@code OVER w} of a window in WINDOW as {@code OVER (…)}: Calcite looks for IN and for subqueries
 * in what is selected, and not in WINDOW.
 */
final class NamedWindows extends SqlShuttle {
  private final Map<String, SqlWindow> windows = new HashMap<>();

  private NamedWindows(SqlNodeList list) {
    for (SqlNode node : list) {
      if (node instanceof SqlWindow window) {
        SqlWindow known = window.getRefName() == null ? window : refined(window);
        if (known != null) {
          windows.put(name(window.getDeclName()), known);
        }
      }
    }
  }

  /** Returns a query whose windows stand where they are used. */
  static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlOrderBy ordered && ordered.query instanceof SqlSelect select) {
      rewrite(select, ordered.orderList);
    } else if (node instanceof SqlSelect select) {
      rewrite(select, SqlNodeList.EMPTY);
    }
    return node;
  }

  private static void rewrite(SqlSelect select, SqlNodeList order) {
    SqlNodeList list = select.getWindowList();
    if (list.isEmpty()) {
      return;
    }
    NamedWindows names = new NamedWindows(list);
    select.getSelectList().replaceAll(item -> item.accept(names));
    if (!order.isEmpty()) {
      order.replaceAll(item -> item.accept(names));
    }
    if (names.windows.size() == list.size() && list.stream().anyMatch(NamedWindows::hasQuery)) {
      // The validator has no scope for a query here.
      list.clear();
    }
  }

  private static boolean hasQuery(SqlNode node) {
    return SqlUtil.containsCall(node, call -> call.isA(SqlKind.QUERY));
  }

  private static String name(SqlNode identifier) {
    return identifier.toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public SqlNode visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      return call;
    }
    if (call.getKind() == SqlKind.OVER) {
      SqlWindow window = meant(call.operand(1));
      if (window != null) {
        return call.getOperator()
            .createCall(call.getParserPosition(), call.operand(0).accept(this), window);
      }
    }
    return super.visit(call);
  }

  /** Returns the window that OVER names or refines; null for what the validator is to judge. */
  private SqlWindow meant(SqlNode over) {
    if (over instanceof SqlIdentifier name) {
      SqlWindow window = windows.get(name(name));
      return window == null
          ? null
          : of(window, window.getOrderList(), window, name.getParserPosition());
    }
    return over instanceof SqlWindow window && window.getRefName() != null ? refined(window) : null;
  }

  private SqlWindow refined(SqlWindow window) {
    SqlWindow base = windows.get(name(window.getRefName()));
    boolean ordered = base != null && !base.getOrderList().isEmpty();
    return base == null
            || base.getLowerBound() != null
            || !window.getPartitionList().isEmpty()
            || (ordered && !window.getOrderList().isEmpty())
        ? null
        : of(
            base,
            ordered ? base.getOrderList() : window.getOrderList(),
            window,
            window.getParserPosition());
  }

  private static SqlWindow of(
      SqlWindow parted, SqlNodeList order, SqlWindow framed, SqlParserPos place) {
    return new SqlWindow(
        place,
        null,
        null,
        copy(parted.getPartitionList()),
        copy(order),
        SqlLiteral.createBoolean(framed.isRows(), place),
        framed.getLowerBound(),
        framed.getUpperBound(),
        framed.isAllowPartial() ? null : SqlLiteral.createBoolean(false, place),
        framed.getExclude());
  }

  private static SqlNodeList copy(SqlNodeList list) {
    return (SqlNodeList) list.accept(new Copy());
  }

  /** Copies all: the validator writes into a tree, and each use is another place. */
  private static final class Copy extends SqlShuttle {
    @Override
    public SqlNode visit(SqlCall call) {
      CallCopyingArgHandler copied = new CallCopyingArgHandler(call, true);
      call.getOperator().acceptCall(this, call, false, copied);
      return copied.result();
    }

    @Override
    public SqlNode visit(SqlNodeList list) {
      return new SqlNodeList(
          list.stream().map(item -> item.accept(this)).toList(), list.getParserPosition());
    }

    @Override
    public SqlNode visit(SqlIdentifier name) {
      return name.clone(name.getParserPosition());
    }
  }
}
