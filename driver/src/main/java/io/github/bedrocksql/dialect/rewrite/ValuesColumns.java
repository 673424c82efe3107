package io.github.bedrocksql.dialect.rewrite;

import io.github.bedrocksql.dialect.tree.PlainSelect;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The names of VALUES' columns where none is given: column1, column2 and so on. */
public final class ValuesColumns {
  private static final String TABLE = "*VALUES*";

  private ValuesColumns() {}

  /** Returns a statement that is not VALUES. */
  public static SqlNode named(SqlNode statement) {
    if (statement instanceof SqlOrderBy ordered && isValues(ordered.query)) {
      return new SqlOrderBy(
          ordered.getParserPosition(),
          named(ordered.query),
          ordered.orderList,
          ordered.offset,
          ordered.fetch);
    }
    if (!isValues(statement)) {
      return statement;
    }
    SqlParserPos place = statement.getParserPosition();
    return PlainSelect.of(SqlNodeList.of(SqlIdentifier.star(place)), statement, place);
  }

  /** Names the columns of VALUES in WITH and FROM. */
  public static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlWithItem item && item.columnList == null && isValues(item.query)) {
      SqlParserPos place = item.getParserPosition();
      item.columnList = new SqlNodeList(names((SqlCall) item.query, 0), place);
    } else if (node instanceof SqlSelect select && isValues(select.getFrom())) {
      select.setFrom(as(select.getFrom(), new SqlIdentifier(TABLE, SqlParserPos.ZERO)));
    } else if (node instanceof SqlCall as
        && as.getKind() == SqlKind.AS
        && isValues(as.operand(0))) {
      List<SqlNode> operands = new ArrayList<>(as.getOperandList());
      operands.addAll(names(as.operand(0), operands.size() - 2));
      return SqlStdOperatorTable.AS.createCall(as.getParserPosition(), operands);
    }
    return node;
  }

  private static SqlNode as(SqlNode values, SqlIdentifier table) {
    return SqlStdOperatorTable.AS.createCall(values.getParserPosition(), values, table);
  }

  private static boolean isValues(SqlNode node) {
    return node != null && node.getKind() == SqlKind.VALUES;
  }

  /** The names of columns after those that have one. */
  private static List<SqlNode> names(SqlCall values, int named) {
    SqlNode row = values.operand(0);
    int columns = row.getKind() == SqlKind.ROW ? ((SqlCall) row).operandCount() : 1;
    List<SqlNode> names = new ArrayList<>();
    for (int i = named + 1; i <= columns; i++) {
      names.add(new SqlIdentifier("column" + i, values.getParserPosition()));
    }
    return names;
  }
}
