package io.github.bedrocksql.adapter.plan;

import java.util.function.UnaryOperator;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalJoin;

/**
 * Join of a scan with details: the summaries are joined first, and only the rows that come out are
 * looked up.
 */
final class LateHydrationRule extends RelRule<LateHydrationRule.Config> {
  private LateHydrationRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    for (SummaryJoin way : SummaryJoin.of(join)) {
      call.transformTo(way.hydratedLate(call.builder(), UnaryOperator.identity()));
    }
  }

  /** The rule's operands. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(b -> b.operand(LogicalJoin.class).anyInputs(), "BedrockLateHydration");
    }

    @Override
    public LateHydrationRule toRule() {
      return new LateHydrationRule(this);
    }
  }
}
