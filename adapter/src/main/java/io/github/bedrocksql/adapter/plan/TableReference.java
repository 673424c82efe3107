package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.Collection;
import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexNode;

/**
 * A table where a query names it. What its identifier column shows depends on the rest of the
 * query: {@link IdentifierResolution} makes the scan of it, and nothing else can.
 */
public final class TableReference extends TableScan {
  private final ScanBinding binding;

  private TableReference(
      RelOptCluster cluster, RelTraitSet traits, RelOptTable table, ScanBinding binding) {
    super(cluster, traits, ImmutableList.of(), table);
    this.binding = binding;
  }

  /** Returns a reference to a whole table. */
  public static TableReference of(RelOptCluster cluster, RelOptTable table, ScanBinding binding) {
    return new TableReference(cluster, cluster.traitSetOf(Convention.NONE), table, binding);
  }

  /** Returns what is asked for as long as nothing is known of the query. */
  ScanSpec spec() {
    return ScanSpec.of(binding.table());
  }

  /** Returns the identifier's field, -1 if the table has none. */
  int identifier() {
    return binding.table().identifier().identifierColumn().orElse(-1);
  }

  /** Returns the fields that the identifier stands for. */
  ResolvedRel.Keys keys() {
    return new ResolvedRel.Keys(
        binding.table().identifier().arnColumn(),
        binding.table().identifier().otherColumn().orElseThrow());
  }

  /**
   * Returns the scan.
   *
   * @param names the values that the query compares the identifier with
   * @param bothIdentifiers whether each row is given by its ARN and by its name
   */
  BedrockScan scan(Collection<RexNode> names, boolean bothIdentifiers) {
    ScanSpec spec = spec().withBothIdentifiers(bothIdentifiers).named(ImmutableSet.copyOf(names));
    return new BedrockScan(getCluster(), getTable(), binding, spec);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }

  /** Tables are what a planner meets first, so its own rules know nothing of the query yet. */
  @Override
  public void register(RelOptPlanner planner) {
    ScanRules.addTo(planner);
  }
}
