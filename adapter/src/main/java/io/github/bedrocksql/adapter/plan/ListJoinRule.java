package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.Expressions;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Join on a column that List can be narrowed by: where few values arrive, a list for each is fewer
 * calls than one of everything. How many do is seen when they arrive.
 */
final class ListJoinRule {
  private ListJoinRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockListJoin",
        b ->
            b.operand(LogicalJoin.class)
                .predicate(j -> LookupJoin.TYPES.contains(j.getJoinType()))
                .anyInputs(),
        ListJoinRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    List<RexNode> narrowing =
        RelOptUtil.conjunctions(join.getCondition()).stream()
            .filter(condition -> !origins(join, condition).isEmpty())
            .toList();
    if (!narrowing.isEmpty()) {
      int regions = origins(join, narrowing.get(0)).get(0).scan().estimate().regions();
      call.transformTo(
          LookupJoin.of(
              join.getLeft(),
              join.getRight(),
              join.getJoinType(),
              join.getCondition(),
              RexUtil.composeConjunction(join.getCluster().getRexBuilder(), narrowing),
              LookupJoin.BATCH,
              JoinCalls.ofLists(regions),
              call.builder()));
    }
  }

  /** The columns of lists of several pages that a condition gives a value of, by a left row. */
  private static ImmutableList<KeyOrigin> origins(LogicalJoin join, RexNode condition) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    return IdentifierComparison.of(condition, ref -> ref.getIndex() >= leftFields).stream()
        .filter(comparison -> comparison.isEquality() && Expressions.isEvaluable(condition))
        .filter(comparison -> isOfLeft(comparison.other(), leftFields))
        .flatMap(comparison -> comparison.field().stream())
        .flatMap(ref -> KeyOrigin.allOf(join.getRight(), ref.getIndex() - leftFields).stream())
        .filter(origin -> origin.isFilter() && origin.scan().estimate().pages() > 1)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isOfLeft(RexNode value, int leftFields) {
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(value);
    return !read.isEmpty() && read.length() <= leftFields;
  }
}
