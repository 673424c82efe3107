package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.rules.FaultyRules;
import io.github.bedrocksql.adapter.rules.LongFilterRule;
import io.github.bedrocksql.adapter.rules.LongValuesRule;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.rules.CoreRules;

/** The rules that plan queries of our tables, in anyone's planner. */
final class ScanRules {
  private static final ImmutableList<RelOptRule> RULES =
      ImmutableList.of(
          IdentifierResolutionRule.rule(),
          FilterIntoScanRule.rule(),
          ProjectIntoScanRule.rule(),
          AggregateIntoScanRule.rule(),
          SortIntoScanRule.rule(),
          SortThroughProjectRule.rule(),
          ExistenceIntoScanRule.rule(),
          ExtremesIntoScansRule.rule(),
          LookupJoinRule.rule(),
          ListJoinRule.rule(),
          ValueJoinRule.rule(),
          LateHydrationRule.rule(),
          LimitedHydrationRule.rule(),
          LimitedUnionHydrationRule.rule(),
          // A condition on a union narrows each of its lists.
          CoreRules.FILTER_SET_OP_TRANSPOSE,
          // A right join looks up its left side once its sides are exchanged.
          CoreRules.JOIN_COMMUTE_OUTER,
          ScanToEnumerableRule.CONFIG.toRule(ScanToEnumerableRule.class));

  private ScanRules() {}

  /** Makes a planner use them. */
  static void addTo(RelOptPlanner planner) {
    // The two count as one rule, and the one that is there first stays.
    planner.removeRule(CoreRules.JOIN_COMMUTE);
    RULES.forEach(planner::addRule);
    FaultyRules.removeFrom(planner);
    LongValuesRule.addTo(planner);
    LongFilterRule.addTo(planner);
  }
}
