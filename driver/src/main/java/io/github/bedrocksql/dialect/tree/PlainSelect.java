package io.github.bedrocksql.dialect.tree;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A SELECT of a list, and of FROM at most. */
public final class PlainSelect {
  private PlainSelect() {}

  /** Returns the tree of {@code SELECT items FROM from}; without FROM if that is null. */
  public static SqlSelect of(SqlNodeList items, SqlNode from, SqlParserPos place) {
    return new SqlSelect(
        place,
        null,
        items,
        from,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        SqlNodeList.EMPTY);
  }
}
