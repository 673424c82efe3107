package io.github.bedrocksql.adapter.rules;

import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.SemiJoinRule.JoinToSemiJoinRule.JoinToSemiJoinRuleConfig;
import org.apache.calcite.rel.rules.SemiJoinRule.ProjectToSemiJoinRule.ProjectToSemiJoinRuleConfig;

/**
 * Calcite's rules that make a semi-join of a join with groups of which nothing is shown. They take
 * an aggregate without groups for one, though it has a row where there are none to aggregate.
 */
final class SemiJoinsOfGroups {
  private SemiJoinsOfGroups() {}

  /** Puts the same rules in their place, for aggregates with groups only. */
  static void replaceIn(RelOptPlanner planner) {
    planner.removeRule(CoreRules.PROJECT_TO_SEMI_JOIN);
    planner.addRule(
        ProjectToSemiJoinRuleConfig.DEFAULT
            .withOperandSupplier(
                b0 ->
                    b0.operand(Project.class)
                        .oneInput(
                            b1 ->
                                b1.operand(Join.class)
                                    .predicate(SemiJoinsOfGroups::isSupported)
                                    .inputs(
                                        b2 -> b2.operand(RelNode.class).anyInputs(),
                                        b3 ->
                                            b3.operand(Aggregate.class)
                                                .predicate(SemiJoinsOfGroups::hasGroups)
                                                .anyInputs())))
            .as(ProjectToSemiJoinRuleConfig.class)
            .toRule());
    planner.removeRule(CoreRules.JOIN_TO_SEMI_JOIN);
    planner.addRule(
        JoinToSemiJoinRuleConfig.DEFAULT
            .withOperandSupplier(
                b0 ->
                    b0.operand(Join.class)
                        .predicate(SemiJoinsOfGroups::isSupported)
                        .inputs(
                            b1 -> b1.operand(RelNode.class).anyInputs(),
                            b2 ->
                                b2.operand(Aggregate.class)
                                    .predicate(SemiJoinsOfGroups::hasGroups)
                                    .anyInputs()))
            .as(JoinToSemiJoinRuleConfig.class)
            .toRule());
  }

  private static boolean isSupported(Join join) {
    return join.getJoinType() == JoinRelType.INNER || join.getJoinType() == JoinRelType.LEFT;
  }

  private static boolean hasGroups(Aggregate aggregate) {
    return !aggregate.getGroupSet().isEmpty();
  }
}
