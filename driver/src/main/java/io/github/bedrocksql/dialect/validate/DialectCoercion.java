package io.github.bedrocksql.dialect.validate;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;

/** Calcite's casts between operands of different types, but none between intervals. */
final class DialectCoercion extends TypeCoercionImpl {
  DialectCoercion(RelDataTypeFactory types, SqlValidator validator) {
    super(types, validator);
  }

  /** Intervals compare whatever their units and digits, and Calcite has no tree for their type. */
  @Override
  protected boolean needToCast(
      SqlValidatorScope scope, SqlNode node, RelDataType toType, SqlTypeMappingRule rule) {
    return !SqlTypeUtil.isInterval(toType)
        && super.needToCast(scope, node, toType, rule)
        && !losesDigits(validator.deriveType(scope, node), toType);
  }

  /** A type for two DECIMALs of many digits has no room for a fraction; they compare without. */
  private static boolean losesDigits(RelDataType from, RelDataType to) {
    return SqlTypeUtil.isDecimal(from)
        && SqlTypeUtil.isDecimal(to)
        && from.getScale() > to.getScale();
  }
}
