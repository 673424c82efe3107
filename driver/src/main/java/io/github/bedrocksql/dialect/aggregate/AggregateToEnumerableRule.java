package io.github.bedrocksql.dialect.aggregate;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableAggregate;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.InvalidRelException;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Aggregate.Group;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;

/** Logical aggregate → Calcite's physical one, with sums that fail where they overflow. */
public final class AggregateToEnumerableRule extends ConverterRule {
  /** What a planner is given in the place of Calcite's rule. */
  public static final AggregateToEnumerableRule INSTANCE =
      Config.INSTANCE
          .withConversion(
              LogicalAggregate.class,
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "AggregateToEnumerable")
          .withRuleFactory(AggregateToEnumerableRule::new)
          .toRule(AggregateToEnumerableRule.class);

  private AggregateToEnumerableRule(Config config) {
    super(config);
  }

  /** Returns null where a call is DISTINCT or AVG: other rules take those apart. */
  @Override
  public RelNode convert(RelNode rel) {
    LogicalAggregate aggregate = (LogicalAggregate) rel;
    RelTraitSet traits = rel.getCluster().traitSet().replace(EnumerableConvention.INSTANCE);
    RelNode input = convert(aggregate.getInput(), traits);
    List<AggregateCall> calls = AggregateCalls.checked(aggregate.getAggCallList());
    boolean total = aggregate.hasEmptyGroup() && aggregate.getGroupType() != Group.SIMPLE;
    try {
      return total
          ? new EnumerableGroupingSets(
              rel.getCluster(),
              traits,
              input,
              aggregate.getGroupSet(),
              aggregate.getGroupSets(),
              calls)
          : new EnumerableAggregate(
              rel.getCluster(),
              traits,
              input,
              aggregate.getGroupSet(),
              aggregate.getGroupSets(),
              calls);
    } catch (InvalidRelException e) {
      return null;
    }
  }
}
