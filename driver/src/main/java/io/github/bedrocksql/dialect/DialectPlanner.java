package io.github.bedrocksql.dialect;

import io.github.bedrocksql.adapter.rules.FaultyRules;
import io.github.bedrocksql.adapter.rules.LongFilterRule;
import io.github.bedrocksql.adapter.rules.LongValuesRule;
import io.github.bedrocksql.dialect.aggregate.AggregateToEnumerableRule;
import io.github.bedrocksql.dialect.aggregate.WindowToEnumerableRule;
import org.apache.calcite.DataContexts;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.plan.Context;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCostFactory;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexExecutorImpl;

/** The planner of a statement, as Calcite sets it up. */
final class DialectPlanner {
  private DialectPlanner() {}

  /**
   * Returns a planner that has no rules yet: most queries need none, and Calcite has hundreds.
   *
   * @param external what Calcite was given to plan with; null for the connection's settings
   * @param costs null for the planner's own
   */
  static RelOptPlanner of(
      CalcitePrepare.Context connection, Context external, RelOptCostFactory costs) {
    VolcanoPlanner planner =
        new VolcanoPlanner(costs, external == null ? Contexts.of(connection.config()) : external);
    planner.setExecutor(new RexExecutorImpl(DataContexts.EMPTY));
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
    planner.addListener(new PlanWatch());
    return planner;
  }

  /**
   * Makes a statement's planner ready: it uses Calcite's rules, without those that fail, and the
   * dialect's, and what it asks of relations is answered by code.
   */
  static void makeReady(RelOptCluster cluster) {
    cluster.setMetadataQuerySupplier(RelMetadataQuery::instance);
    cluster.invalidateMetadataQuery();
    RelOptPlanner planner = cluster.getPlanner();
    RelOptUtil.registerDefaultRules(planner, false, false);
    // A table sets these rules too, but a statement may have none.
    FaultyRules.removeFrom(planner);
    LongValuesRule.addTo(planner);
    LongFilterRule.addTo(planner);
    planner.removeRule(EnumerableRules.ENUMERABLE_WINDOW_RULE);
    planner.removeRule(EnumerableRules.ENUMERABLE_AGGREGATE_RULE);
    planner.addRule(AggregateToEnumerableRule.INSTANCE);
    planner.addRule(WindowToEnumerableRule.INSTANCE);
  }
}
