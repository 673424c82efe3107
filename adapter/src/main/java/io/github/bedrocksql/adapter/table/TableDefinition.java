package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import java.util.Optional;

/**
 * A table: its columns and the two operations that fill them.
 *
 * @param name lower snake_case
 * @param remark its description, for users
 * @param columns in the order of {@code SELECT *}
 * @param primaryKey ordinals of the columns that tell rows apart
 * @param parent the table whose primary key a row's ARN refers to; empty if the ARN is the row's
 *     own
 * @param identifier how rows are looked up
 * @param capability what List narrows and orders by
 * @param list finds rows
 * @param get fills details, and answers for a key
 * @param elements the lists whose elements are the rows; empty if a resource is a row
 * @param freshness when a detail seen before still holds; empty if that can't be told
 */
public record TableDefinition(
    String name,
    String remark,
    ImmutableList<Column> columns,
    ImmutableList<Integer> primaryKey,
    Optional<String> parent,
    Identifier identifier,
    ListCapability capability,
    ListOperation list,
    GetOperation get,
    Optional<ElementLists> elements,
    Optional<Freshness> freshness) {

  /** Returns whether only Get fills this column. */
  public boolean isDetail(int column) {
    Column.Level level = columns.get(column).level();
    return level == Column.Level.DETAIL || (level == Column.Level.ELEMENT && hasElementsOfDetail());
  }

  /** Returns whether only List fills this column. */
  public boolean isOnlyListed(int column) {
    return columns.get(column).isOnlyListed()
        || (columns.get(column).level() == Column.Level.ELEMENT && hasOnlyListedElements());
  }

  /** Returns whether rows are elements of a list that only Get has. */
  public boolean hasElementsOfDetail() {
    return elements.filter(lists -> lists.ofSummary().isEmpty()).isPresent();
  }

  /** Returns whether rows are elements of a list that only List has. */
  public boolean hasOnlyListedElements() {
    return elements.filter(lists -> lists.ofDetail().isEmpty()).isPresent();
  }

  /** Returns the names of the columns. */
  public ImmutableList<String> columnNames() {
    return columns.stream().map(Column::name).collect(ImmutableList.toImmutableList());
  }
}
