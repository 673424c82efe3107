package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mappings;

/** Aggregate over scan: the scan gives only the columns aggregated; COUNT(*) must hydrate none. */
final class AggregateIntoScanRule {
  private AggregateIntoScanRule() {}

  static RelOptRule rule() {
    return ScanRule.absorbing(
        "BedrockAggregateIntoScan",
        b0 ->
            b0.operand(LogicalAggregate.class)
                .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
        AggregateIntoScanRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    BedrockScan scan = call.rel(1);
    ImmutableBitSet used = ImmutableBitSet.of(RelOptUtil.getAllFields(aggregate));
    ImmutableList<Integer> kept =
        used.isEmpty() ? scan.keyField() : ImmutableList.copyOf(used.asList());
    int fields = scan.spec.projects().size();
    if (kept.size() == fields) {
      return;
    }
    Mappings.TargetMapping narrowed = Mappings.target(kept, fields);
    ImmutableList<ImmutableBitSet> groups =
        aggregate.getGroupSets().stream()
            .map(g -> g.permute(narrowed))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<AggregateCall> calls =
        aggregate.getAggCallList().stream()
            .map(c -> c.transform(narrowed))
            .collect(ImmutableList.toImmutableList());
    Aggregate over =
        aggregate.copy(
            aggregate.getTraitSet(),
            scan.with(scan.spec.project(kept)),
            aggregate.getGroupSet().permute(narrowed),
            groups,
            calls);
    call.transformTo(over);
  }
}
