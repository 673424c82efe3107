package io.github.bedrocksql.adapter.rules;

import com.google.common.collect.ImmutableList;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.PruneEmptyRules;

/** Rules of Calcite's default set that make a plan with other rows than the query's. */
public final class FaultyRules {
  private static final ImmutableList<RelOptRule> ALL =
      ImmutableList.of(
          // It treats the output of a left merge join as sorted by the right side's key too, whose
          // nulls are not in order: a merge join above it then loses rows.
          EnumerableRules.ENUMERABLE_MERGE_JOIN_RULE,
          // It gives the limit of a UNION to each of its inputs, whose rows may be equal.
          EnumerableRules.ENUMERABLE_MERGE_UNION_RULE,
          // COALESCE(SUM(x), 0) reads another aggregate: it counts columns without the groups.
          CoreRules.PROJECT_AGGREGATE_MERGE,
          // It forgets the order of an aggregate over CASE.
          CoreRules.AGGREGATE_CASE_TO_FILTER,
          // It treats GROUPING SETS with a total as empty where there are no rows.
          PruneEmptyRules.AGGREGATE_INSTANCE);

  private FaultyRules() {}

  /** Makes a planner do without them, or with them where they are right. */
  public static void removeFrom(RelOptPlanner planner) {
    ALL.forEach(planner::removeRule);
    SemiJoinsOfGroups.replaceIn(planner);
  }
}
