package io.github.bedrocksql.dialect.validate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.github.bedrocksql.dialect.tree.CallName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlInternalOperators;
import org.apache.calcite.sql.fun.SqlSubstringFunction;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * The types of parameters for which Calcite has none or a wrong one: those of what stands beside
 * them in a choice, and of what a function takes.
 */
final class ParameterInference {
  /** What a function may take; text, which a parameter is without any reason, comes first. */
  private static final ImmutableList<SqlTypeName> CANDIDATES =
      ImmutableList.of(
          SqlTypeName.VARCHAR, SqlTypeName.INTEGER, SqlTypeName.TIMESTAMP, SqlTypeName.DOUBLE);

  /** Functions whose value is one of their operands. */
  private static final ImmutableSet<String> CHOICES = ImmutableSet.of("GREATEST", "LEAST");

  /** A function with more of them has to have their types told. */
  private static final int MOST_PARAMETERS = 4;

  private final DialectValidator validator;

  /** By indexes: COALESCE and NULLIF double a parameter when they become CASE. */
  private final Map<Integer, RelDataType> known = new HashMap<>();

  private final Set<Integer> chosen = new HashSet<>();

  ParameterInference(DialectValidator validator) {
    this.validator = validator;
  }

  /**
   * Returns the type of a parameter. It is text where nothing tells, as in PostgreSQL; and text has
   * no length: beside {@code ''} it would be cut down to nothing.
   */
  RelDataType of(SqlDynamicParam parameter, RelDataType inferred) {
    // Compared with a subquery's row, which has one field.
    RelDataType type =
        inferred.isStruct() && inferred.getFieldCount() == 1
            ? inferred.getFieldList().get(0).getType()
            : inferred;
    // To Calcite it is text in IS NULL, null beside NULL, and anything to a function of ours.
    if (type.equals(validator.getUnknownType())
        || type.getSqlTypeName() == SqlTypeName.NULL
        || type.getSqlTypeName() == SqlTypeName.ANY
        || SqlTypeUtil.isCharacter(type)) {
      return known.getOrDefault(parameter.getIndex(), type(SqlTypeName.VARCHAR));
    }
    known.put(parameter.getIndex(), type);
    return type;
  }

  /** Takes notice of the type that a parameter has in the plan. */
  void know(SqlDynamicParam parameter, RelDataType type) {
    known.put(parameter.getIndex(), type);
    validator.setValidatedNodeType(parameter, type);
  }

  /** Whether a parameter is a value of a CASE, whatever else it is. */
  boolean isChosen(SqlDynamicParam parameter) {
    return chosen.contains(parameter.getIndex());
  }

  /** Whether an expression's parameters must have their types before what is around it has one. */
  static boolean comesFirst(SqlNode node) {
    return node instanceof SqlCase
        || (node instanceof SqlCall call
            && !node.isA(SqlKind.QUERY)
            && (isChoice(call)
                || isOfInterval(call)
                || call.getOperandList().stream()
                    .filter(Objects::nonNull)
                    .anyMatch(ParameterInference::comesFirst)));
  }

  /** Tells the parameters among a CASE's values of what type the others are. */
  void choose(SqlCase choice, SqlValidatorScope scope) {
    List<SqlNode> values = new ArrayList<>();
    choice.getThenOperands().forEach(value -> values.add(plain(value)));
    values.add(choice.getElseOperand());
    List<SqlDynamicParam> parameters = parameters(values);
    if (parameters.isEmpty()) {
      return;
    }
    parameters.forEach(parameter -> chosen.add(parameter.getIndex()));
    RelDataType common = common(values, scope);
    if (common != null) {
      parameters.forEach(parameter -> know(parameter, common));
    }
    RelDataType when =
        choice.getValueOperand() == null ? type(SqlTypeName.BOOLEAN) : validator.getUnknownType();
    choice.getWhenOperands().forEach(node -> validator.inferUnknownTypes(when, scope, node));
    for (SqlDynamicParam parameter : parameters) {
      know(parameter, nullable(of(parameter, validator.getUnknownType())));
    }
  }

  /** What is known not to be null is marked so where COALESCE becomes CASE. */
  private static SqlNode plain(SqlNode value) {
    return value instanceof SqlCall call
            && call.getOperator().equals(SqlInternalOperators.CAST_NOT_NULL)
        ? call.operand(0)
        : value;
  }

