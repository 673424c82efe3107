package io.github.bedrocksql.dialect.convert;

import com.google.common.collect.ImmutableMap;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.dialect.function.JsonPathOperators;
import io.github.bedrocksql.dialect.json.JsonItems;
import io.github.bedrocksql.dialect.json.JsonPathFunctions;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJsonEmptyOrError;
import org.apache.calcite.sql.SqlJsonExistsErrorBehavior;
import org.apache.calcite.sql.SqlJsonValueEmptyOrErrorBehavior;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlJsonValueFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/**
 * JSON's functions as the standard has them: a path finds a sequence of items. Calcite takes the
 * list that a path with a filter gives for one item, and a JSON null for nothing.
 */
final class JsonConvertlets {
  private static final ImmutableMap<SqlOperator, SqlRexConvertlet> ALL =
      ImmutableMap.<SqlOperator, SqlRexConvertlet>builder()
          .put(SqlStdOperatorTable.JSON_EXISTS, JsonConvertlets::exists)
          .put(SqlStdOperatorTable.JSON_VALUE, JsonConvertlets::value)
          .put(SqlStdOperatorTable.JSON_QUERY, JsonConvertlets::query)
          .put(SqlStdOperatorTable.IS_JSON_VALUE, (c, x) -> isJson(c, x, "VALUE"))
          .put(SqlStdOperatorTable.IS_JSON_OBJECT, (c, x) -> isJson(c, x, "OBJECT"))
          .put(SqlStdOperatorTable.IS_JSON_ARRAY, (c, x) -> isJson(c, x, "ARRAY"))
          .put(SqlStdOperatorTable.IS_JSON_SCALAR, (c, x) -> isJson(c, x, "SCALAR"))
          .put(SqlStdOperatorTable.IS_NOT_JSON_VALUE, (c, x) -> not(c, isJson(c, x, "VALUE")))
          .put(SqlStdOperatorTable.IS_NOT_JSON_OBJECT, (c, x) -> not(c, isJson(c, x, "OBJECT")))
          .put(SqlStdOperatorTable.IS_NOT_JSON_ARRAY, (c, x) -> not(c, isJson(c, x, "ARRAY")))
          .put(SqlStdOperatorTable.IS_NOT_JSON_SCALAR, (c, x) -> not(c, isJson(c, x, "SCALAR")))
          .buildOrThrow();

  static {
    // Of Calcite's own functions, all of which take the default.
    JsonBuffers.shared(new JacksonJsonProvider().getObjectMapper().getFactory());
  }

  private JsonConvertlets() {}

  /** Returns how a call is converted; empty if as Calcite does it. */
  static Optional<SqlRexConvertlet> of(SqlOperator operator) {
    return Optional.ofNullable(ALL.get(operator));
  }

  private static RexNode isJson(SqlRexContext context, SqlCall call, String kind) {
    RexBuilder rex = context.getRexBuilder();
    RexNode json = context.convertExpression(call.operand(0));
    return rex.makeCall(JsonPathOperators.IS_JSON, json, rex.makeLiteral(kind));
  }

  private static RexNode not(SqlRexContext context, RexNode condition) {
    return context.getRexBuilder().makeCall(SqlStdOperatorTable.NOT, condition);
  }

  private static RexNode exists(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    String onError =
        call.operandCount() > 2
            ? symbol(call.operand(2), SqlJsonExistsErrorBehavior.class).name()
            : SqlJsonExistsErrorBehavior.FALSE.name();
    return rex.makeCall(
        JsonPathOperators.JSON_EXISTS,
        context.convertExpression(call.operand(0)),
        path(context, call),
        rex.makeLiteral(onError));
  }

  private static RexNode query(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    RelDataType type = context.getValidator().getValidatedNodeType(call);
    RexNode path = path(context, call);
    if (!SqlTypeUtil.isCharacter(type)) {
      if (path instanceof RexLiteral literal
          && JsonItems.isDefinite(literal.getValueAs(String.class))) {
        return StandardConvertletTable.INSTANCE.get(call).convertCall(context, call);
      }
      throw new UnsupportedOperationException(
          "JSON_QUERY with a filter or a wildcard returns a text; leave RETURNING out");
    }
    return rex.makeCall(
        type,
        JsonPathOperators.JSON_QUERY,
        List.of(
            context.convertExpression(call.operand(0)),
            path,
            rex.makeLiteral(symbol(call.operand(2), Enum.class).name()),
            rex.makeLiteral(symbol(call.operand(3), Enum.class).name()),
            rex.makeLiteral(symbol(call.operand(4), Enum.class).name())));
  }

