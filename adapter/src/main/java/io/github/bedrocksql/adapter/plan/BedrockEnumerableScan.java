package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/** The physical scan. Its cost is the number of its API calls. */
final class BedrockEnumerableScan extends AbstractBedrockScan implements EnumerableRel {
  /**
   * What a call costs in rows of the engine's. VolcanoCost compares row counts only, so calls are
   * counted there; so dear that no saving of work here outweighs one.
   */
  static final double ROWS_PER_CALL = 1e6;

  /**
   * What it costs, in calls, to show the identifier column to a condition or join above, which the
   * scan then does not know the values of: more than any scan that knows them.
   */
  private static final double UNKNOWN_IDENTIFIERS = 1e6;

  BedrockEnumerableScan(
      RelOptCluster cluster, RelOptTable table, ScanBinding binding, ScanSpec spec) {
    super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), table, binding, spec);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery mq) {
    double rows = estimateRowCount(mq);
    double width = spec.projects().size();
    return planner
        .getCostFactory()
        .makeCost(
            (estimate().total() + unknownIdentifiers()) * ROWS_PER_CALL + rows * (1 + width / 100),
            rows,
            0);
  }

  private double unknownIdentifiers() {
    if (spec.identifierIsArn()) {
      return UNKNOWN_IDENTIFIERS / 2; // Right, but a lookup goes first wherever it is possible.
    }
    if (!spec.projects().contains(spec.table().identifier().identifierColumn())) {
      return 0;
    }
    // Of two scans that know values, the one that knows more: it has heard of more comparisons.
    int known = analysis().identifiers().size();
    return known == 0 ? UNKNOWN_IDENTIFIERS : 0.01 / known;
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return new ScanImplementor(this, implementor, prefer).implement();
  }
}
