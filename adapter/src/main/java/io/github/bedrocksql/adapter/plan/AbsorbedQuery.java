package io.github.bedrocksql.adapter.plan;

import java.util.Optional;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.RelBuilder;

/**
 * The short way to a plan: a query that its one scan absorbs whole, in the same steps as the rules
 * do it, has no other plan worth a look. So no planner needs to try its rules.
 */
public final class AbsorbedQuery {
  private AbsorbedQuery() {}

  /**
   * Returns the plan of a query, as a planner would find it.
   *
   * @param traits what is asked of the plan's rows, such as their order
   * @return empty if more than the scan of one table is needed
   */
  public static Optional<RelNode> plan(RelNode query, RelTraitSet traits) {
    if (!readsOneTable(query)) {
      return Optional.empty();
    }
    // As Programs.trim does it, whose class loads all rules there are.
    RelBuilder builder = RelFactories.LOGICAL_BUILDER.create(query.getCluster(), null);
    RelNode trimmed = new RelFieldTrimmer(null, builder).trim(query);
    return scan(IdentifierResolution.of(trimmed))
        .<RelNode>map(BedrockEnumerableScan::alone)
        .filter(plan -> plan.getTraitSet().satisfies(traits));
  }

  private static boolean readsOneTable(RelNode query) {
    RelNode rel = query;
    while (rel instanceof LogicalFilter
        || rel instanceof LogicalProject
        || rel instanceof LogicalSort) {
      rel = rel.getInput(0);
    }
    return rel instanceof TableReference;
  }

  /** Returns the scan that gives a relation's rows. */
  private static Optional<BedrockScan> scan(RelNode rel) {
    if (rel instanceof BedrockScan scan) {
      return Optional.of(scan);
    }
    if (rel instanceof LogicalFilter filter) {
      return scan(filter.getInput()).flatMap(scan -> filtered(filter, scan));
    }
    if (rel instanceof LogicalProject project) {
      return scan(project.getInput()).flatMap(scan -> ProjectIntoScanRule.narrowed(project, scan));
    }
    // The planner knows without a scan that LIMIT 0 gives no rows.
    if (rel instanceof LogicalSort sort && !isOfNone(sort)) {
      return scan(sort.getInput()).flatMap(scan -> SortIntoScanRule.sorted(sort, scan));
    }
    return Optional.empty();
  }

  private static Optional<BedrockScan> filtered(LogicalFilter filter, BedrockScan scan) {
    Optional<RelNode> reduced =
        ReducedFilter.of(filter.copy(filter.getTraitSet(), scan, filter.getCondition()));
    if (reduced.isPresent() && reduced.get() instanceof LogicalFilter left) {
      return FilterIntoScanRule.isTakenWhole(left)
          ? FilterIntoScanRule.narrowed(left, scan)
          : Optional.empty();
    }
    return reduced.isPresent() ? Optional.of(scan) : Optional.empty();
  }

  private static boolean isOfNone(LogicalSort sort) {
    return sort.fetch instanceof RexLiteral number && RexLiteral.intValue(number) == 0;
  }
}
