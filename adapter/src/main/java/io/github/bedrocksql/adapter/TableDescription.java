package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.ColumnType;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a table without a call: for metadata.
 *
 * @param remark its description, for users
 * @param columns in the order of {@code SELECT *}
 * @param primaryKey names of the columns that tell rows apart, never null; empty if there are none
 * @param parent the table to whose primary key the first column of this one's refers
 */
public record TableDescription(
    String name,
    Kind kind,
    String remark,
    ImmutableList<ColumnDescription> columns,
    ImmutableList<String> primaryKey,
    Optional<String> parent) {

  /** What it is, by the name that JDBC has for it. */
  public enum Kind {
    /** Filled by API calls. */
    TABLE("TABLE"),
    /** Describes this connection rather than Bedrock. */
    SYSTEM_TABLE("SYSTEM TABLE"),
    /** Over several tables. */
    VIEW("VIEW");

    private final String jdbcName;

    Kind(String jdbcName) {
      this.jdbcName = jdbcName;
    }

    /** Returns what {@code DatabaseMetaData.getTables} calls it. */
    public String jdbcName() {
      return jdbcName;
    }
  }

  /** A column; {@code remark} describes it to users. */
  public record ColumnDescription(String name, ColumnType type, boolean nullable, String remark) {
    private static ColumnDescription of(Column column) {
      return new ColumnDescription(
          column.name(), column.type(), column.nullable(), column.remark());
    }
  }

  static TableDescription of(TableDefinition table) {
    return new TableDescription(
        table.name(),
        Kind.TABLE,
        table.remark(),
        table.columns().stream()
            .map(ColumnDescription::of)
            .collect(ImmutableList.toImmutableList()),
        table.primaryKey().stream()
            .map(table.columnNames()::get)
            .collect(ImmutableList.toImmutableList()),
        table.parent());
  }

  /** Describes a view; a column may be null where one of its tables lacks it or has null. */
  static TableDescription of(ViewDefinition view, Map<String, TableDefinition> tables) {
    ImmutableList.Builder<ColumnDescription> columns = ImmutableList.builder();
    // The first column, the kind, is not in the tables.
    boolean ofTables = false;
    for (ViewDefinition.ViewColumn column : view.columns()) {
      boolean nullable = ofTables && isNullable(view, column.name(), tables);
      columns.add(new ColumnDescription(column.name(), column.type(), nullable, column.remark()));
      ofTables = true;
    }
    return new TableDescription(
        view.name(),
        Kind.VIEW,
        view.remark(),
        columns.build(),
        ImmutableList.of(),
        Optional.empty());
  }

  private static boolean isNullable(
      ViewDefinition view, String column, Map<String, TableDefinition> tables) {
    return view.parts().stream()
        .anyMatch(part -> isNullable(tables.get(part.table()), part.column(column)));
  }

  /** Whether a column of a table may be null; one that it lacks always is. */
  private static boolean isNullable(TableDefinition table, String column) {
    int index = table.columnNames().indexOf(column);
    return index < 0 || table.columns().get(index).nullable();
  }
}
