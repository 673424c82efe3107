package io.github.bedrocksql.differential;

/**
 * How much of an answer the query fixes.
 *
 * @param order how many leading columns the rows are sorted by; {@link #WHOLE_ROWS} if the order of
 *     all rows is fixed, 0 if none is
 * @param part null where the query fixes which rows there are; else it fixes only how many of them
 */
record Check(int order, Part part) {
  static final int WHOLE_ROWS = Integer.MAX_VALUE;
  static final Check ROWS = new Check(0, null);
  static final Check LIST = new Check(WHOLE_ROWS, null);

  /** LIMIT and OFFSET over rows in no order: any will do. */
  record Part(long limit, long offset) {
    long of(long rows) {
      return Math.min(limit, Math.max(0, rows - offset));
    }
  }

  static Check sortedBy(int columns) {
    return new Check(columns, null);
  }
}
