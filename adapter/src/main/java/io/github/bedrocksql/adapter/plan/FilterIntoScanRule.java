package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.Expressions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** Filter over scan: the scan takes every condition it can evaluate, the rest stays above. */
final class FilterIntoScanRule {
  private FilterIntoScanRule() {}

  /**
   * The planner forgets the filter: whether keys are looked up must not hang on a guess of how many
   * rows there are, which it would weigh a list with a filter above by.
   */
  static RelOptRule rule() {
    return ScanRule.replacing(
        "BedrockFilterIntoScan",
        b0 ->
            b0.operand(LogicalFilter.class)
                .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
        FilterIntoScanRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalFilter filter = call.rel(0);
    BedrockScan scan = call.rel(1);
    if (scan.spec.hasLimit()) {
      return; // A condition under a limit keeps other rows than one above it.
    }
    List<RexNode> taken = new ArrayList<>();
    List<RexNode> left = new ArrayList<>();
    for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
      (Expressions.isEvaluable(condition) ? taken : left).add(condition);
    }
    if (taken.isEmpty()) {
      return;
    }
    BedrockScan narrowed = scan.with(scan.spec.where(overTable(scan, taken)));
    call.transformTo(call.builder().push(narrowed).filter(left).build());
  }

  /**
   * Conditions of the scan's output, as conditions of the table. One that comes through a union has
   * columns that are null in other tables of it, perhaps, but not in this one.
   */
  static List<RexNode> overTable(BedrockScan scan, List<RexNode> conditions) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef ref) {
        return new RexInputRef(
            scan.spec.projects().get(ref.getIndex()),
            scan.getRowType().getFieldList().get(ref.getIndex()).getType());
      }
    }.visitList(conditions);
  }
}
