package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;

/**
 * Join on a column that List can be narrowed by: where few values arrive, a list for each is fewer
 * calls than one of everything. How many do is seen when they arrive.
 */
final class ListJoinRule {
  private ListJoinRule() {}

  static RelOptRule rule() {
    return ScanRule.ofJoin("BedrockListJoin", ListJoinRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    GivenColumns.condition(join, equality -> filters(join, equality).findAny().isPresent())
        .ifPresent(
            narrowing ->
                call.transformTo(
                    LookupJoin.of(
                        join.getLeft(),
                        join.getRight(),
                        join.getJoinType(),
                        join.getCondition(),
                        narrowing,
                        LookupJoin.BATCH,
                        JoinCalls.ofLists(regions(join, narrowing)),
                        call.builder())));
  }

  private static int regions(LogicalJoin join, RexNode narrowing) {
    return RelOptUtil.conjunctions(narrowing).stream()
        .flatMap(equality -> filters(join, equality))
        .findFirst()
        .orElseThrow()
        .scan()
        .estimate()
        .regions();
  }

  /** The columns of lists of several pages that a condition gives a value of, by a left row. */
  private static Stream<KeyOrigin> filters(LogicalJoin join, RexNode condition) {
    return GivenColumns.of(join, condition)
        .flatMap(ImmutableList::stream)
        .filter(origin -> origin.isFilter() && origin.scan().estimate().pages() > 1);
  }
}
