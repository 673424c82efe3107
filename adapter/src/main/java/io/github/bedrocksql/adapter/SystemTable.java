package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.table.Column.ColumnType;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.impl.AbstractTable;

/** A table of what the session knows of itself: reading it calls nothing. */
final class SystemTable extends AbstractTable implements ScannableTable {
  private final ImmutableList<SystemColumn> columns;
  private final Supplier<ImmutableList<Object[]>> rows;

  SystemTable(ImmutableList<SystemColumn> columns, Supplier<ImmutableList<Object[]>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** A column; its values are as {@link ColumnType} says. */
  record SystemColumn(String name, ColumnType type, boolean nullable, String remark) {}

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder type = factory.builder();
    columns.forEach(c -> type.add(c.name(), SqlTypes.of(c.type(), c.nullable(), factory)));
    return type.build();
  }

  @Override
  public Enumerable<Object[]> scan(DataContext root) {
    return Linq4j.asEnumerable(rows.get());
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return Schema.TableType.SYSTEM_TABLE;
  }
}
