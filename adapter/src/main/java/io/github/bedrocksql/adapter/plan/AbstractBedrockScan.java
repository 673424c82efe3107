package io.github.bedrocksql.adapter.plan;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.explain.ScanText;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.scan.SortKey;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlExplainLevel;

/** A scan with its spec, logical or physical: row type, estimates and EXPLAIN are the same. */
abstract class AbstractBedrockScan extends TableScan {
  final ScanBinding binding;
  final ScanSpec spec;
  private final Supplier<ScanAnalysis> analysis;
  private final Supplier<ScanEstimate> estimate;

  AbstractBedrockScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      ScanBinding binding,
      ScanSpec spec) {
    super(
        cluster,
        traits.replaceIf(RelCollationTraitDef.INSTANCE, () -> collation(spec)),
        ImmutableList.of(),
        table);
    this.binding = binding;
    this.spec = spec;
    this.analysis = Suppliers.memoize(() -> new ScanAnalysis(spec, cluster.getRexBuilder()));
    // Asked for many times while a plan is made; the plan is made from what is known now.
    this.estimate = Suppliers.memoize(() -> new ScanEstimate(analysis(), binding));
  }

  /** The order of the output, as far as the keys are among its columns. */
  private static RelCollation collation(ScanSpec spec) {
    ImmutableList.Builder<RelFieldCollation> fields = ImmutableList.builder();
    for (SortKey key : spec.order()) {
      int field = spec.projects().indexOf(key.column());
      if (field < 0) {
        break;
      }
      fields.add(
          new RelFieldCollation(
              field,
              key.descending()
                  ? RelFieldCollation.Direction.DESCENDING
                  : RelFieldCollation.Direction.ASCENDING,
              key.nullsFirst()
                  ? RelFieldCollation.NullDirection.FIRST
                  : RelFieldCollation.NullDirection.LAST));
    }
    return RelCollations.of(fields.build());
  }

  ScanAnalysis analysis() {
    return analysis.get();
  }

  ScanEstimate estimate() {
    return estimate.get();
  }

  @Override
  public RelDataType deriveRowType() {
    RelDataType whole = table.getRowType();
    RelDataTypeFactory.Builder type = getCluster().getTypeFactory().builder();
    spec.projects().forEach(c -> type.add(whole.getFieldList().get(c)));
    return type.uniquify().build();
  }

  @Override
  public double estimateRowCount(RelMetadataQuery mq) {
    return Math.max(1, estimate().rows());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    super.explainTerms(writer);
    return writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES
        ? digestTerms(writer)
        : readableTerms(writer);
  }

  /** What distinguishes two scans. */
  private RelWriter digestTerms(RelWriter writer) {
    return writer
        .item("columns", spec.projects())
        .itemIf("where", spec.conditions(), !spec.conditions().isEmpty())
        .itemIf("bothIdentifiers", true, spec.bothIdentifiers())
        .itemIf("names", spec.names(), !spec.names().isEmpty())
        .itemIf("order", spec.order(), !spec.order().isEmpty())
        .itemIf("offset", spec.offset(), spec.offset() != null)
        .itemIf("fetch", spec.fetch(), spec.fetch() != null);
  }

  private RelWriter readableTerms(RelWriter writer) {
    ScanText text = new ScanText(analysis());
    return writer
        .item("calls", estimate().calls())
        .item("columns", text.columns())
        .itemIf("identifiers", text.identifiers(), text.showsNames())
        .itemIf("hydrates", text.hydrated(), !text.hydrated().isEmpty())
        .itemIf("rechecks", text.rechecks(), !spec.conditions().isEmpty())
        .itemIf("order", text.order(), !spec.order().isEmpty())
        .itemIf("offset", text.number(spec.offset()), spec.offset() != null)
        .itemIf("fetch", text.number(spec.fetch()), spec.fetch() != null)
        .item("estimate", estimate().text());
  }
}
