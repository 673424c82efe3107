package io.github.bedrocksql.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.tools.RelBuilder;

/**
 * Puts a condition with the values of a join's rows into the scan below. Calcite's own rules leave
 * such conditions above projects, for fear of correlations that can't be undone.
 */
final class ConditionPushdown {
  private final RelBuilder builder;

  ConditionPushdown(RelBuilder builder) {
    this.builder = builder;
  }

  /** Returns a relation with the rows that meet the condition. */
  RelNode push(RelNode rel, RexNode condition) {
    RelNode template = Templates.of(rel);
    if (template instanceof BedrockScan scan && !scan.spec.hasLimit()) {
      return scan.with(scan.spec.where(FilterIntoScanRule.overTable(scan, List.of(condition))));
    }
    if (template instanceof LogicalProject project && !project.containsOver()) {
      RexNode below = RelOptUtil.pushPastProject(condition, project);
      return project.copy(project.getTraitSet(), List.of(push(project.getInput(), below)));
    }
    if (template instanceof LogicalFilter filter) {
      return filter.copy(filter.getTraitSet(), List.of(push(filter.getInput(), condition)));
    }
    if (template instanceof LogicalAggregate aggregate && isOfGroup(condition, aggregate)) {
      RexNode below = ofInput(condition, aggregate);
      return aggregate.copy(aggregate.getTraitSet(), List.of(push(aggregate.getInput(), below)));
    }
    if (template instanceof LogicalUnion union) {
      List<RelNode> inputs =
          union.getInputs().stream().map(input -> push(input, condition)).toList();
      return union.copy(union.getTraitSet(), inputs);
    }
    return builder.push(rel).filter(condition).build();
  }

  /**
   * Returns a filter of groups with some of its conditions below the grouping.
   *
   * @param moves which conditions to move, if they are of what rows are grouped by
   * @return empty if there is none
   */
  static Optional<RelNode> belowGroups(
      LogicalFilter filter, LogicalAggregate aggregate, Predicate<RexNode> moves) {
    List<RexNode> below = new ArrayList<>();
    List<RexNode> above = new ArrayList<>();
    for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
      boolean moved = isOfGroup(condition, aggregate) && moves.test(condition);
      (moved ? below : above).add(moved ? ofInput(condition, aggregate) : condition);
    }
    if (below.isEmpty()) {
      return Optional.empty();
    }
    RexBuilder rex = filter.getCluster().getRexBuilder();
    RelNode rows =
        LogicalFilter.create(aggregate.getInput(), RexUtil.composeConjunction(rex, below));
    RelNode groups = aggregate.copy(aggregate.getTraitSet(), List.of(rows));
    return Optional.of(
        above.isEmpty()
            ? groups
            : LogicalFilter.create(groups, RexUtil.composeConjunction(rex, above)));
  }

  /** Returns a set operation of inputs that a condition on its rows has filtered. */
  static RelNode belowSet(LogicalFilter filter, SetOp set) {
    List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : set.getInputs()) {
      inputs.add(LogicalFilter.create(input, filter.getCondition()));
    }
    return set.copy(set.getTraitSet(), inputs);
  }

  private static boolean isOfGroup(RexNode condition, LogicalAggregate aggregate) {
    return aggregate.getGroupType() == LogicalAggregate.Group.SIMPLE
        && RelOptUtil.InputFinder.bits(condition).length() <= aggregate.getGroupCount();
  }

  private static RexNode ofInput(RexNode condition, LogicalAggregate aggregate) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            return new RexInputRef(aggregate.getGroupSet().nth(ref.getIndex()), ref.getType());
          }
        });
  }
}
