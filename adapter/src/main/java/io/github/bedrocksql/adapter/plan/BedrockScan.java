package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;

/**
 * The logical scan. It absorbs filter, projection and limit into its spec; it has no convention, so
 * that what one rule made another can narrow further.
 */
public final class BedrockScan extends AbstractBedrockScan {
  BedrockScan(RelOptCluster cluster, RelOptTable table, ScanBinding binding, ScanSpec spec) {
    super(cluster, cluster.traitSetOf(Convention.NONE), table, binding, spec);
  }

  /** Returns this scan with another spec. */
  BedrockScan with(ScanSpec newSpec) {
    return new BedrockScan(getCluster(), table, binding, newSpec);
  }

  /** Returns the field to keep where none is used: one that needs no Get, if there is one. */
  ImmutableList<Integer> keyField() {
    for (int i = 0; i < spec.projects().size(); i++) {
      if (!spec.table().isDetail(spec.projects().get(i))) {
        return ImmutableList.of(i);
      }
    }
    return ImmutableList.of(0);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }
}
