package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.Iterables;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import java.util.Optional;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexNode;

/** Logical relations to look into or to copy, in place of the planner's sets of equal ones. */
final class Templates {
  private Templates() {}

  /** Returns a logical relation: of a set the scan that absorbed the most, if it has one. */
  static RelNode of(RelNode rel) {
    if (!(rel instanceof RelSubset subset)) {
      return rel;
    }
    Optional<BedrockScan> scan =
        Optional.ofNullable(
            Iterables.getLast(Iterables.filter(subset.getRelList(), BedrockScan.class), null));
    return scan.map(RelNode.class::cast).orElseGet(() -> original(subset));
  }

  private static RelNode original(RelSubset subset) {
    RelNode original = subset.getOriginal();
    return original == null ? subset : original;
  }

  /** Returns whether a relation has no more than one row, whatever the data. */
  static boolean isSingleRow(RelNode rel) {
    RelNode template = of(rel);
    if (template instanceof Aggregate aggregate) {
      return aggregate.getGroupType() == Aggregate.Group.SIMPLE
          && aggregate.getGroupSet().isEmpty();
    }
    if (template instanceof Sort sort && isOne(sort.fetch)) {
      return true;
    }
    if (template instanceof BedrockScan scan) {
      return isOne(scan.spec.fetch());
    }
    if (template instanceof Values values) {
      return values.getTuples().size() <= 1;
    }
    boolean narrowing =
        template instanceof Project || template instanceof Filter || template instanceof Sort;
    return narrowing && isSingleRow(template.getInput(0));
  }

  private static boolean isOne(RexNode fetch) {
    return fetch != null && ScanAnalysis.planned(fetch) >= 0 && ScanAnalysis.planned(fetch) <= 1;
  }
}
