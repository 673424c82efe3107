package io.github.bedrocksql.adapter.plan;

import java.util.function.UnaryOperator;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.logical.LogicalJoin;

/**
 * Join of a scan with details: the summaries are joined first, and only the rows that come out are
 * looked up.
 */
final class LateHydrationRule {
  private LateHydrationRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockLateHydration",
        b -> b.operand(LogicalJoin.class).anyInputs(),
        LateHydrationRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    for (SummaryJoin way : SummaryJoin.of(join)) {
      call.transformTo(way.hydratedLate(call.builder(), UnaryOperator.identity()));
    }
  }
}
