package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.SortKey;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** MIN or MAX of the creation time: the first row in that order says it all. */
final class ExtremeIntoScanRule extends RelRule<ExtremeIntoScanRule.Config> {
  private ExtremeIntoScanRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    BedrockScan scan = call.rel(1);
    AggregateCall extreme = aggregate.getAggCallList().get(0);
    int column = scan.spec.projects().get(extreme.getArgList().get(0));
    if (scan.spec.hasLimit() || !isOfCreation(extreme, scan)) {
      return;
    }
    RexNode time =
        new RexInputRef(column, scan.getTable().getRowType().getFieldList().get(column).getType());
    boolean latest = extreme.getAggregation().getKind() == SqlKind.MAX;
    RexNode one = call.builder().getRexBuilder().makeExactLiteral(BigDecimal.ONE);
    BedrockScan first =
        scan.with(scan.spec.sort(List.of(new SortKey(time, latest, false))).limit(null, one));
    call.transformTo(((Aggregate) aggregate).copy(aggregate.getTraitSet(), List.of(first)));
  }

  private static boolean isOne(LogicalAggregate aggregate) {
    return aggregate.getGroupSet().isEmpty()
        && aggregate.getAggCallList().size() == 1
        && aggregate.getAggCallList().get(0).getArgList().size() == 1;
  }

  /** Returns whether an aggregate is the first or the last creation time, of all rows. */
  static boolean isOfCreation(AggregateCall call, BedrockScan scan) {
    SqlKind kind = call.getAggregation().getKind();
    return (kind == SqlKind.MIN || kind == SqlKind.MAX)
        && !call.hasFilter()
        && scan.spec
            .table()
            .capability()
            .isOrder(scan.spec.projects().get(call.getArgList().get(0)));
  }

  /** The rule's operands. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(
          b0 ->
              b0.operand(LogicalAggregate.class)
                  .predicate(ExtremeIntoScanRule::isOne)
                  .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
          "BedrockExtremeIntoScan");
    }

    @Override
    public ExtremeIntoScanRule toRule() {
      return new ExtremeIntoScanRule(this);
    }
  }
}
