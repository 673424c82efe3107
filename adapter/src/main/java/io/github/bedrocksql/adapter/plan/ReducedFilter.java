package io.github.bedrocksql.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.rules.ReduceExpressionsRule;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * A filter over a scan with its condition made as simple as the planner makes it, before the scan
 * takes that in. The planner has a rule for it, and this is the rule without the planner.
 */
final class ReducedFilter {
  private ReducedFilter() {}

  /** Reaches what Calcite lets rules alone use. */
  private abstract static class Reduction
      extends ReduceExpressionsRule<ReduceExpressionsRule.Config> {
    @SuppressWarnings("UnusedMethod") // There is none, but a rule has a constructor.
    Reduction(Config config) {
      super(config);
    }

    /** Returns whether a condition was changed, in its list. */
    static boolean change(LogicalFilter filter, List<RexNode> condition) {
      return reduceExpressions(filter, condition, RelOptPredicateList.EMPTY, true, true, false);
    }
  }

  /**
   * Returns the filter with its condition reduced, or its input if the condition always holds;
   * empty if it can't hold, or the planner knows more of it.
   */
  static Optional<RelNode> of(LogicalFilter filter) {
    LogicalFilter reduced = filter;
    while (true) {
      List<RexNode> condition = new ArrayList<>(List.of(reduced.getCondition()));
      boolean changed = Reduction.change(reduced, condition);
      if (!changed) {
        return isOfNull(reduced.getCondition()) ? Optional.empty() : Optional.of(reduced);
      }
      RelNode next =
          RelFactories.LOGICAL_BUILDER
              .create(filter.getCluster(), null)
              .push(reduced.getInput())
              .filter(condition)
              .build();
      if (next == reduced.getInput()) {
        return Optional.of(next);
      }
      if (!(next instanceof LogicalFilter simpler) || simpler.getInput() != reduced.getInput()) {
        return Optional.empty();
      }
      if (simpler.getCondition().equals(reduced.getCondition())) {
        return Optional.of(simpler);
      }
      reduced = simpler;
    }
  }

  /** Whether a condition is a constant, or asks whether a column that is never null is null. */
  private static boolean isOfNull(RexNode condition) {
    RexNode asked =
        condition.getKind() == SqlKind.NOT ? ((RexCall) condition).getOperands().get(0) : condition;
    return switch (asked.getKind()) {
      case LITERAL, CAST -> true;
      case IS_NULL, IS_NOT_NULL, IS_UNKNOWN ->
          !((RexCall) asked).getOperands().get(0).getType().isNullable();
      default -> false;
    };
  }
}
