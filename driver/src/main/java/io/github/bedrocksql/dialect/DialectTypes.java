package io.github.bedrocksql.dialect;

import io.github.bedrocksql.dialect.time.TimeText;
import java.math.RoundingMode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** The sizes of types, and the types of aggregates: those of PostgreSQL, where Calcite cuts. */
public final class DialectTypes extends RelDataTypeSystemImpl {
  /** Digits of a DECIMAL: a BIGINT, which has 19, and as many after the point. */
  private static final int DIGITS = 38;

  /** Digits after the point that a quotient has at least. */
  private static final int QUOTIENT_DIGITS = 10;

  /** With fewer digits, what holds a BIGINT would hold no fraction. */
  @Override
  public int getMaxPrecision(SqlTypeName type) {
    return type == SqlTypeName.DECIMAL ? DIGITS : super.getMaxPrecision(type);
  }

  @Override
  public int getMaxScale(SqlTypeName type) {
    return type == SqlTypeName.DECIMAL ? DIGITS : super.getMaxScale(type);
  }

  /** A number that a type can't hold all digits of is rounded. */
  @Override
  public RoundingMode roundingMode() {
    return RoundingMode.HALF_UP;
  }

  @Override
  public RelDataType deriveDecimalDivideType(
      RelDataTypeFactory types, RelDataType dividend, RelDataType divisor) {
    RelDataType quotient = super.deriveDecimalDivideType(types, dividend, divisor);
    if (quotient == null || quotient.getScale() >= QUOTIENT_DIGITS) {
      return quotient;
    }
    return types.createTypeWithNullability(
        types.createSqlType(SqlTypeName.DECIMAL, DIGITS, QUOTIENT_DIGITS), quotient.isNullable());
  }

  /** Else {@code VALUES ('a'), ('bcd')} would pad with blanks. */
  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }

  /** {@code CAST(x AS TIMESTAMP)} keeps the milliseconds, which every column has. */
  @Override
  public int getDefaultPrecision(SqlTypeName type) {
    return type == SqlTypeName.TIMESTAMP ? TimeText.PRECISION : super.getDefaultPrecision(type);
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
