/**
 * Runs a scan: calls, pages, hydration, recheck, limit. It knows nothing of Calcite's planner: what
 * to do arrives as values and predicates.
 */
package io.github.bedrocksql.adapter.execute;
