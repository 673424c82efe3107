package io.github.bedrocksql.dialect.plan;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * How a query is made up, as far as it tells what its plan depends on. One scan has one plan: what
 * it calls is chosen when it runs, from the values and sizes that are known then.
 *
 * @param isOneScan whether one table is read once, and nothing is joined
 * @param hasExtremes whether it asks for the least or greatest of all rows, which can be a scan
 *     each
 */
record QueryShape(boolean isOneScan, boolean hasExtremes) {
  static QueryShape of(RelNode query) {
    boolean extremes = false;
    RelNode rel = query;
    while (!rel.getInputs().isEmpty()) {
      if (!isStep(rel) || hasSubquery(rel)) {
        return new QueryShape(false, false);
      }
      extremes |= rel instanceof Aggregate aggregate && hasExtremes(aggregate);
      rel = rel.getInput(0);
    }
    return new QueryShape(rel instanceof TableScan, extremes);
  }

  /** Whether there may be more than one way, of which sizes tell which is best. */
  boolean dependsOnSizes() {
    return !isOneScan || hasExtremes;
  }

  private static boolean isStep(RelNode rel) {
    return rel instanceof Filter
        || rel instanceof Project
        || rel instanceof Sort
        || rel instanceof Aggregate;
  }

  private static boolean hasSubquery(RelNode rel) {
    return (rel instanceof Filter filter && RexUtil.SubQueryFinder.containsSubQuery(filter))
        || (rel instanceof Project project && RexUtil.SubQueryFinder.containsSubQuery(project));
  }

  private static boolean hasExtremes(Aggregate aggregate) {
    return aggregate.getGroupCount() == 0
        && aggregate.getAggCallList().stream()
            .map(AggregateCall::getAggregation)
            .anyMatch(f -> f.getKind() == SqlKind.MIN || f.getKind() == SqlKind.MAX);
  }
}
