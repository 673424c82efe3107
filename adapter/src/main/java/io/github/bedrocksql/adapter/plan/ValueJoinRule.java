package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.scan.Expressions;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Join with a single row, as a scalar subquery gives it: its values narrow the other side's scan as
 * literals would.
 */
final class ValueJoinRule {
  private ValueJoinRule() {}

  static RelOptRule rule() {
    return ScanRule.ofJoin("BedrockValueJoin", ValueJoinRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    RexNode condition =
        RexUtil.expandSearch(join.getCluster().getRexBuilder(), null, join.getCondition());
    if (Templates.isSingleRow(join.getLeft())
        && Expressions.isEvaluable(condition)
        && narrows(join, condition)) {
      call.transformTo(
          LookupJoin.of(
              join.getLeft(),
              join.getRight(),
              join.getJoinType(),
              join.getCondition(),
              condition,
              1,
              JoinCalls.COUNTED_BY_SCAN,
              call.builder()));
    }
  }

  /** Whether some condition compares a column that List takes with the left row. */
  private static boolean narrows(LogicalJoin join, RexNode condition) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    for (RexNode part : RelOptUtil.conjunctions(condition)) {
      ImmutableBitSet read = RelOptUtil.InputFinder.bits(part);
      boolean ofBoth = read.nextSetBit(0) < leftFields && read.length() > leftFields;
      if (ofBoth && read.stream().anyMatch(f -> f >= leftFields && isListed(join, f))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isListed(LogicalJoin join, int field) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    return KeyOrigin.allOf(join.getRight(), field - leftFields).stream()
        .anyMatch(
            origin -> {
              ListCapability list = origin.scan().spec.table().capability();
              int column = origin.column();
              return list.isListed(column)
                  || list.isCreation(column)
                  || list.isName(column)
                  || column == list.regionColumn();
            });
  }
}
