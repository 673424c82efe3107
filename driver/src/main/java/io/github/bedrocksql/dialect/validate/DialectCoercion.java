package io.github.bedrocksql.dialect.validate;

import io.github.bedrocksql.dialect.function.DialectFunctions;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeFamily;
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

  /** A text beside an interval of days is read as one; Calcite would read it as a number. */
  @Override
  public boolean binaryComparisonCoercion(SqlCallBinding binding) {
    SqlCall comparison = binding.getCall();
    boolean ofIntervals =
        binding.collectOperandTypes().stream()
            .anyMatch(type -> type.getFamily() == SqlTypeFamily.INTERVAL_DAY_TIME);
    boolean read = false;
    for (int i = 0; ofIntervals && i < comparison.operandCount(); i++) {
      if (SqlTypeUtil.isCharacter(binding.getOperandType(i))) {
        SqlNode text = comparison.operand(i);
        SqlNode interval =
            DialectFunctions.READ_INTERVAL.createCall(text.getParserPosition(), text);
        comparison.setOperand(i, interval);
        updateInferredType(interval, validator.deriveType(binding.getScope(), interval));
        read = true;
      }
    }
    return read || super.binaryComparisonCoercion(binding);
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
