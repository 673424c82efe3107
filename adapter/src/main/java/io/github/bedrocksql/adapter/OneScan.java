package io.github.bedrocksql.adapter;

import io.github.bedrocksql.adapter.plan.AbsorbedQuery;
import io.github.bedrocksql.adapter.plan.InterpretedScan;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;

/** Queries that one scan answers: planned without rules, and run without code made of them. */
public final class OneScan {
  private OneScan() {}

  /**
   * Returns the plan of a query, as a planner would find it.
   *
   * @param traits what is asked of the plan's rows, such as their order
   * @return empty if more than the scan of one table is needed
   */
  public static Optional<RelNode> plan(RelNode query, RelTraitSet traits) {
    return AbsorbedQuery.plan(query, traits);
  }

  /**
   * Returns what gives the rows of an execution; a row of one column is the value itself.
   *
   * @return empty if the plan is more than a scan, or code must be made of it
   */
  public static Optional<Function<DataContext, Enumerable<Object>>> rows(RelNode plan) {
    return InterpretedScan.of(plan).map(scan -> scan::rows);
  }
}
