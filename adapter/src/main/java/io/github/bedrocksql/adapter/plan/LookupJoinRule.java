package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** Join on a key of a scan: the other side's rows are looked up, a batch at a time. */
final class LookupJoinRule extends RelRule<LookupJoinRule.Config> {
  /** Left rows a batch: each is an expression in the generated code. */
  private static final int BATCH = 50;

  private LookupJoinRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
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
                        BATCH,
                        callsPerRow(join, keys),
                        call.builder())));
  }

  /** The equalities that give keys: a row is looked up by one, and shows what all name it by. */
  private static Optional<RexNode> keyCondition(LogicalJoin join) {
    List<RexNode> keys = new ArrayList<>();
    for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
      boolean equality =
          condition.getKind() == SqlKind.EQUALS
              || condition.getKind() == SqlKind.IS_NOT_DISTINCT_FROM;
      if (equality
          && Expressions.isEvaluable(condition)
          && (isKey(join, condition, 0) || isKey(join, condition, 1))) {
        keys.add(condition);
      }
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(RexUtil.composeConjunction(join.getCluster().getRexBuilder(), keys));
  }

  /** An ARN is of one Region; a name may be of any. */
  private static int callsPerRow(LogicalJoin join, RexNode keys) {
    int most = 1;
    for (RexNode equality : RelOptUtil.conjunctions(keys)) {
      for (int side = 0; side < 2; side++) {
        Optional<KeyOrigin> key = key(join, equality, side);
        if (key.isPresent()) {
          if (key.get().isArn()) {
            return 1;
          }
          most = key.get().scan().estimate().regions();
        }
      }
    }
    return most;
  }

  private static boolean isKey(LogicalJoin join, RexNode equality, int side) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    RexNode value = ((RexCall) equality).getOperands().get(1 - side);
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(value);
    return !read.isEmpty() && read.length() <= leftFields && key(join, equality, side).isPresent();
  }

  /** The key of the right side that one side of an equality is. */
  private static Optional<KeyOrigin> key(LogicalJoin join, RexNode equality, int side) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    RexNode key = KeyOrigin.withoutCasts(((RexCall) equality).getOperands().get(side));
    return key instanceof RexInputRef ref && ref.getIndex() >= leftFields
        ? KeyOrigin.of(join.getRight(), ref.getIndex() - leftFields)
            .filter(origin -> origin.scan().spec.table().identifier().isKey(origin.column()))
        : Optional.empty();
  }

  /** The rule's operands: the scan itself, or columns computed over it. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(
          b ->
              b.operand(LogicalJoin.class)
                  .predicate(j -> LookupJoin.TYPES.contains(j.getJoinType()))
                  .anyInputs(),
          "BedrockLookupJoin");
    }

    @Override
    public LookupJoinRule toRule() {
      return new LookupJoinRule(this);
    }
  }
}
