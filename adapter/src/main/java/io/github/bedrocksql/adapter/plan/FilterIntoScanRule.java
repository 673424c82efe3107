package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    narrowed(filter, scan)
        .ifPresent(
            narrowed ->
                call.transformTo(
                    call.builder()
                        .push(narrowed)
                        .filter(
                            conditions(filter, condition -> !Expressions.isEvaluable(condition)))
                        .build()));
  }

  /** Returns a scan with the conditions of a filter over it; empty if it can take none. */
  static Optional<BedrockScan> narrowed(LogicalFilter filter, BedrockScan scan) {
    if (scan.spec.hasLimit()) {
      return Optional.empty(); // A condition under a limit keeps other rows than one above it.
    }
    List<RexNode> taken = conditions(filter, Expressions::isEvaluable);
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(scan.with(scan.spec.where(overTable(scan, taken))));
  }

  /** Returns whether a scan can take all conditions of a filter. */
  static boolean isTakenWhole(LogicalFilter filter) {
    return conditions(filter, condition -> !Expressions.isEvaluable(condition)).isEmpty();
  }

  private static List<RexNode> conditions(LogicalFilter filter, Predicate<RexNode> wanted) {
    return RelOptUtil.conjunctions(filter.getCondition()).stream().filter(wanted).toList();
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
