package io.github.bedrocksql.dialect;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** The sizes of types, and the types of aggregates: those of PostgreSQL, where Calcite cuts. */
public final class DialectTypes extends RelDataTypeSystemImpl {
  /** Else {@code VALUES ('a'), ('bcd')} would pad with blanks. */
  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }

  /** {@code CAST(x AS TIMESTAMP)} keeps the milliseconds, which every column has. */
  @Override
  public int getDefaultPrecision(SqlTypeName type) {
    return type == SqlTypeName.TIMESTAMP
        ? DialectFunctions.PRECISION
        : super.getDefaultPrecision(type);
  }

  /** A sum is larger than what is summed: in the same type it would wrap. BIGINT is the largest. */
  @Override
  public RelDataType deriveSumType(RelDataTypeFactory types, RelDataType argument) {
    return switch (argument.getSqlTypeName()) {
      case TINYINT, SMALLINT, INTEGER -> like(argument, SqlTypeName.BIGINT, types);
      default -> super.deriveSumType(types, argument);
    };
  }

  /** The mean and the deviation of whole numbers are none. */
  @Override
  public RelDataType deriveAvgAggType(RelDataTypeFactory types, RelDataType argument) {
    return SqlTypeUtil.isExactNumeric(argument)
        ? like(argument, SqlTypeName.DOUBLE, types)
        : super.deriveAvgAggType(types, argument);
  }

  @Override
  public RelDataType deriveCovarType(RelDataTypeFactory types, RelDataType one, RelDataType other) {
    return SqlTypeUtil.isExactNumeric(one)
        ? like(one, SqlTypeName.DOUBLE, types)
        : super.deriveCovarType(types, one, other);
  }

  private static RelDataType like(
      RelDataType nullable, SqlTypeName name, RelDataTypeFactory types) {
    return types.createTypeWithNullability(types.createSqlType(name), nullable.isNullable());
  }
}