  /** Tells the parameters of a call, all of whose types are inferred, what their types are. */
  void adapt(SqlCall call, SqlValidatorScope scope) {
    List<SqlDynamicParam> parameters = parameters(call.getOperandList());
    if (parameters.isEmpty() || parameters.size() > MOST_PARAMETERS) {
      return;
    }
    if (isChoice(call)) {
      RelDataType common = common(call.getOperandList(), scope);
      if (common != null) {
        parameters.forEach(parameter -> know(parameter, common));
      }
    } else if (isOfInterval(call)) {
      boolean factor = call.getKind() == SqlKind.TIMES;
      RelDataType type = type(factor ? SqlTypeName.INTEGER : SqlTypeName.TIMESTAMP);
      know(parameters.get(0), nullable(type));
    } else if (call.getKind() == SqlKind.PRECEDING || call.getKind() == SqlKind.FOLLOWING) {
      know(parameters.get(0), nullable(type(SqlTypeName.INTEGER)));
    } else if (call.getOperator() instanceof SqlFunction) {
      adaptToFunction(call, parameters, scope);
    }
  }

  private static boolean isChoice(SqlCall call) {
    return CHOICES.contains(CallName.of(call));
  }

  /** {@code ? - INTERVAL …} and {@code ? * INTERVAL …}. */
  private static boolean isOfInterval(SqlCall call) {
    boolean calculation =
        call.getKind() == SqlKind.PLUS
            || call.getKind() == SqlKind.MINUS
            || call.getKind() == SqlKind.TIMES;
    return calculation
        && call.getOperandList().stream().anyMatch(node -> node instanceof SqlDynamicParam)
        && call.getOperandList().stream().anyMatch(ParameterInference::isInterval);
  }

  private static boolean isInterval(SqlNode node) {
    return node instanceof SqlLiteral literal
        && SqlTypeName.INTERVAL_TYPES.contains(literal.getTypeName());
  }

  /** Takes the first types with which one of the functions of that name can be called. */
  private void adaptToFunction(
      SqlCall call, List<SqlDynamicParam> parameters, SqlValidatorScope scope) {
    List<RelDataType> inferred = parameters.stream().map(validator::getValidatedNodeType).toList();
    if (inferred.stream().anyMatch(type -> !SqlTypeUtil.isCharacter(type))) {
      return;
    }
    // A checker wants to find them.
    call.getOperandList().stream()
        .filter(SqlLiteral.class::isInstance)
        .forEach(literal -> validator.deriveType(scope, literal));
    SqlCallBinding uncoerced =
        new SqlCallBinding(validator, scope, call) {
          @Override
          public boolean isTypeCoercionEnabled() {
            return false;
          }
        };
    List<SqlOperator> functions = functions(call.getOperator());
    for (List<SqlTypeName> types :
        Lists.cartesianProduct(parameters.stream().map(parameter -> CANDIDATES).toList())) {
      assign(parameters, types.stream().map(name -> nullable(type(name))).toList());
      if (functions.stream().anyMatch(function -> function.checkOperandTypes(uncoerced, false))) {
        return;
      }
    }
    assign(parameters, inferred);
  }

  /** Of several functions with one name, Calcite tells only later which is meant. */
  private List<SqlOperator> functions(SqlOperator operator) {
    List<SqlOperator> functions = new ArrayList<>();
    if (operator instanceof SqlUnresolvedFunction unresolved) {
      validator
          .getOperatorTable()
          .lookupOperatorOverloads(
              unresolved.getNameAsId(),
              unresolved.getFunctionType(),
              SqlSyntax.FUNCTION,
              functions,
              SqlNameMatchers.withCaseSensitive(false));
    } else {
      functions.add(operator);
    }
    functions.removeIf(
        function ->
            function.getOperandTypeChecker() == null
                && !(function instanceof SqlSubstringFunction));
    return functions;
  }

  private void assign(List<SqlDynamicParam> parameters, List<RelDataType> types) {
    for (int i = 0; i < parameters.size(); i++) {
      know(parameters.get(i), types.get(i));
    }
  }

  private static List<SqlDynamicParam> parameters(List<SqlNode> nodes) {
    return nodes.stream()
        .filter(SqlDynamicParam.class::isInstance)
        .map(SqlDynamicParam.class::cast)
        .toList();
  }

  /** Returns the type of all values but parameters and nulls; null if there is none. */
  private RelDataType common(List<SqlNode> values, SqlValidatorScope scope) {
    List<RelDataType> types = new ArrayList<>();
    for (SqlNode value : values) {
      if (!(value instanceof SqlDynamicParam) && !SqlUtil.isNullLiteral(value, false)) {
        validator.inferUnknownTypes(validator.getUnknownType(), scope, value);
        types.add(validator.deriveType(scope, value));
      }
    }
    RelDataType common =
        types.isEmpty() ? null : validator.getTypeFactory().leastRestrictive(types);
    if (common == null) {
      return null;
    }
    return nullable(SqlTypeUtil.isCharacter(common) ? type(SqlTypeName.VARCHAR) : common);
  }

  private RelDataType type(SqlTypeName name) {
    return validator.getTypeFactory().createSqlType(name);
  }

  private RelDataType nullable(RelDataType type) {
    RelDataTypeFactory types = validator.getTypeFactory();
    return types.createTypeWithNullability(type, true);
  }
}
