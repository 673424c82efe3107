package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.Expressions;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/** Join on a key of a scan: the other side's rows are looked up, a batch at a time. */
final class LookupJoinRule {
  private LookupJoinRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockLookupJoin",
        b ->
            b.operand(LogicalJoin.class)
                .predicate(j -> LookupJoin.TYPES.contains(j.getJoinType()))
                .anyInputs(),
        LookupJoinRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    keyCondition(join)
        .ifPresent(
            keys ->
                call.transformTo(
                    LookupJoin.of(
                        join.getLeft(),
                        join.getRight(),
                        join.getJoinType(),
                        join.getCondition(),
                        keys,
                        LookupJoin.BATCH,
                        JoinCalls.ofKeys(callsPerRow(join, keys)),
                        call.builder())));
  }

  /** The equalities that give keys: a row is looked up by one, and must have all. */
  private static Optional<RexNode> keyCondition(LogicalJoin join) {
    List<RexNode> keys = new ArrayList<>();
    for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
      if (!keys(join, condition).isEmpty()) {
        keys.add(condition);
      }
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(RexUtil.composeConjunction(join.getCluster().getRexBuilder(), keys));
  }

  /** An ARN is of one Region; a name may be of any. */
  private static int callsPerRow(LogicalJoin join, RexNode condition) {
    int most = 1;
    for (RexNode equality : RelOptUtil.conjunctions(condition)) {
      for (KeyOrigin key : keys(join, equality)) {
        if (key.isArn()) {
          return 1;
        }
        most = key.scan().estimate().regions();
      }
    }
    return most;
  }

  /** The keys of the right side that a condition gives the value of, by a row of the left. */
  private static List<KeyOrigin> keys(LogicalJoin join, RexNode condition) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    List<KeyOrigin> keys = new ArrayList<>();
    for (IdentifierComparison comparison :
        IdentifierComparison.of(condition, ref -> ref.getIndex() >= leftFields)) {
      ImmutableBitSet read = RelOptUtil.InputFinder.bits(comparison.other());
      boolean ofLeft = !read.isEmpty() && read.length() <= leftFields;
      if (ofLeft && comparison.isEquality() && Expressions.isEvaluable(condition)) {
        ImmutableList<KeyOrigin> origins =
            comparison
                .field()
                .map(ref -> KeyOrigin.allOf(join.getRight(), ref.getIndex() - leftFields))
                .orElse(ImmutableList.of());
        if (origins.stream().allMatch(KeyOrigin::isKey)) {
          keys.addAll(origins);
        }
      }
    }
    return keys;
  }
}
