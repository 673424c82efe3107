package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
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
  private final TableDescription description;
  private final Supplier<ImmutableList<Object[]>> rows;

  /** Makes it; the values in {@code rows} are as the columns' types say. */
  SystemTable(TableDescription description, Supplier<ImmutableList<Object[]>> rows) {
    this.description = description;
    this.rows = rows;
  }

  TableDescription description() {
    return description;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    return SqlTypes.row(description, factory);
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
