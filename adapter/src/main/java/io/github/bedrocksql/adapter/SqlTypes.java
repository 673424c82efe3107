package io.github.bedrocksql.adapter;

import io.github.bedrocksql.adapter.table.ColumnType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** Column types as Calcite has them. */
final class SqlTypes {
  /** An array of any length. */
  private static final int UNBOUNDED = -1;

  private static final int MILLISECONDS = 3;

  private SqlTypes() {}

  /** Returns the type of a table's rows. */
  static RelDataType row(TableDescription table, RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder type = factory.builder();
    for (TableDescription.ColumnDescription column : table.columns()) {
      type.add(column.name(), of(column.type(), column.nullable(), factory));
    }
    return type.build();
  }

  private static RelDataType of(ColumnType type, boolean nullable, RelDataTypeFactory factory) {
    RelDataType sqlType =
        switch (type) {
          case VARCHAR -> factory.createSqlType(SqlTypeName.VARCHAR);
          case TIMESTAMP -> factory.createSqlType(SqlTypeName.TIMESTAMP, MILLISECONDS);
          case BIGINT -> factory.createSqlType(SqlTypeName.BIGINT);
          case DOUBLE -> factory.createSqlType(SqlTypeName.DOUBLE);
          case INTEGER -> factory.createSqlType(SqlTypeName.INTEGER);
          case BOOLEAN -> factory.createSqlType(SqlTypeName.BOOLEAN);
          case VARCHAR_ARRAY ->
              factory.createArrayType(factory.createSqlType(SqlTypeName.VARCHAR), UNBOUNDED);
        };
    return factory.createTypeWithNullability(sqlType, nullable);
  }
}
