package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * An entry of the table.
 *
 * @param place file and line
 * @param data what it runs against
 * @param kind how it is run
 * @param sql its text; of {@link Kind#METADATA}, the name of a method
 * @param parameters values of its {@code ?}
 * @param rows what it gives
 * @param calls what it asks the API
 * @param plan what EXPLAIN shows, among else
 * @param fewest calls that the API permits, see the head of the report
 * @param why a remark; always there if more calls are made than {@code fewest}
 * @param after what the connection has run before; empty for a fresh one
 */
record PushdownQuery(
    String place,
    DataSet data,
    Kind kind,
    String sql,
    ImmutableList<Object> parameters,
    ExpectedRows rows,
    ImmutableList<ExpectedCalls> calls,
    ImmutableList<String> plan,
    int fewest,
    Optional<String> why,
    Optional<PushdownQuery> after) {

  /** How an entry is run. */
  enum Kind {
    /** Executed. */
    QUERY,
    /** Prepared and described, not executed: its rows are the columns. */
    DESCRIBE,
    /** A method of DatabaseMetaData. */
    METADATA
  }

  /** A title and the entries under it. */
  record Section(String title, ImmutableList<PushdownQuery> queries) {}

  int leastCalls() {
    return calls.stream().mapToInt(ExpectedCalls::least).sum();
  }

  int mostCalls() {
    return calls.stream().mapToInt(ExpectedCalls::most).sum();
  }

  boolean isFewest() {
    return mostCalls() == fewest;
  }
}
