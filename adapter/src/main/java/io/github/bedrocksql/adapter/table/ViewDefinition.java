package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A view: the rows of several tables, one after the other, with a column that says of which kind
 * each is. A query that names the kind reads the tables of that kind only.
 *
 * @param remark its description, for users
 */
public record ViewDefinition(
    String name, String remark, ImmutableList<ViewColumn> columns, ImmutableList<Part> parts) {
  /** A column; the first has the kind. */
  public record ViewColumn(String name, ColumnType type, String remark) {}

  /**
   * A table whose rows are in the view. A column of the view is the table's of the same name,
   * unless another is named for it; null where the table has none.
   *
   * @param named by columns of the view, the table's that have other names
   */
  public record Part(String table, String kind, ImmutableMap<String, String> named) {
    /** Returns the name of what would be a view's column in the table, which may lack it. */
    public String column(String ofView) {
      return named.getOrDefault(ofView, ofView);
    }
  }

  static ViewDefinition of(String name, String remark) {
    return new ViewDefinition(name, remark, ImmutableList.of(), ImmutableList.of());
  }

  ViewDefinition column(String column, ColumnType type, String what) {
    return new ViewDefinition(
        name, remark, with(columns, new ViewColumn(column, type, what)), parts);
  }

  /**
   * Adds a table.
   *
   * @param named by columns of the view, the table's that have other names
   */
  ViewDefinition part(String table, String kind, Map<String, String> named) {
    return new ViewDefinition(
        name, remark, columns, with(parts, new Part(table, kind, ImmutableMap.copyOf(named))));
  }

  private static <E> ImmutableList<E> with(ImmutableList<E> list, E last) {
    return ImmutableList.<E>builder().addAll(list).add(last).build();
  }
}
