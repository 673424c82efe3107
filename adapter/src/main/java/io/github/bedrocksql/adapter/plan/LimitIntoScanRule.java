package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalSort;

/** Limit over scan: the scan stops reading when it has enough. */
final class LimitIntoScanRule extends RelRule<LimitIntoScanRule.Config> implements AbsorbingRule {
  private LimitIntoScanRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    BedrockScan scan = call.rel(1);
    if (!scan.spec.hasLimit()) {
      call.transformTo(scan.with(scan.spec.limit(sort.offset, sort.fetch)));
    }
  }

  /** The rule's operands: a limit without an order. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(
          b0 ->
              b0.operand(LogicalSort.class)
                  .predicate(s -> s.getCollation().getFieldCollations().isEmpty())
                  .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
          "BedrockLimitIntoScan");
    }

    @Override
    public LimitIntoScanRule toRule() {
      return new LimitIntoScanRule(this);
    }
  }
}
