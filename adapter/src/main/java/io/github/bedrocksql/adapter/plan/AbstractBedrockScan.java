package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.Access;
import io.github.bedrocksql.adapter.scan.AccessAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.table.ListRequest;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/** A scan with its spec, logical or physical: row type, estimates and EXPLAIN are the same. */
abstract class AbstractBedrockScan extends TableScan {
  /** Jobs that a Region is taken to have, before anything was listed. */
  private static final double UNKNOWN_ROWS = 1_000;

  /** The part of the rows that one condition is taken to keep. */
  private static final double CONDITION_KEEPS = 0.25;

  final ScanBinding binding;
  final ScanSpec spec;

  AbstractBedrockScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      ScanBinding binding,
      ScanSpec spec) {
    super(cluster, traits, ImmutableList.of(), table);
    this.binding = binding;
    this.spec = spec;
  }

  AccessAnalysis analysis() {
    return new AccessAnalysis(spec, getCluster().getRexBuilder());
  }

  /** Returns whether a detail column is projected or checked. */
  boolean hydrates() {
    return spec.projects().stream().anyMatch(spec.table()::isDetail)
        || spec.conditions().stream().anyMatch(c -> DetailColumns.in(c, spec.table()));
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
    Access access = analysis().access();
    double rows =
        access instanceof Access.Lookup lookup ? lookup.keys().size() : listedRows(access);
    return Math.max(1, Math.min(rows, limit()));
  }

  /** Returns how many API calls this scan is taken to make. */
  double estimateCalls() {
    Access access = analysis().access();
    if (access instanceof Access.Nothing || limit() == 0) {
      return 0;
    }
    if (access instanceof Access.Lookup lookup) {
      return lookup.keys().size();
    }
    double pages = Math.ceil(UNKNOWN_ROWS / ListRequest.MAX_RESULTS);
    return pages + (hydrates() ? Math.min(listedRows(access), limit()) : 0);
  }

  private double listedRows(Access access) {
    return access instanceof Access.Nothing
        ? 0
        : UNKNOWN_ROWS * Math.pow(CONDITION_KEEPS, spec.conditions().size());
  }

  /** Returns the most rows that the scan gives, infinite if unknown before it runs. */
  private double limit() {
    return spec.fetch() instanceof RexLiteral fetch
        ? fetch.getValueAs(Long.class) + offset()
        : Double.POSITIVE_INFINITY;
  }

  private double offset() {
    return spec.offset() instanceof RexLiteral offset ? offset.getValueAs(Long.class) : 0;
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    super.explainTerms(writer);
    Access access = analysis().access();
    if (access instanceof Access.Lookup lookup) {
      writer.item("get", lookup.keys().stream().map(this::describe).toList());
    } else if (access instanceof Access.Listing listing) {
      writer.item("list", listing.status().map(s -> "status = " + s).orElse("all"));
    } else {
      writer.item("calls", "none");
    }
    return writer
        .item("columns", binding.names(spec.projects()))
        .itemIf("where", spec.conditions(), !spec.conditions().isEmpty())
        .itemIf("offset", spec.offset(), spec.offset() != null)
        .itemIf("fetch", spec.fetch(), spec.fetch() != null)
        .item("hydrate", hydrates());
  }

  private String describe(Access.Key key) {
    RexNode value = key.value();
    return spec.table().columns().get(key.column()).name() + " = " + value;
  }
}
