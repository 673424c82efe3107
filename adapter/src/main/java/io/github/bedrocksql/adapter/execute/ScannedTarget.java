package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.config.Target;
import java.sql.SQLException;

/**
 * A target as one scan reads it: makes its rows.
 *
 * @param reader makes values of its answers
 * @param details asks it for details
 */
record ScannedTarget(Target target, RowReader reader, Details details) {
  /** Returns the rows of a summary, the columns of its detail null. */
  ImmutableList<Row> ofSummary(Resource summary) throws SQLException {
    String state = reader.state(summary);
    return reader.withElementsOfSummary(reader.ofSummary(summary), summary).stream()
        .map(values -> new Row(values, state, this))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the row of an answer of Get, the columns of its elements null. */
  Row ofDetail(Resource detail) throws SQLException {
    return new Row(reader.ofDetail(detail), null, this);
  }

  /** Returns the rows that a row becomes with its detail; what its summary said stays. */
  ImmutableList<Row> hydrated(Row row, Resource detail) throws SQLException {
    reader.hydrate(row.values(), detail);
    return reader.hasElementsOfSummary() ? ImmutableList.of(row) : withElements(row, detail);
  }

  /** Returns a row an element, or the row itself where the table has none. */
  ImmutableList<Row> withElements(Row row, Resource detail) throws SQLException {
    return reader.withElementsOfDetail(row.values(), detail).stream()
        .map(values -> new Row(values, row.state(), this))
        .collect(ImmutableList.toImmutableList());
  }
}
