package io.github.bedrocksql.dialect.validate;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;

/**
 * The types of a statement's parameters. One that is compared with a whole number is declared as
 * that, and is a DECIMAL in the plan: {@code n > 1000.5} is a fair question, and 1000.5 no BIGINT.
 */
final class ParameterTypes {
  private static final Set<SqlKind> COMPARISONS =
      EnumSet.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM,
          SqlKind.BETWEEN,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.SOME,
          SqlKind.ALL);

  private final SqlValidator validator;
  private final ParameterInference inference;

  /** The declared types of those that are compared with numbers, by their indexes. */
  private final Map<Integer, RelDataType> compared = new HashMap<>();

  ParameterTypes(SqlValidator validator, ParameterInference inference) {
    this.validator = validator;
    this.inference = inference;
  }

  /** Gives the parameters of a comparison, whose types are inferred, those of the plan. */
  void widen(SqlNode node) {
    if (COMPARISONS.contains(node.getKind()) && node instanceof SqlCall call) {
      call.getOperandList().forEach(this::widenOperand);
    }
  }

  private void widenOperand(SqlNode operand) {
    if (operand instanceof SqlDynamicParam parameter) {
      widenParameter(parameter);
    } else if (operand instanceof SqlNodeList list) {
      list.forEach(this::widenOperand);
    } else if (operand.getKind() == SqlKind.ROW) {
      ((SqlCall) operand).getOperandList().forEach(this::widenOperand);
    }
  }

  private void widenParameter(SqlDynamicParam parameter) {
    RelDataType type = validator.getValidatedNodeTypeIfKnown(parameter);
    if (type != null && SqlTypeUtil.isNumeric(type) && !inference.isChosen(parameter)) {
      compared.putIfAbsent(parameter.getIndex(), type);
      inference.know(parameter, planned(type));
    }
  }

  /** A whole number as the DECIMAL that holds all of them: no cast cuts what a parameter holds. */
  private RelDataType planned(RelDataType type) {
    RelDataTypeFactory types = validator.getTypeFactory();
    RelDataType planned =
        SqlTypeUtil.isIntType(type)
            ? types.createSqlType(
                SqlTypeName.DECIMAL, types.getTypeSystem().getMaxPrecision(SqlTypeName.DECIMAL), 0)
            : SqlTypeUtil.isApproximateNumeric(type)
                ? types.createSqlType(SqlTypeName.DOUBLE)
                : type;
    return types.createTypeWithNullability(planned, true);
  }

  /**
   * Returns the declared types in their order. COALESCE and its like double a parameter when they
   * become CASE: it is one all the same.
   */
  RelDataType row(SqlNode query) {
    SortedMap<Integer, RelDataType> declared = new TreeMap<>();
    Set<SqlNode> rowCounts = new HashSet<>();
    query.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlCall call) {
            if (call instanceof SqlSelect select) {
              rowCounts.add(select.getFetch());
              rowCounts.add(select.getOffset());
            } else if (call instanceof SqlOrderBy order) {
              rowCounts.add(order.fetch);
              rowCounts.add(order.offset);
            }
            return super.visit(call);
          }

          @Override
          public Void visit(SqlDynamicParam parameter) {
            RelDataType type = validator.getValidatedNodeType(parameter);
            // What stands elsewhere, too, may have got another type there.
            compared.computeIfPresent(
                parameter.getIndex(), (i, own) -> planned(own).equals(type) ? own : null);
            declared.putIfAbsent(
                parameter.getIndex(), compared.getOrDefault(parameter.getIndex(), type));
            return null;
          }
        });
    RelDataTypeFactory.Builder row = validator.getTypeFactory().builder();
    declared.forEach((index, type) -> row.add(use(index, rowCounts).parameterName(index), type));
    return row.build();
  }

  private ParameterUse use(int index, Set<SqlNode> rowCounts) {
    if (compared.containsKey(index)) {
      return ParameterUse.COMPARED;
    }
    boolean rows =
        rowCounts.stream()
            .anyMatch(node -> node instanceof SqlDynamicParam p && p.getIndex() == index);
    return rows ? ParameterUse.ROW_COUNT : ParameterUse.VALUE;
  }
}
