package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.AccessPath;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Comparator;

/**
 * One execution of a scan: its plan, and all that is known only now.
 *
 * @param paths how rows are found, by target; those without any are left out
 * @param identifiers the values that the identifier column may show in place of the ARN
 * @param comparator compares rows in the plan's order
 * @param offset rows to skip
 * @param fetch rows to return after those; {@link Long#MAX_VALUE} for all
 * @param shared whether other scans of the statement may want the same answers
 */
record ScanRequest(
    ScanPlan plan,
    ImmutableMap<Target, AccessPath> paths,
    ImmutableSet<String> identifiers,
    RowChecks checks,
    Comparator<Row> comparator,
    long offset,
    long fetch,
    boolean shared) {

  TableDefinition table() {
    return plan.table();
  }

  RowOrder order() {
    return plan.order();
  }

  /** Returns the rows after which reading stops, the skipped ones included. */
  long wanted() {
    long sum = offset + fetch;
    return sum < 0 ? Long.MAX_VALUE : sum; // Overflow: more rows than there are.
  }
}
