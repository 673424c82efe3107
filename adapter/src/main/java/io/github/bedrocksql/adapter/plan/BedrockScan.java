package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rules.CoreRules;

/**
 * The logical scan. It absorbs filter, projection and limit into its spec; it has no convention, so
 * that what one rule made another can narrow further.
 */
public final class BedrockScan extends AbstractBedrockScan {
  BedrockScan(RelOptCluster cluster, RelOptTable table, ScanBinding binding, ScanSpec spec) {
    super(cluster, cluster.traitSetOf(Convention.NONE), table, binding, spec);
  }

  /** Returns the scan of a whole table. */
  public static BedrockScan of(RelOptCluster cluster, RelOptTable table, ScanBinding binding) {
    return new BedrockScan(cluster, table, binding, ScanSpec.of(binding.table()));
  }

  /** Returns this scan with another spec. */
  BedrockScan with(ScanSpec newSpec) {
    return new BedrockScan(getCluster(), table, binding, newSpec);
  }

  /** Returns the field to keep where none is used: one that needs no Get, if there is one. */
  ImmutableList<Integer> keyField() {
    for (int i = 0; i < spec.projects().size(); i++) {
      if (!spec.table().isDetail(spec.projects().get(i))) {
        return ImmutableList.of(i);
      }
    }
    return ImmutableList.of(0);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }

  @Override
  public void register(RelOptPlanner planner) {
    ImmutableList.of(
            FilterIntoScanRule.Config.INSTANCE.toRule(),
            ProjectIntoScanRule.Config.INSTANCE.toRule(),
            AggregateIntoScanRule.Config.INSTANCE.toRule(),
            SortIntoScanRule.Config.INSTANCE.toRule(),
            SortThroughProjectRule.Config.INSTANCE.toRule(),
            ExistenceIntoScanRule.Config.INSTANCE.toRule(),
            ExtremeIntoScanRule.Config.INSTANCE.toRule(),
            ExtremesIntoScansRule.Config.INSTANCE.toRule(),
            LookupJoinRule.Config.INSTANCE.toRule(),
            ValueJoinRule.Config.INSTANCE.toRule(),
            IdentifierNamesRule.Config.OF_FILTER.toRule(),
            IdentifierNamesRule.Config.OF_JOIN.toRule(),
            IdentifierNamesRule.Config.OF_PROJECT.toRule(),
            IdentifierJoinRule.Config.INSTANCE.toRule(),
            LateHydrationRule.Config.INSTANCE.toRule(),
            LimitedHydrationRule.Config.INSTANCE.toRule(),
            // A right join looks up its left side once its sides are exchanged.
            CoreRules.JOIN_COMMUTE_OUTER,
            ScanToEnumerableRule.CONFIG.toRule(ScanToEnumerableRule.class))
        .forEach(planner::addRule);
    // Calcite takes the output of a left merge join for sorted by the right side's key too, whose
    // nulls are not in order: a merge join above it then loses rows.
    planner.removeRule(EnumerableRules.ENUMERABLE_MERGE_JOIN_RULE);
    // It gives the limit of a UNION to each of its inputs, whose rows may be equal to each other.
    planner.removeRule(EnumerableRules.ENUMERABLE_MERGE_UNION_RULE);
  }
}
