package io.github.bedrocksql.dialect.function;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.json.JsonValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;

/** The operators that PostgreSQL's forms of JSON become. */
public final class JsonFunctions {
  private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;
  private static final SqlTypeFamily LIST = SqlTypeFamily.ARRAY;
  private static final SqlTypeFamily WHOLE = SqlTypeFamily.INTEGER;
  private static final SqlReturnTypeInference MAYBE = ReturnTypes.VARCHAR_FORCE_NULLABLE;

  public static final SqlFunction JSON = text("JSON CHECKED", "checked", TEXT);
  public static final SqlFunction JSONB = text("JSON NORMAL", "normal", TEXT);
  public static final SqlFunction PLAIN = maybe("JSON PLAIN", "plain", TEXT);
  public static final SqlFunction AT = maybe("JSON AT", "at", TEXT, LIST);
  public static final SqlFunction HAS_KEY = test("JSON HAS KEY", "hasKey", TEXT, TEXT);
  public static final SqlFunction HAS_ANY = test("JSON HAS ANY", "hasAny", TEXT, LIST);
  public static final SqlFunction HAS_ALL = test("JSON HAS ALL", "hasAll", TEXT, LIST);
  public static final SqlFunction HOLDS = test("JSON HOLDS", "holds", TEXT, TEXT);
  public static final SqlFunction TYPE = text("JSON TYPE OF", "type", TEXT);
  public static final SqlFunction JOINED = text("JSON JOINED", "joined", TEXT, TEXT);
  public static final SqlFunction PRETTY = text("JSON PRETTY OF", "pretty", TEXT);

  public static final SqlFunction KEY =
      function("JSON KEY", ReturnTypes.VARCHAR_NULLABLE, "key", TEXT);

  /** {@code json -> x}, of a key or a number. */
  public static final SqlFunction GET = typed("JSON GET", OperandTypes.ANY_ANY);

  /** {@code jsonb - x}, of a key or a number. */
  public static final SqlFunction WITHOUT = typed("JSON WITHOUT", OperandTypes.ANY_ANY);

  /** A value as JSON; null for null. */
  public static final SqlFunction TO_JSON = typed("JSON OF", OperandTypes.ANY);

  private static final SqlFunction MEMBER = maybe("JSON MEMBER", "member", TEXT, TEXT);
  private static final SqlFunction ELEMENT = maybe("JSON ELEMENT", "element", TEXT, WHOLE);
  private static final SqlFunction WITHOUT_KEY = text("JSON WITHOUT KEY", "without", TEXT, TEXT);
  private static final SqlFunction WITHOUT_ELEMENT =
      text("JSON WITHOUT ELEMENT", "withoutElement", TEXT, WHOLE);
  private static final SqlFunction QUOTED = text("JSON QUOTED", "quoted", TEXT);
  private static final SqlFunction OF_NUMBER =
      text("JSON OF NUMBER", "number", SqlTypeFamily.APPROXIMATE_NUMERIC);
  private static final SqlFunction OF_TIME = text("JSON OF TIME", "time", SqlTypeFamily.TIMESTAMP);
  private static final SqlFunction OF_ARRAY = text("JSON OF ARRAY", "array", LIST);

  /** Those whose meaning depends on the types of their operands. */
  public static final ImmutableMap<SqlOperator, SqlRexConvertlet> CONVERTLETS =
      ImmutableMap.of(
          GET, (context, call) -> byPlace(context, call, MEMBER, ELEMENT),
          WITHOUT, (context, call) -> byPlace(context, call, WITHOUT_KEY, WITHOUT_ELEMENT),
          TO_JSON, JsonFunctions::json);

  /** Those that a tree calls: the validator looks them up. */
  public static final SqlOperatorTable TABLE =
      SqlOperatorTables.of(
          JSON, JSONB, PLAIN, AT, HAS_KEY, HAS_ANY, HAS_ALL, HOLDS, TYPE, JOINED, PRETTY, KEY, GET,
          WITHOUT, TO_JSON);

  private JsonFunctions() {}

  private static RexNode byPlace(
      SqlRexContext context, SqlCall call, SqlFunction ofKey, SqlFunction ofNumber) {
    RexBuilder rex = context.getRexBuilder();
    RexNode json = context.convertExpression(call.operand(0));
    RexNode place = context.convertExpression(call.operand(1));
    RexNode part =
        SqlTypeUtil.isExactNumeric(place.getType())
            ? rex.makeCall(ofNumber, json, rex.ensureType(bigint(rex), place, false))
            : rex.makeCall(ofKey, json, place);
    return rex.makeAbstractCast(varchar(rex), part, false);
  }

  private static RelDataType bigint(RexBuilder rex) {
    return rex.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
  }

  private static RexNode json(SqlRexContext context, SqlCall call) {
    RexBuilder rex = context.getRexBuilder();
    RexNode value = context.convertExpression(call.operand(0));
    return rex.makeAbstractCast(varchar(rex), json(rex, value), false);
  }

  private static RexNode json(RexBuilder rex, RexNode value) {
    return switch (value.getType().getSqlTypeName()) {
      case BOOLEAN ->
          rex.makeCall(
              SqlStdOperatorTable.CASE,
              value,
              rex.makeLiteral("true"),
              rex.makeCall(SqlStdOperatorTable.IS_FALSE, value),
              rex.makeLiteral("false"),
              rex.makeNullLiteral(varchar(rex)));
      case CHAR, VARCHAR -> rex.makeCall(QUOTED, value);
      case REAL, FLOAT, DOUBLE -> rex.makeCall(OF_NUMBER, value);
      case TIMESTAMP -> rex.makeCall(OF_TIME, value);
      case ARRAY -> rex.makeCall(OF_ARRAY, value);
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, NULL -> asText(rex, value);
      default -> rex.makeCall(QUOTED, asText(rex, value));
    };
  }

  private static RexNode asText(RexBuilder rex, RexNode value) {
    return rex.makeCast(
        rex.getTypeFactory().createTypeWithNullability(varchar(rex), value.getType().isNullable()),
        value);
  }

  private static RelDataType varchar(RexBuilder rex) {
    RelDataTypeFactory types = rex.getTypeFactory();
    return types.createTypeWithNullability(types.createSqlType(SqlTypeName.VARCHAR), true);
  }

  private static SqlFunction typed(String name, SqlOperandTypeChecker operands) {
    return SqlBasicFunction.create(name, MAYBE, operands, SqlFunctionCategory.STRING);
  }

  private static SqlFunction text(String name, String method, SqlTypeFamily... operands) {
    return function(name, ReturnTypes.VARCHAR_NULLABLE, method, operands);
  }

  private static SqlFunction maybe(String name, String method, SqlTypeFamily... operands) {
    return function(name, MAYBE, method, operands);
  }

  private static SqlFunction test(String name, String method, SqlTypeFamily... operands) {
    return function(name, ReturnTypes.BOOLEAN_NULLABLE, method, operands);
  }

  private static SqlFunction function(
      String name, SqlReturnTypeInference type, String method, SqlTypeFamily... operands) {
    return DialectFunctions.function(name, type, JsonValues.class, method, operands);
  }
}
