package io.github.bedrocksql.dialect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * {@code OVER w} of a window in WINDOW as {@code OVER (…)}: Calcite looks for IN and for subqueries
 * in what is selected, and not in WINDOW. One that refines another keeps its name.
 */
final class NamedWindows extends SqlShuttle {
  private final Map<String, SqlWindow> windows = new HashMap<>();

  private NamedWindows(SqlNodeList list) {
    for (SqlNode node : list) {
      if (node instanceof SqlWindow window && window.getRefName() == null) {
        windows.put(name(window.getDeclName()), window);
      }
    }
  }

  /** Returns a query whose windows stand where they are used. */
  static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlSelect select && !select.getWindowList().isEmpty()) {
      NamedWindows names = new NamedWindows(select.getWindowList());
      select.getSelectList().replaceAll(item -> item.accept(names));
    }
    return node;
  }

  private static String name(SqlNode identifier) {
    return identifier.toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public SqlNode visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      return call;
    }
    if (call.getKind() == SqlKind.OVER && call.operand(1) instanceof SqlIdentifier name) {
      SqlWindow window = windows.get(name(name));
      return window == null
          ? call
          : call.getOperator()
              .createCall(
                  call.getParserPosition(),
                  call.operand(0).accept(this),
                  copy(window, name.getParserPosition()));
    }
    return super.visit(call);
  }

  private static SqlWindow copy(SqlWindow window, SqlParserPos place) {
    return new SqlWindow(
        place,
        null,
        null,
        copy(window.getPartitionList()),
        copy(window.getOrderList()),
        SqlLiteral.createBoolean(window.isRows(), place),
        window.getLowerBound(),
        window.getUpperBound(),
        window.isAllowPartial() ? null : SqlLiteral.createBoolean(false, place),
        window.getExclude());
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
