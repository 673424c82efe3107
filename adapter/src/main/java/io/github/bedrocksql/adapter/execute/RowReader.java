package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.client.SqlState;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;

/** Makes rows, one array element a column of the table, off the SDK's objects. */
final class RowReader<S, D> {
  private final TableDefinition<S, D> table;
  private final ImmutableSet<String> identifiers;
  private final String region;

  RowReader(TableDefinition<S, D> table, ImmutableSet<String> identifiers, String region) {
    this.table = table;
    this.identifiers = identifiers;
    this.region = region;
  }

  /** Returns the row of a summary, detail columns null. */
  Object[] ofSummary(S summary) throws SQLException {
    Object[] row = new Object[table.columns().size()];
    for (int i = 0; i < row.length; i++) {
      Column<S, D> column = table.columns().get(i);
      if (column.level() == Column.Level.SUMMARY) {
        row[i] = checked(column, column.summary().read(summary, region), table.list().name());
      }
    }
    return identified(row);
  }

  /** Returns the row of an answer of Get, every column filled. */
  Object[] ofDetail(D detail) throws SQLException {
    Object[] row = new Object[table.columns().size()];
    for (int i = 0; i < row.length; i++) {
      Column<S, D> column = table.columns().get(i);
      row[i] = checked(column, column.detail().read(detail, region), table.get().name());
    }
    return identified(row);
  }

  /** Fills the detail columns of a summary's row; what the summary said stays. */
  void hydrate(Object[] row, D detail) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      Column<S, D> column = table.columns().get(i);
      if (column.level() == Column.Level.DETAIL) {
        row[i] = checked(column, column.detail().read(detail, region), table.get().name());
      }
    }
  }

  /** A missing required field must not become a null that SQL was told can't be. */
  private Object checked(Column<S, D> column, Object value, String operation) throws SQLException {
    if (value == null && !column.nullable()) {
      throw SqlState.PROTOCOL_VIOLATION.exception(
          operation
              + " in "
              + region
              + " answered a row without what column "
              + table.name()
              + "."
              + column.name()
              + " needs",
          null);
    }
    return value;
  }

  private Object[] identified(Object[] row) {
    Identifier identifier = table.identifier();
    Object name = row[identifier.nameColumn()];
    row[identifier.identifierColumn()] =
        identifiers.contains(name) ? name : row[identifier.arnColumn()];
    return row;
  }
}
