package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalUnion;

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

  /** Returns whether a value of the column is a key. */
  boolean isKey() {
    return scan.spec.table().identifier().isKey(column);
  }

  /** Returns whether List takes one value of the column, which rows have themselves. */
  boolean isFilter() {
    return scan.spec.table().capability().filters().containsKey(column);
  }

  /**
   * Returns the origins, of a union one in each input; empty if the field of one is computed, or
   * rows were cut off below.
   */
  static ImmutableList<KeyOrigin> allOf(RelNode set, int field) {
    RelNode rel = Templates.of(set);
    if (rel instanceof AbstractBedrockScan scan) {
      return scan.spec.hasLimit()
          ? ImmutableList.of()
          : ImmutableList.of(new KeyOrigin(scan, scan.spec.projects().get(field)));
    }
    if (rel instanceof LogicalUnion union) {
      List<ImmutableList<KeyOrigin>> each =
          union.getInputs().stream().map(input -> allOf(input, field)).toList();
      return each.stream().anyMatch(List::isEmpty)
          ? ImmutableList.of()
          : each.stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
    }
    boolean passable =
        !(rel instanceof Join || rel instanceof Correlate)
            && !(rel instanceof SetOp)
            && !(rel instanceof Sort sort && (sort.fetch != null || sort.offset != null));
    return passable
        ? FieldStep.plainBelow(rel, field)
            .map(step -> allOf(rel.getInput(0), step.field()))
            .orElse(ImmutableList.of())
        : ImmutableList.of();
  }
}
