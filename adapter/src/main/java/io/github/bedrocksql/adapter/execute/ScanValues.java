package io.github.bedrocksql.adapter.execute;

import java.util.function.Function;

/**
 * What an execution hands a scan's plan.
 *
 * @param values the run-time values, in the order of their numbers
 * @param sortKeys computes, of a row, the keys of the order that are not columns; null if there are
 *     none
 * @param offset rows to skip
 * @param fetch rows to return after those; {@link Long#MAX_VALUE} for all
 * @param shared whether other scans of the statement may want the same answers
 */
public record ScanValues(
    Object[] values,
    RowChecks checks,
    Function<Object[], Object[]> sortKeys,
    long offset,
    long fetch,
    boolean shared) {}
