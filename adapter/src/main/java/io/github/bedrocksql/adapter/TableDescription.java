package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.ColumnType;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Optional;

/**
 * What a table says of itself without a call: for metadata.
 *
 * @param system whether it describes this connection rather than Bedrock
 * @param remark what it holds, for users
 * @param columns in the order of {@code SELECT *}
 * @param primaryKey names of the columns that tell rows apart, never null; empty if there are none
 * @param parent the table to whose primary key the first column of this one's refers
 */
public record TableDescription(
    String name,
    boolean system,
    String remark,
    ImmutableList<ColumnDescription> columns,
    ImmutableList<String> primaryKey,
    Optional<String> parent) {

  /** A column; {@code remark} is what it is, for users. */
  public record ColumnDescription(String name, ColumnType type, boolean nullable, String remark) {
    private static ColumnDescription of(Column column) {
      return new ColumnDescription(
          column.name(), column.type(), column.nullable(), column.remark());
    }
  }

  static TableDescription of(TableDefinition table) {
    return new TableDescription(
        table.name(),
        false,
        table.remark(),
        table.columns().stream()
            .map(ColumnDescription::of)
            .collect(ImmutableList.toImmutableList()),
        table.primaryKey().stream()
            .map(table.columnNames()::get)
            .collect(ImmutableList.toImmutableList()),
        table.parent());
  }
}
