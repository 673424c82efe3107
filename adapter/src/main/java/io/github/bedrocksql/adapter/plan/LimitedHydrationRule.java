package io.github.bedrocksql.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexInputRef;

/**
 * Limit over a join of a scan with details: the joined summaries are sorted and cut, and only the
 * rows that are left are looked up. A lookup by ARN keeps rows and order.
 */
final class LimitedHydrationRule {
  private LimitedHydrationRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockLimitedHydration",
        b0 ->
            b0.operand(LogicalSort.class)
                .predicate(sort -> sort.fetch != null)
                .oneInput(
                    b1 ->
                        b1.operand(LogicalProject.class)
                            .predicate(project -> !project.containsOver())
                            .oneInput(b2 -> b2.operand(LogicalJoin.class).anyInputs())),
        LimitedHydrationRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    LogicalProject project = call.rel(1);
    LogicalJoin join = call.rel(2);
    for (SummaryJoin way : SummaryJoin.of(join)) {
      List<RelFieldCollation> keys = new ArrayList<>();
      for (RelFieldCollation key : sort.getCollation().getFieldCollations()) {
        summaryKey(key, project, way).ifPresent(field -> keys.add(key.withFieldIndex(field)));
      }
      if (keys.size() == sort.getCollation().getFieldCollations().size()) {
        RelNode cut =
            way.hydratedLate(
                call.builder(),
                summaries ->
                    LogicalSort.create(summaries, RelCollations.of(keys), sort.offset, sort.fetch));
        call.transformTo(project.copy(sort.getTraitSet(), List.of(cut)));
      }
    }
  }

  /** The field of the joined summaries that is a sort key; empty if it is computed or a detail. */
  private static OptionalInt summaryKey(
      RelFieldCollation key, LogicalProject project, SummaryJoin way) {
    return project.getProjects().get(key.getFieldIndex()) instanceof RexInputRef ref
            && !way.isDetail(ref.getIndex())
        ? OptionalInt.of(way.summaryField(ref.getIndex()))
        : OptionalInt.empty();
  }
}