  private static <E extends Enum<?>> E symbol(SqlNode node, Class<E> type) {
    return ((SqlLiteral) node).getValueAs(type);
  }

  /** An invalid path is reported with its place, if it is known before the statement runs. */
  private static RexNode path(SqlRexContext context, SqlCall call) {
    RexNode path = context.convertExpression(call.operand(1));
    if (path instanceof RexLiteral literal && !literal.isNull()) {
      try {
        JsonItems.check(literal.getValueAs(String.class));
      } catch (Refusal e) {
        throw LocatedError.at(call.operand(1), (SQLException) e.getCause());
      }
    }
    return path;
  }

  private static RexNode value(SqlRexContext context, SqlCall call) {
    return new Value(context, call).converted();
  }

  /** A call of JSON_VALUE. */
  private static final class Value {
    private final RexBuilder rex;
    private final RelDataType type;
    private final boolean typed;
    private final RexNode json;
    private final RexNode path;
    private String onEmpty = SqlJsonValueEmptyOrErrorBehavior.NULL.name();
    private String onError = SqlJsonValueEmptyOrErrorBehavior.NULL.name();
    private RexNode ofEmpty;
    private RexNode ofError;

    Value(SqlRexContext context, SqlCall call) {
      this.rex = context.getRexBuilder();
      this.type = context.getValidator().getValidatedNodeType(call);
      this.typed = SqlJsonValueFunction.hasExplicitTypeSpec(call.getOperandList());
      this.json = context.convertExpression(call.operand(0));
      this.path = path(context, call);
      behaviors(context, SqlJsonValueFunction.removeTypeSpecOperands(call).listIterator(2));
    }

    /** Reads {@code DEFAULT x ON EMPTY ERROR ON ERROR}, in either order. */
    private void behaviors(SqlRexContext context, Iterator<SqlNode> operands) {
      while (operands.hasNext()) {
        SqlJsonValueEmptyOrErrorBehavior behavior =
            symbol(operands.next(), SqlJsonValueEmptyOrErrorBehavior.class);
        RexNode given =
            behavior == SqlJsonValueEmptyOrErrorBehavior.DEFAULT
                ? rex.ensureType(type, context.convertExpression(operands.next()), true)
                : null;
        if (symbol(operands.next(), SqlJsonEmptyOrError.class) == SqlJsonEmptyOrError.EMPTY) {
          onEmpty = behavior.name();
          ofEmpty = given;
        } else {
          onError = behavior.name();
          ofError = given;
        }
      }
    }

    RexNode converted() {
      RexNode text =
          rex.makeCall(
              typed ? text() : type,
              JsonPathOperators.JSON_VALUE,
              List.of(json, path, rex.makeLiteral(onEmpty), rex.makeLiteral(onError)));
      RexNode value = typed ? cast(text) : text;
      RexNode fallback =
          ofError == null
              ? value
              : rex.makeCall(
                  type,
                  SqlStdOperatorTable.CASE,
                  List.of(
                      rex.makeCall(
                          SqlStdOperatorTable.OR, is(JsonPathFunctions.ERROR), lost(text, value)),
                      ofError,
                      value));
      return ofEmpty == null
          ? fallback
          : rex.makeCall(
              type,
              SqlStdOperatorTable.CASE,
              List.of(is(JsonPathFunctions.EMPTY), ofEmpty, fallback));
    }

    private RelDataType text() {
      return rex.getTypeFactory()
          .createTypeWithNullability(rex.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
    }

    /** A value that is of another type is an error, and so is what ON ERROR says. */
    private RexNode cast(RexNode text) {
      boolean fails = onError.equals(SqlJsonValueEmptyOrErrorBehavior.ERROR.name());
      return rex.makeCast(type, text, false, !fails && !SqlTypeUtil.isCharacter(type));
    }

    private RexNode is(int outcome) {
      return rex.makeCall(
          SqlStdOperatorTable.EQUALS,
          rex.makeCall(JsonPathOperators.JSON_OUTCOME, json, path),
          rex.makeExactLiteral(BigDecimal.valueOf(outcome)));
    }

    private RexNode lost(RexNode text, RexNode value) {
      return rex.makeCall(
          SqlStdOperatorTable.AND,
          rex.makeCall(SqlStdOperatorTable.IS_NOT_NULL, text),
          rex.makeCall(SqlStdOperatorTable.IS_NULL, value));
    }
  }
}
