package io.github.bedrocksql.adapter.plan;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
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
   * What it costs, in calls, to list resources that a join names: it looks them up wherever it can
   * be one that does, as its words say.
   */
  private static final double NOT_LOOKED_UP = 1e6;

  private final boolean alone;

  private BedrockEnumerableScan(BedrockScan scan, boolean alone) {
    super(
        scan.getCluster(),
        scan.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        scan.getTable(),
        scan.binding,
        scan.spec);
    this.alone = alone;
  }

  /** Returns a scan of a plan, whatever else is in that. */
  static BedrockEnumerableScan of(BedrockScan scan) {
    return new BedrockEnumerableScan(scan, false);
  }

  /** Returns a scan that is a whole plan. */
  static BedrockEnumerableScan alone(BedrockScan scan) {
    return new BedrockEnumerableScan(scan, true);
  }

  /** Returns whether this is a whole plan. */
  boolean isAlone() {
    return alone;
  }

  /** Returns the scans of this one's plan. */
  ScanGroup group(EnumerableRelImplementor implementor) {
    return alone ? ScanGroup.ofOne() : ScanGroup.of(implementor.map, getCluster().getPlanner());
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
            (estimate().total() + notLookedUp()) * ROWS_PER_CALL + rows * (1 + width / 100),
            rows,
            0);
  }

  private double notLookedUp() {
    return spec.bothIdentifiers() && estimate().lists() ? NOT_LOOKED_UP : 0;
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return new ScanImplementor(this, implementor, prefer).implement();
  }
}
