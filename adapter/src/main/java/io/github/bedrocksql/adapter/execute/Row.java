package io.github.bedrocksql.adapter.execute;

/**
 * A row on its way through a scan.
 *
 * @param values an element a column of the table
 * @param state what the summary shows of its freshness (see {@link
 *     io.github.bedrocksql.adapter.table.Freshness}); null if unknown
 * @param source the Region that it is of
 */
record Row(Object[] values, String state, ScannedTarget source) {
  /** Returns a column's value. */
  Object value(int column) {
    return values[column];
  }

  /** Returns a copy with values of its own. */
  Row copy() {
    return new Row(values.clone(), state, source);
  }
}
