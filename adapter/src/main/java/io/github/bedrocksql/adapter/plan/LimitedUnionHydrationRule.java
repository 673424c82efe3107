package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;

/**
 * Limit over a union of scans with details, such as a view: the summaries of all are sorted and
 * cut, and only the rows that are left are looked up.
 */
final class LimitedUnionHydrationRule {
  private LimitedUnionHydrationRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockLimitedUnionHydration",
        b0 ->
            b0.operand(LogicalSort.class)
                .predicate(sort -> sort.fetch != null)
                .oneInput(
                    b1 -> b1.operand(LogicalUnion.class).predicate(union -> union.all).anyInputs()),
        LimitedUnionHydrationRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    SummaryUnion.of(call.rel(1))
        .filter(union -> sort.getCollation().getKeys().stream().noneMatch(union::isDetail))
        .ifPresent(union -> call.transformTo(union.hydratedLate(call.builder(), sort)));
  }
}
