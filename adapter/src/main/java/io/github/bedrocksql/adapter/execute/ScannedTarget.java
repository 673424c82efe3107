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
  /** Returns the row of a summary, the columns of its detail null. */
  Row ofSummary(Resource summary) throws SQLException {
    return new Row(reader.ofSummary(summary), reader.state(summary), this);
  }

  /** Returns the row of an answer of Get, the columns of its elements null. */
  Row ofDetail(Resource detail) throws SQLException {
    return new Row(reader.ofDetail(detail), null, this);
  }

  /** Returns the rows that a row becomes with its detail; what its summary said stays. */
  ImmutableList<Row> hydrated(Row row, Resource detail) throws SQLException {
    reader.hydrate(row.values(), detail);
    return withElements(row, detail);
  }

  /** Returns a row an element, or the row itself where the table has none. */
  ImmutableList<Row> withElements(Row row, Resource detail) throws SQLException {
    int count = reader.elements(detail).orElse(-1);
    if (count < 0) {
      return ImmutableList.of(row);
    }
    ImmutableList.Builder<Row> rows = ImmutableList.builderWithExpectedSize(count);
    for (int element = 0; element < count; element++) {
      Row copy = row.copy();
      reader.readElement(copy.values(), detail, element);
      rows.add(copy);
    }
    return rows.build();
  }
}
