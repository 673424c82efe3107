package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** EXISTS, which is an aggregate of constants: the first row says it all. */
final class ExistenceIntoScanRule {
  private ExistenceIntoScanRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockExistenceIntoScan",
        b0 ->
            b0.operand(LogicalAggregate.class)
                .oneInput(
                    b1 ->
                        b1.operand(LogicalProject.class)
                            .oneInput(b2 -> b2.operand(BedrockScan.class).noInputs())),
        ExistenceIntoScanRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    LogicalProject project = call.rel(1);
    BedrockScan scan = call.rel(2);
    if (scan.spec.hasLimit() || !isOfConstants(aggregate, project)) {
      return;
    }
    RexNode one = call.builder().getRexBuilder().makeExactLiteral(BigDecimal.ONE);
    BedrockScan first = scan.with(scan.spec.limit(null, one));
    call.transformTo(
        ((Aggregate) aggregate)
            .copy(
                aggregate.getTraitSet(),
                List.of(project.copy(project.getTraitSet(), List.of(first)))));
  }

  private static boolean isOfConstants(LogicalAggregate aggregate, LogicalProject project) {
    Iterable<Integer> read =
        Iterables.concat(
            aggregate.getGroupSet(),
            Iterables.concat(
                Iterables.transform(aggregate.getAggCallList(), AggregateCall::getArgList)));
    for (int field : read) {
      if (!(project.getProjects().get(field) instanceof RexLiteral)) {
        return false;
      }
    }
    return aggregate.getAggCallList().stream()
        .allMatch(c -> isOfOneRow(c.getAggregation().getKind()) && !c.hasFilter());
  }

  /** Whether equal rows after the first change nothing. */
  private static boolean isOfOneRow(SqlKind kind) {
    return kind == SqlKind.MIN || kind == SqlKind.MAX || kind == SqlKind.ANY_VALUE;
  }
}
