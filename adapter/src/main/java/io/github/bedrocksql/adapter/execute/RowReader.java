package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.ElementLists;
import io.github.bedrocksql.adapter.table.ElementLists.Element;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads rows off the SDK's objects, for one Region: an array element a column of the table. */
final class RowReader {
  private final TableDefinition table;
  private final ReadColumns read;
  private final ImmutableSet<String> identifiers;
  private final String region;

  /**
   * Makes a reader.
   *
   * @param read the columns to read; the others stay null
   * @param identifiers what the identifier column may show in place of the ARN
   */
  RowReader(
      TableDefinition table, ReadColumns read, ImmutableSet<String> identifiers, String region) {
    this.table = table;
    this.read = read;
    this.identifiers = identifiers;
    this.region = region;
  }

  /** Returns the values of a summary, the other columns null. */
  Object[] ofSummary(Resource summary) throws SQLException {
    Object[] row = emptyRow();
    for (int i : read.ofSummary()) {
      Column column = table.columns().get(i);
      row[i] = column.summary().read(summary, region);
      if (isMissing(column, row[i]) && !isTold(i)) {
        throw missing(column, table.list().name(), summary);
      }
    }
    return identified(row);
  }

  /** Returns the state that a summary shows; null if unknown. */
  String state(Resource summary) {
    return table.freshness().map(f -> f.ofSummary().apply(summary)).orElse(null);
  }

  /** Returns the values of an answer of Get, the columns of its elements null. */
  Object[] ofDetail(Resource detail) throws SQLException {
    Object[] row = emptyRow();
    for (int i : read.ofDetail()) {
      row[i] = ofGet(table.columns().get(i), detail);
    }
    return identified(row);
  }

  /** Adds to a summary's values those of its detail. */
  void hydrate(Object[] row, Resource detail) throws SQLException {
    checkSameResource(row, detail);
    for (int i : read.onlyOfDetail()) {
      row[i] = ofGet(table.columns().get(i), detail);
    }
  }

  /** Returns whether a row of List has become one an element already. */
  boolean hasElementsOfSummary() {
    return table.elements().isPresent() && !table.hasElementsOfDetail();
  }

  /** Returns the rows that a summary stands for: one, but for elements that List has. */
  ImmutableList<Object[]> withElementsOfSummary(Object[] row, Resource summary)
      throws SQLException {
    return withElements(
        row, table.list().name(), table.elements().flatMap(ElementLists::ofSummary), summary);
  }

  /** Returns the rows that a detail stands for: one, but for elements. */
  ImmutableList<Object[]> withElementsOfDetail(Object[] row, Resource detail) throws SQLException {
    return withElements(
        row, table.get().name(), table.elements().flatMap(ElementLists::ofDetail), detail);
  }

  private ImmutableList<Object[]> withElements(
      Object[] row,
      String operation,
      Optional<Function<Resource, ImmutableList<Element>>> lists,
      Resource resource)
      throws SQLException {
    if (lists.isEmpty()) {
      return ImmutableList.of(row);
    }
    ImmutableList<Element> elements = read(operation, () -> lists.get().apply(resource), resource);
    ImmutableList.Builder<Object[]> rows = ImmutableList.builderWithExpectedSize(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      rows.add(withElement(row.clone(), operation, resource, elements.get(i), i));
    }
    return rows.build();
  }

  private Object[] withElement(
      Object[] row, String operation, Resource resource, Element element, int index)
      throws SQLException {
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.level() == Column.Level.ELEMENT) {
        row[i] = column.element().read(element, index);
        if (isMissing(column, row[i])) {
          throw missing(column, operation, resource);
        }
      }
    }
    return row;
  }

  private Object[] emptyRow() {
    return new Object[table.columns().size()];
  }

  /**
   * A server may answer for another resource than the one asked for; its fields belong to no row of
   * ours.
   */
  private void checkSameResource(Object[] row, Resource detail) throws SQLException {
    int column = table.identifier().arnColumn();
    Object arn = table.columns().get(column).detail().read(detail, region);
    if (arn != null && !arn.equals(row[column])) {
      throw unreadable(table.get().name(), "it is of " + arn + ", not of " + row[column], detail);
    }
  }

  private Object ofGet(Column column, Resource detail) throws SQLException {
    Object value = read(table.get().name(), () -> column.detail().read(detail, region), detail);
    if (isMissing(column, value)) {
      throw missing(column, table.get().name(), detail);
    }
    return value;
  }

  private <T> T read(String operation, Supplier<T> reader, Resource resource) throws SQLException {
    try {
      return reader.get();
    } catch (UnreadableAnswer e) {
      throw unreadable(operation, e.getMessage(), resource);
    }
  }

  private SQLException unreadable(String operation, String why, Resource resource) {
    return SqlState.PROTOCOL_VIOLATION.exception(
        "Unreadable answer from "
            + operation
            + " in "
            + region
            + ": "
            + why
            + " (request id "
            + resource.requestId()
            + ")",
        null);
  }

  /** A missing required field must not become a null in a column declared NOT NULL. */
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
            + " returned a row that lacks what column "
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
