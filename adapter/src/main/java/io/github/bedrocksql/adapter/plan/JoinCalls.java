package io.github.bedrocksql.adapter.plan;

/**
 * The calls that a join's left rows take, which the join counts: the scan that is handed their
 * values can't tell how many there are.
 *
 * @param perRow calls for a left row at most
 * @param ofKeys whether each finds a single resource
 */
record JoinCalls(int perRow, boolean ofKeys) {
  /** No call for a left row: the scan, which runs once, counts its calls itself. */
  static final JoinCalls COUNTED_BY_SCAN = new JoinCalls(0, false);

  /** Returns those of lookups. */
  static JoinCalls ofKeys(int perRow) {
    return new JoinCalls(perRow, true);
  }

  /** Returns those of lists that are narrowed to one value. */
  static JoinCalls ofLists(int perRow) {
    return new JoinCalls(perRow, false);
  }
}
