package io.github.bedrocksql.adapter.table;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * A view: the rows of several tables, one after the other, with a column that says of which kind
 * each is. A query that names the kind reads the tables of that kind only.
 *
 * @param remark what it holds, for users
 */
public record ViewDefinition(
    String name, String remark, ImmutableList<ViewColumn> columns, ImmutableList<Part> parts) {
  /** A column; the first has the kind. */
  public record ViewColumn(String name, ColumnType type, String remark) {}

  /**
   * A table whose rows are in the view.
   *
   * @param columns the table's columns in the order of the view's, without the kind; empty where
   *     the table has none, for null
   */
  public record Part(String table, String kind, ImmutableList<Optional<String>> columns) {}

  static ViewDefinition of(String name, String remark) {
    return new ViewDefinition(name, remark, ImmutableList.of(), ImmutableList.of());
  }

  ViewDefinition column(String column, ColumnType type, String what) {
    return new ViewDefinition(
        name, remark, with(columns, new ViewColumn(column, type, what)), parts);
  }

  /** Adds a table; a column of null is one that it lacks. */
  ViewDefinition part(String table, String kind, String... tableColumns) {
    checkArgument(tableColumns.length == columns.size() - 1, table);
    return new ViewDefinition(
        name,
        remark,
        columns,
        with(
            parts,
            new Part(
                table,
                kind,
                Arrays.stream(tableColumns)
                    .map(Optional::ofNullable)
                    .collect(ImmutableList.toImmutableList()))));
  }

  private static <E> ImmutableList<E> with(ImmutableList<E> list, E last) {
    return ImmutableList.<E>builder().addAll(list).add(last).build();
  }
}
