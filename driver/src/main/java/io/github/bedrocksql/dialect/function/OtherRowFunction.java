package io.github.bedrocksql.dialect.function;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.util.Optionality;

/** LAG, LEAD or NTH_VALUE, whose value may be null whatever Calcite takes it for. */
final class OtherRowFunction extends SqlAggFunction {
  private final SqlAggFunction standard;

  OtherRowFunction(SqlAggFunction standard) {
    super(
        standard.getName(),
        null,
        standard.getKind(),
        standard.getReturnTypeInference(),
        OtherRowFunction::inferOperandTypes,
        standard.getOperandTypeChecker(),
        SqlFunctionCategory.NUMERIC,
        false,
        true,
        Optionality.FORBIDDEN);
    this.standard = standard;
  }

  /** A parameter in the place of a value is like the value. */
  private static void inferOperandTypes(
      SqlCallBinding call, RelDataType returned, RelDataType[] operands) {
    if (operands.length > 2) {
      operands[2] = call.getOperandType(0);
    }
  }

  /** LAG and LEAD take nulls from the row that they find; NTH_VALUE may find none. */
  @Override
  public RelDataType inferReturnType(SqlOperatorBinding call) {
    RelDataType type = standard.inferReturnType(call);
    boolean nullable =
        getKind() == SqlKind.NTH_VALUE
            || call.getOperandCount() < 3
            || call.collectOperandTypes().stream().anyMatch(RelDataType::isNullable);
    return call.getTypeFactory().createTypeWithNullability(type, nullable);
  }

  @Override
  public boolean allowsFraming() {
    return standard.allowsFraming();
  }

  @Override
  public boolean allowsNullTreatment() {
    return true;
  }
}
