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
 * @param hydrates whether its summaries may get details
 */
record ScannedTarget(Target target, RowReader reader, Details details, boolean hydrates) {
  /** Returns the rows of a summary, the columns of its detail null. */
  ImmutableList<Row> ofSummary(Resource summary) throws SQLException {
    String state = hydrates ? reader.state(summary) : null;
    return rows(reader.withElementsOfSummary(reader.ofSummary(summary), summary), state);
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
    return rows(reader.withElementsOfDetail(row.values(), detail), row.state());
  }

  private ImmutableList<Row> rows(ImmutableList<Object[]> rows, String state) {
    if (rows.size() == 1) { // Nearly always.
      return ImmutableList.of(new Row(rows.get(0), state, this));
    }
    return rows.stream()
        .map(values -> new Row(values, state, this))
        .collect(ImmutableList.toImmutableList());
  }
}
