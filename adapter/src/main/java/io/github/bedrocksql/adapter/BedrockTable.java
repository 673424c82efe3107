package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.plan.BedrockScan;
import io.github.bedrocksql.adapter.plan.ScanBinding;
import io.github.bedrocksql.adapter.table.Column;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.Statistics;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;

/** A definition as Calcite sees it. */
final class BedrockTable extends AbstractTable implements TranslatableTable {
  private static final int MILLISECONDS = 3;

  /** Metadata calls nothing, so the number of rows is a guess; scans give better estimates. */
  private static final double UNKNOWN_ROWS = 1_000;

  private final ScanBinding binding;

  BedrockTable(ScanBinding binding) {
    this.binding = binding;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder type = factory.builder();
    for (Column<?, ?> column : binding.table().columns()) {
      RelDataType sqlType =
          switch (column.type()) {
            case VARCHAR -> factory.createSqlType(SqlTypeName.VARCHAR);
            case TIMESTAMP -> factory.createSqlType(SqlTypeName.TIMESTAMP, MILLISECONDS);
            case BIGINT -> factory.createSqlType(SqlTypeName.BIGINT);
          };
      type.add(column.name(), factory.createTypeWithNullability(sqlType, column.nullable()));
    }
    return type.build();
  }

  @Override
  public Statistic getStatistic() {
    return Statistics.of(
        UNKNOWN_ROWS,
        ImmutableList.of(ImmutableBitSet.of(binding.table().identifier().arnColumn())));
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return BedrockScan.of(context.getCluster(), table, binding);
  }
}
