package io.github.bedrocksql.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;

/**
 * The first rule of all: puts the query with its identifiers resolved in the place of the query as
 * it was written. What an identifier column shows hangs on the whole of the query, so it is decided
 * once, before any other rule has changed a thing.
 */
final class IdentifierResolutionRule {
  private IdentifierResolutionRule() {}

  static RelOptRule rule() {
    return ScanRule.absorbing(
        "BedrockIdentifierResolution",
        b -> b.operand(TableReference.class).noInputs(),
        IdentifierResolutionRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    TableReference table = call.rel(0);
    RelOptPlanner planner = call.getPlanner();
    RelNode root = planner.getRoot();
    List<RelNode> unresolved = new ArrayList<>();
    RelNode query = root == null ? table : written(root, unresolved);
    if (!unresolved.contains(table)) {
      // Not of the query that is planned: nothing is compared with it.
      call.transformTo(IdentifierResolution.of(table));
      return;
    }
    planner.ensureRegistered(IdentifierResolution.of(FlatUnions.of(query)), root);
    unresolved.forEach(planner::prune);
  }

  /**
   * Returns the query without the planner's sets.
   *
   * @param unresolved is given the planner's relations above a reference to a table, and that too
   */
  private static RelNode written(RelNode rel, List<RelNode> unresolved) {
    RelNode original = rel instanceof RelSubset subset ? subset.getOriginal() : rel;
    int before = unresolved.size();
    List<RelNode> inputs =
        original.getInputs().stream().map(input -> written(input, unresolved)).toList();
    if (original instanceof TableReference || unresolved.size() > before) {
      unresolved.add(original);
    }
    return inputs.isEmpty() ? original : original.copy(original.getTraitSet(), inputs);
  }
}
