package io.github.bedrocksql.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalUnion;

/**
 * {@code a UNION b UNION c} as one union of three. The parser makes unions of two, one within the
 * other, and Calcite's rule that merges those tries them two by two: sixty take seconds to plan.
 */
final class FlatUnions {
  private FlatUnions() {}

  /** Returns the query with its unions merged. */
  static RelNode of(RelNode rel) {
    List<RelNode> inputs = rel.getInputs().stream().map(FlatUnions::of).toList();
    RelNode copy = inputs.equals(rel.getInputs()) ? rel : rel.copy(rel.getTraitSet(), inputs);
    return copy instanceof LogicalUnion union ? flat(union) : copy;
  }

  private static RelNode flat(LogicalUnion union) {
    List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : union.getInputs()) {
      // What is made distinct in the end need not be before.
      if (input instanceof LogicalUnion inner && (inner.all || !union.all)) {
        inputs.addAll(inner.getInputs());
      } else {
        inputs.add(input);
      }
    }
    RelNode flat = union.copy(union.getTraitSet(), inputs);
    return flat.getRowType().equals(union.getRowType()) ? flat : union;
  }
}
