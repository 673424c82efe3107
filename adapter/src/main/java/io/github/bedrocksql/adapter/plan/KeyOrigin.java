package io.github.bedrocksql.adapter.plan;

import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;

/**
 * The column of a scan that a field of a relation shows, where a condition on the field can be
 * pushed down to the scan.
 *
 * @param column the table's ordinal
 */
record KeyOrigin(AbstractBedrockScan scan, int column) {

  /** Returns whether the column is the ARN, which names the Region. */
  boolean isArn() {
    return column == scan.spec.table().identifier().arnColumn();
  }

  /** Returns the origin; empty if the field is computed, or rows were cut off below. */
  static Optional<KeyOrigin> of(RelNode set, int field) {
    RelNode rel = Templates.of(set);
    if (rel instanceof AbstractBedrockScan scan) {
      return scan.spec.hasLimit()
          ? Optional.empty()
          : Optional.of(new KeyOrigin(scan, scan.spec.projects().get(field)));
    }
    boolean passable =
        !(rel instanceof Join || rel instanceof Correlate)
            && !(rel instanceof SetOp)
            && !(rel instanceof Sort sort && (sort.fetch != null || sort.offset != null));
    return passable
        ? FieldStep.plainBelow(rel, field).flatMap(step -> of(rel.getInput(0), step.field()))
        : Optional.empty();
  }
}
