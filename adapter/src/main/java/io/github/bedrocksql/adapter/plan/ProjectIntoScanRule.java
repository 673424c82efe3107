package io.github.bedrocksql.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.util.ImmutableBitSet;

/** Project over scan: the scan gives only the columns used, what is computed stays above. */
final class ProjectIntoScanRule {
  private ProjectIntoScanRule() {}

  static RelOptRule rule() {
    return ScanRule.absorbing(
        "BedrockProjectIntoScan",
        b0 ->
            b0.operand(LogicalProject.class)
                .predicate(p -> !p.containsOver())
                .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
        ProjectIntoScanRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalProject project = call.rel(0);
    BedrockScan scan = call.rel(1);
    Optional<BedrockScan> plain = narrowed(project, scan);
    if (plain.isPresent()) {
      call.transformTo(
          call.builder().push(plain.get()).rename(project.getRowType().getFieldNames()).build());
      return;
    }
    ImmutableBitSet used = RelOptUtil.InputFinder.bits(project.getProjects(), null);
    // A scan has at least one column: where none is used (COUNT(*)), the key, which needs no Get.
    List<Integer> kept = used.isEmpty() ? scan.keyField() : used.asList();
    if (kept.size() == scan.spec.projects().size()) {
      return;
    }
    BedrockScan narrowed = scan.with(scan.spec.project(kept));
    call.transformTo(
        call.builder()
            .push(narrowed)
            .project(rebased(project.getProjects(), kept), project.getRowType().getFieldNames())
            .build());
  }

  /** Returns a scan that gives what a projection does; empty if that computes something. */
  static Optional<BedrockScan> narrowed(LogicalProject project, BedrockScan scan) {
    List<Integer> plain = plainReferences(project.getProjects());
    return plain == null || plain.isEmpty()
        ? Optional.empty()
        : Optional.of(scan.with(scan.spec.project(plain)));
  }

  /** The ordinals, if every expression is a plain reference; null otherwise. */
  private static List<Integer> plainReferences(List<RexNode> expressions) {
    List<Integer> plain = new ArrayList<>();
    for (RexNode expression : expressions) {
      if (!(expression instanceof RexInputRef ref)) {
        return null;
      }
      plain.add(ref.getIndex());
    }
    return plain;
  }

  private static List<RexNode> rebased(List<RexNode> expressions, List<Integer> kept) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef ref) {
        return new RexInputRef(kept.indexOf(ref.getIndex()), ref.getType());
      }
    }.visitList(expressions);
  }
}
