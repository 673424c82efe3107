package io.github.bedrocksql.adapter.rules;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableFilter;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexUtil;

/**
 * Makes a {@link LongFilter} of a filter with a long condition, and what Calcite does of others.
 */
public final class LongFilterRule extends ConverterRule {
  private static final Config CONFIG =
      Config.INSTANCE
          .withConversion(
              LogicalFilter.class,
              filter -> !filter.containsOver() && !RexUtil.SubQueryFinder.containsSubQuery(filter),
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "BedrockLongFilter")
          .withRuleFactory(LongFilterRule::new);

  private LongFilterRule(Config config) {
    super(config);
  }

  /** Makes a planner use this rule, in place of Calcite's. */
  public static void addTo(RelOptPlanner planner) {
    planner.removeRule(EnumerableRules.ENUMERABLE_FILTER_RULE);
    planner.addRule(CONFIG.toRule(LongFilterRule.class));
  }

  @Override
  public RelNode convert(RelNode rel) {
    LogicalFilter filter = (LogicalFilter) rel;
    RelTraitSet traits = filter.getTraitSet().replace(EnumerableConvention.INSTANCE);
    RelNode input =
        convert(
            filter.getInput(),
            filter.getInput().getTraitSet().replace(EnumerableConvention.INSTANCE));
    return LongFilter.longCondition(filter).isPresent()
        ? LongFilter.of(filter, input)
        : new EnumerableFilter(filter.getCluster(), traits, input, filter.getCondition());
  }
}
