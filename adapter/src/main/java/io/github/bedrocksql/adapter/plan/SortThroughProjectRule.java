package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.Expressions;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.scan.SortKey;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexNode;

/**
 * Sort or limit over computed columns over scan: the scan stops after the rows that the sort will
 * keep, so that no other is hydrated. Where the planner can't see that an expression's order is
 * kept, it sorts the few rows once more.
 */
final class SortThroughProjectRule {
  private SortThroughProjectRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockSortThroughProject",
        b0 ->
            b0.operand(LogicalSort.class)
                .oneInput(
                    b1 ->
                        b1.operand(LogicalProject.class)
                            .predicate(p -> !p.containsOver())
                            .oneInput(b2 -> b2.operand(BedrockScan.class).noInputs())),
        SortThroughProjectRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    LogicalProject project = call.rel(1);
    BedrockScan scan = call.rel(2);
    if (scan.spec.hasLimit() || sort.fetch == null) {
      return;
    }
    List<RexNode> overTable = FilterIntoScanRule.overTable(scan, project.getProjects());
    ImmutableList.Builder<SortKey> keys = ImmutableList.builder();
    for (RelFieldCollation field : sort.getCollation().getFieldCollations()) {
      RexNode expression = overTable.get(field.getFieldIndex());
      Optional<SortKey> key = SortIntoScanRule.key(field, expression);
      if (key.isEmpty() || !Expressions.isEvaluable(expression)) {
        return;
      }
      keys.add(key.get());
    }
    ImmutableList<SortKey> order = keys.build();
    ScanSpec sorted = order.isEmpty() ? scan.spec : scan.spec.sort(order);
    BedrockScan limited = scan.with(sorted.limit(sort.offset, sort.fetch));
    call.transformTo(project.copy(sort.getTraitSet(), List.of(limited)));
  }
}
