package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;

/** Join on a key of a scan: the other side's rows are looked up, a batch at a time. */
final class LookupJoinRule {
  private LookupJoinRule() {}

  static RelOptRule rule() {
    return ScanRule.ofJoin("BedrockLookupJoin", LookupJoinRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    // A row is looked up by one of the keys, and must have all.
    GivenColumns.condition(join, equality -> !keys(join, equality).isEmpty())
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
  private static ImmutableList<KeyOrigin> keys(LogicalJoin join, RexNode condition) {
    return GivenColumns.of(join, condition)
        .filter(origins -> origins.stream().allMatch(KeyOrigin::isKey))
        .flatMap(ImmutableList::stream)
        .collect(ImmutableList.toImmutableList());
  }
}
