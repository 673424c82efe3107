package io.github.bedrocksql.adapter.plan;

import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * The column of a scan that a field of a relation shows, where a condition on the field can be
 * pushed down to the scan.
 *
 * @param column the table's ordinal
 */
record KeyOrigin(AbstractBedrockScan scan, int column) {

  /** Returns whether the column is the ARN, which tells the Region. */
  boolean isArn() {
    return column == scan.spec.table().identifier().arnColumn();
  }

  /** Returns the origin; empty if the field is computed, or rows were cut off below. */
  static Optional<KeyOrigin> of(RelNode set, int field) {
    return of(set, field, false);
  }

  /** Returns the origin, through joins too: it may be null where the scan's is not. */
  static Optional<KeyOrigin> throughJoins(RelNode set, int field) {
    return of(set, field, true);
  }

  private static Optional<KeyOrigin> of(RelNode set, int field, boolean joins) {
    RelNode rel = Templates.of(set);
    if (joins && rel instanceof Join join) {
      int left = join.getLeft().getRowType().getFieldCount();
      return field < left
          ? of(join.getLeft(), field, true)
          : of(join.getRight(), field - left, true);
    }
    if (rel instanceof AbstractBedrockScan scan) {
      return scan.spec.hasLimit()
          ? Optional.empty()
          : Optional.of(new KeyOrigin(scan, scan.spec.projects().get(field)));
    }
    if (rel instanceof Project project) {
      RexNode shown = withoutCasts(project.getProjects().get(field));
      return shown instanceof RexInputRef ref
          ? of(project.getInput(), ref.getIndex(), joins)
          : Optional.empty();
    }
    if (rel instanceof Filter filter) {
      return of(filter.getInput(), field, joins);
    }
    if (rel instanceof Sort sort) {
      return sort.fetch == null && sort.offset == null
          ? of(sort.getInput(), field, joins)
          : Optional.empty();
    }
    return rel instanceof Aggregate aggregate
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE
            && field < aggregate.getGroupCount()
        ? of(aggregate.getInput(), aggregate.getGroupSet().nth(field), joins)
        : Optional.empty();
  }

  /** Returns an expression without the casts around it. */
  static RexNode withoutCasts(RexNode node) {
    return node.getKind() == SqlKind.CAST
        ? withoutCasts(((RexCall) node).getOperands().get(0))
        : node;
  }
}
