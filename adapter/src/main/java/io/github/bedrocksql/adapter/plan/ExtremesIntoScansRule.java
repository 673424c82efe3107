package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;

/**
 * MIN and MAX of the creation time: two aggregates, each of which one row serves. Costs two lists,
 * so the planner takes it where one list has more pages.
 */
final class ExtremesIntoScansRule extends RelRule<ExtremesIntoScansRule.Config> {
  private ExtremesIntoScansRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    BedrockScan scan = call.rel(1);
    for (AggregateCall extreme : aggregate.getAggCallList()) {
      if (scan.spec.hasLimit() || !ExtremeIntoScanRule.isOfCreation(extreme, scan)) {
        return;
      }
    }
    RelBuilder builder = call.builder();
    for (AggregateCall extreme : aggregate.getAggCallList()) {
      builder.push(
          aggregate.copy(
              aggregate.getTraitSet(),
              scan,
              aggregate.getGroupSet(),
              ImmutableList.of(aggregate.getGroupSet()),
              ImmutableList.of(extreme)));
    }
    builder.join(JoinRelType.INNER, builder.literal(true));
    List<RexNode> fields = new ArrayList<>(builder.fields());
    call.transformTo(builder.project(fields, aggregate.getRowType().getFieldNames(), true).build());
  }

  private static boolean isOfTwo(LogicalAggregate aggregate) {
    return aggregate.getGroupSet().isEmpty() && aggregate.getAggCallList().size() == 2;
  }

  /** The rule's operands. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(
          b0 ->
              b0.operand(LogicalAggregate.class)
                  .predicate(ExtremesIntoScansRule::isOfTwo)
                  .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
          "BedrockExtremesIntoScans");
    }

    @Override
    public ExtremesIntoScansRule toRule() {
      return new ExtremesIntoScansRule(this);
    }
  }
}
