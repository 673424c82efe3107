package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Makes rows off the SDK's objects, for one Region: one array element a column of the table, and
 * two more for the state that the summary shows (see {@link
 * io.github.bedrocksql.adapter.table.Freshness}) and for the number of the Region among those that
 * the scan reads.
 */
final class RowReader {
  private final TableDefinition table;
  private final ImmutableSet<String> identifiers;
  private final String region;
  private final Integer number;

  RowReader(TableDefinition table, ImmutableSet<String> identifiers, String region, int number) {
    this.table = table;
    this.identifiers = identifiers;
    this.region = region;
    this.number = number;
  }

  /** Returns the row of a summary, the other columns null. */
  Object[] ofSummary(Resource summary) throws SQLException {
    Object[] row = emptyRow();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.level() == Column.Level.SUMMARY) {
        row[i] = column.summary().read(summary, region);
        if (isMissing(column, row[i]) && !isTold(i)) {
          throw missing(column, table.list().name(), summary);
        }
      }
    }
    row[row.length - 2] = table.freshness().map(f -> f.ofSummary().apply(summary)).orElse(null);
    return identified(row);
  }

  /** Returns the row of an answer of Get, the columns of its elements null. */
  Object[] ofDetail(Resource detail) throws SQLException {
    Object[] row = emptyRow();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.detail() != null) {
        row[i] = ofGet(column, () -> column.detail().read(detail, region), detail);
      }
    }
    return identified(row);
  }

  /** Returns the state that the summary of a row showed; null if it can't be told. */
  static String state(Object[] row) {
    return (String) row[row.length - 2];
  }

  /** Returns the number of the Region that a row is of. */
  static int region(Object[] row) {
    return (Integer) row[row.length - 1];
  }

  /** Returns the rows that a row becomes with its detail; what its summary said stays. */
  ImmutableList<Object[]> hydrated(Object[] row, Resource detail) throws SQLException {
    checkSameResource(row, detail);
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.level() == Column.Level.DETAIL) {
        row[i] = ofGet(column, () -> column.detail().read(detail, region), detail);
      }
    }
    return withElements(row, detail);
  }

  /** Returns a row an element, or the row itself where the table has none. */
  ImmutableList<Object[]> withElements(Object[] row, Resource detail) throws SQLException {
    if (table.elements().isEmpty()) {
      return ImmutableList.of(row);
    }
    int count = ofGet(() -> table.elements().get().applyAsInt(detail), detail);
    ImmutableList.Builder<Object[]> rows = ImmutableList.builderWithExpectedSize(count);
    for (int element = 0; element < count; element++) {
      Object[] copy = row.clone();
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        if (column.level() == Column.Level.ELEMENT) {
          int index = element;
          copy[i] = ofGet(column, () -> column.element().read(detail, index), detail);
        }
      }
      rows.add(copy);
    }
    return rows.build();
  }

  private Object[] emptyRow() {
    Object[] row = new Object[table.columns().size() + 2];
    row[row.length - 1] = number;
    return row;
  }

  /** A server may answer for another resource than the one asked for; its fields are no row's. */
  private void checkSameResource(Object[] row, Resource detail) throws SQLException {
    int column = table.identifier().arnColumn();
    Object arn = table.columns().get(column).detail().read(detail, region);
    if (arn != null && !arn.equals(row[column])) {
      throw unreadable("it is of " + arn + ", not of " + row[column], detail);
    }
  }

  private Object ofGet(Column column, Supplier<Object> reader, Resource detail)
      throws SQLException {
    Object value = ofGet(reader, detail);
    if (isMissing(column, value)) {
      throw missing(column, table.get().name(), detail);
    }
    return value;
  }

  private <T> T ofGet(Supplier<T> reader, Resource detail) throws SQLException {
    try {
      return reader.get();
    } catch (UnreadableAnswer e) {
      throw unreadable(e.getMessage(), detail);
    }
  }

  private SQLException unreadable(String why, Resource detail) {
    return SqlState.PROTOCOL_VIOLATION.exception(
        "Unreadable answer from "
            + table.get().name()
            + " in "
            + region
            + ": "
            + why
            + " (request id "
            + detail.requestId()
            + ")",
        null);
  }

  /** A missing required field must not become a null that SQL was told can't be. */
  private static boolean isMissing(Column column, Object value) {
    return value == null && !column.nullable();
  }

  /** A column that a list must be narrowed by to tell it is not read where it is not. */
  private boolean isTold(int column) {
    return table.capability().isTold(column);
  }

  private SQLException missing(Column column, String operation, Resource resource) {
    return SqlState.PROTOCOL_VIOLATION.exception(
        operation
            + " in "
            + region
            + " answered a row without what column "
            + table.name()
            + "."
            + column.name()
            + " needs (request id "
            + resource.requestId()
            + ")",
        null);
  }

  private Object[] identified(Object[] row) {
    Identifier identifier = table.identifier();
    if (identifier.identifierColumn().isPresent()) {
      Object other = row[identifier.otherColumn().orElseThrow()];
      row[identifier.identifierColumn().get()] =
          identifiers.contains(other) ? other : row[identifier.arnColumn()];
    }
    return row;
  }
}
