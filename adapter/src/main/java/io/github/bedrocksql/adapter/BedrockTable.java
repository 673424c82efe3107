package io.github.bedrocksql.adapter;

import com.google.common.base.Supplier;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.plan.ScanBinding;
import io.github.bedrocksql.adapter.plan.ScanMetadata;
import io.github.bedrocksql.adapter.plan.TableReference;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.Statistics;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A definition as Calcite sees it. */
final class BedrockTable extends AbstractTable implements TranslatableTable {
  private final Supplier<TableDescription> description;
  private final Supplier<ScanBinding> binding;

  /** Asks for the definition when a query names the table: Calcite reads a whole schema at once. */
  BedrockTable(Supplier<TableDescription> description, Supplier<ScanBinding> binding) {
    this.description = description;
    this.binding = binding;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    return SqlTypes.row(description.get(), factory);
  }

  /**
   * Without the key: {@link ScanMetadata} knows where a scan has it. Metadata calls nothing, so the
   * number of rows is a guess; scans give better estimates.
   */
  @Override
  public Statistic getStatistic() {
    return Statistics.of((double) KnownRows.GUESS, ImmutableList.of());
  }

  @Override
  public <C> C unwrap(Class<C> wanted) {
    return wanted == ScanBinding.class
        ? wanted.cast(binding.get())
        : ScanMetadata.handler(wanted).orElseGet(() -> super.unwrap(wanted));
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return TableReference.of(context.getCluster(), table, binding.get());
  }
}
