package io.github.bedrocksql.dialect.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * The columns of USING and NATURAL, which need not be qualified: Calcite knows them in what is
 * selected, grouped and sorted by only.
 */
final class CommonColumns extends SqlShuttle {
  private final DialectValidator validator;
  private final List<SqlJoin> joins = new ArrayList<>();
  private final List<SqlNode> tables = new ArrayList<>();

  CommonColumns(DialectValidator validator, SqlSelect select) {
    this.validator = validator;
    collect(select.getFrom());
  }

  private void collect(SqlNode from) {
    if (from instanceof SqlJoin join) {
      joins.add(join);
      collect(join.getLeft());
      collect(join.getRight());
    } else if (from != null) {
      tables.add(from);
    }
  }

  /** Says whose these columns are: in the condition of a query, and all over one with groups. */
  void qualify(SqlSelect select) {
    if (joins.isEmpty()) {
      return;
    }
    if (select.getWhere() != null) {
      select.setWhere(select.getWhere().accept(this));
    }
    if (select.getGroup() != null) {
      select.getGroup().replaceAll(item -> item.accept(this));
      select.getSelectList().replaceAll(this::named);
      if (select.getHaving() != null) {
        select.setHaving(select.getHaving().accept(this));
      }
    }
  }

  /** What is selected keeps its name. */
  private SqlNode named(SqlNode item) {
    SqlNode qualified = item.accept(this);
    return item instanceof SqlIdentifier column && qualified != item
        ? SqlValidatorUtil.addAlias(qualified, column.getSimple())
        : qualified;
  }

  /** A subquery has columns of its own, and an alias is not a column. */
  @Override
  public SqlNode visit(SqlCall call) {
    if (call.getKind() == SqlKind.AS) {
      call.setOperand(0, call.operand(0).accept(this));
      return call;
    }
    return call.isA(SqlKind.QUERY) ? call : super.visit(call);
  }

  @Override
  public SqlNode visit(SqlIdentifier column) {
    if (!column.isSimple()) {
      return column;
    }
    String name = column.getSimple();
    List<SqlJoin> common = joins.stream().filter(join -> isCommon(join, name)).toList();
    List<SqlNode> columns = new ArrayList<>();
    for (SqlNode table : tables) {
      SqlValidatorNamespace rows = validator.getNamespace(table);
      String alias = SqlValidatorUtil.alias(table);
      if (rows != null && alias != null && has(rows.getRowType().getFieldNames(), name)) {
        columns.add(new SqlIdentifier(List.of(alias, name), column.getParserPosition()));
      }
    }
    if (common.isEmpty() || columns.size() != common.size() + 1) {
      return column;
    }
    boolean first =
        common.stream()
            .allMatch(
                join ->
                    join.getJoinType() == JoinType.INNER || join.getJoinType() == JoinType.LEFT);
    return first
        ? columns.get(0)
        : SqlStdOperatorTable.COALESCE.createCall(column.getParserPosition(), columns);
  }

  private boolean isCommon(SqlJoin join, String name) {
    List<String> names = validator.usingNames(join);
    return names != null && has(names, name);
  }

  private boolean has(List<String> names, String name) {
    SqlNameMatcher matcher = validator.getCatalogReader().nameMatcher();
    return matcher.indexOf(names, name) >= 0;
  }
}
