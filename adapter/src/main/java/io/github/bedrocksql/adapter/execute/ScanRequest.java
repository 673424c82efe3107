package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.table.TableDefinition;

/**
 * One execution of a scan, all values known.
 *
 * @param calls which API calls are made, by Region; Regions without any are left out
 * @param exact whether the parameters of List say all that the conditions say, on a server that
 *     heeds them: then a limit is a limit of the page
 * @param identifiers the values that the query compares with the identifier column
 * @param bothIdentifiers whether each row is given twice: identified by its ARN and by its name
 * @param hydrate whether each row needs its detail, beside what the checks need
 * @param projects ordinals of the columns returned
 * @param offset rows to skip
 * @param fetch rows to return after those; {@link Long#MAX_VALUE} for all
 * @param shared whether other scans of the statement may want the same answers
 * @param estimate the calls that the plan expects, for people
 */
public record ScanRequest(
    TableDefinition table,
    ImmutableMap<Target, Calls> calls,
    boolean exact,
    ImmutableSet<String> identifiers,
    boolean bothIdentifiers,
    RowChecks checks,
    RowOrder order,
    boolean hydrate,
    ImmutableList<Integer> projects,
    long offset,
    long fetch,
    boolean shared,
    String estimate) {

  /** Returns the rows after which reading stops, the skipped ones included. */
  long wanted() {
    long sum = offset + fetch;
    return sum < 0 ? Long.MAX_VALUE : sum; // Overflow: more rows than there are.
  }
}
