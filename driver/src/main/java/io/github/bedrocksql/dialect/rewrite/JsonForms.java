package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.JsonFunctions;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.Literals;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * PostgreSQL's operators and functions of JSON, which has no type of its own here: what is JSON is
 * known by what makes it. Trees come as they were parsed.
 */
final class JsonForms {
  /** Apart, as in {@link PostgresCalls}. */
  private static final class Known {
    static final ImmutableMap<String, BinaryOperator<SqlNode>> OPERATORS =
        ImmutableMap.<String, BinaryOperator<SqlNode>>builder()
            .put("->", (json, key) -> like(json, of(JsonFunctions.GET, json, key)))
            .put("->>", (json, key) -> plain(like(json, of(JsonFunctions.GET, json, key))))
            .put("#>", (json, path) -> like(json, at(json, path)))
            .put("#>>", (json, path) -> plain(like(json, at(json, path))))
            .put("?", (json, key) -> of(JsonFunctions.HAS_KEY, json, key))
            .put("?|", (json, keys) -> of(JsonFunctions.HAS_ANY, json, ArrayForms.array(keys)))
            .put("?&", (json, keys) -> of(JsonFunctions.HAS_ALL, json, ArrayForms.array(keys)))
            .buildOrThrow();

    /** Those that mean JSON if one of the operands is. */
    static final ImmutableMap<String, BinaryOperator<SqlNode>> OVERLOADED =
        ImmutableMap.of(
            "@>", (whole, part) -> of(JsonFunctions.HOLDS, whole, bare(part)),
            "<@", (part, whole) -> of(JsonFunctions.HOLDS, whole, bare(part)),
            "||", (one, other) -> of(JsonFunctions.JOINED, one, bare(other)),
            "-", (json, key) -> of(JsonFunctions.WITHOUT, json, key));

    static final ImmutableMap<String, UnaryOperator<SqlNode>> FUNCTIONS =
        ImmutableMap.<String, UnaryOperator<SqlNode>>builder()
            .put("TO_JSON", JsonForms::json)
            .put("ARRAY_TO_JSON", JsonForms::json)
            .put("TO_JSONB", x -> binary(json(x)))
            .put("JSON_TYPEOF", x -> of(JsonFunctions.TYPE, x))
            .put("JSONB_TYPEOF", x -> of(JsonFunctions.TYPE, x))
            .put("JSONB_PRETTY", x -> of(JsonFunctions.PRETTY, x))
            .buildOrThrow();

    private Known() {}
  }

  private static final ImmutableSet<String> AGGREGATES =
      ImmutableSet.of("JSON_AGG", "JSONB_AGG", "JSON_OBJECT_AGG", "JSONB_OBJECT_AGG");

  /** Functions whose result is JSON, less those that take it apart. */
  private static final ImmutableSet<String> RESULTS =
      ImmutableSet.<String>builder()
          .addAll(AGGREGATES)
          .add(
              "TO_JSON",
              "TO_JSONB",
              "ARRAY_TO_JSON",
              "JSON_BUILD_OBJECT",
              "JSONB_BUILD_OBJECT",
              "->",
              "#>")
          .add("JSON_BUILD_ARRAY", "JSONB_BUILD_ARRAY", "JSON_EXTRACT_PATH", "JSONB_EXTRACT_PATH")
          .build();

  private JsonForms() {}

  /** Returns what stands for a call: the call itself if it is not such a form. */
  static SqlNode rewritten(SqlCall call) {
    String name = CallName.of(call);
    if (isCast(call)) {
      return isBinary(call) ? binary(call.operand(0)) : of(JsonFunctions.JSON, call.operand(0));
    }
    if (call.getKind() == SqlKind.EQUALS || call.getKind() == SqlKind.NOT_EQUALS) {
      return compared(call);
    }
    if (call.operandCount() == 2
        && call.getKind() == SqlKind.OTHER
        && Known.OPERATORS.containsKey(name)) {
      return Known.OPERATORS.get(name).apply(call.operand(0), call.operand(1));
    }
    if (call.operandCount() == 2
        && Known.OVERLOADED.containsKey(name)
        && (isJson(call.operand(0)) || isJson(call.operand(1)))) {
      return Known.OVERLOADED.get(name).apply(call.operand(0), call.operand(1));
    }
    if (call.operandCount() == 1
        && call.getOperator() instanceof SqlFunction
        && Known.FUNCTIONS.containsKey(name)) {
      return Known.FUNCTIONS.get(name).apply(call.operand(0));
    }
    return switch (name) {
      case "JSON_BUILD_OBJECT" -> object(call);
      case "JSONB_BUILD_OBJECT" -> binary(object(call));
      case "JSON_BUILD_ARRAY" -> array(call);
      case "JSONB_BUILD_ARRAY" -> binary(array(call));
      case "JSON_EXTRACT_PATH", "JSONB_EXTRACT_PATH" -> extract(call);
      case "JSON_EXTRACT_PATH_TEXT", "JSONB_EXTRACT_PATH_TEXT" -> plain(extract(call));
      default -> aggregate(call);
    };
  }

  private static boolean isCast(SqlNode node) {
    return WrittenCast.is(node)
        && ((SqlCall) node).operand(1) instanceof SqlDataTypeSpec type
        && type.getCollectionsTypeName() == null
        && type(type).startsWith("JSON");
  }

  private static String type(SqlDataTypeSpec type) {
    return type.getTypeName().toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isJson(SqlNode node) {
    if (isCast(node)) {
      return true;
    }
    if (node instanceof SqlCase choice) {
      return choice.getThenOperands().stream().anyMatch(JsonForms::isJson);
    }
    return node instanceof SqlCall call
        && (call.getKind() == SqlKind.COALESCE
            ? call.getOperandList().stream().anyMatch(JsonForms::isJson)
            : RESULTS.contains(CallName.of(call))
                || (Known.OVERLOADED.containsKey(CallName.of(call))
                    && !CallName.of(call).contains("@")
                    && isJson(call.operand(0))));
  }

  /** Whether JSON is PostgreSQL's jsonb: the text of the other is left as it is. */
  private static boolean isBinary(SqlNode node) {
    if (!(node instanceof SqlCall call)) {
      return false;
    }
    if (isCast(node)) {
      return type(call.operand(1)).equals("JSONB");
    }
    return switch (CallName.of(call)) {
      case "->", "#>", "||", "-", "COALESCE" -> isBinary(call.operand(0));
      case "JSONB_TYPEOF", "JSONB_PRETTY", "JSONB_ARRAY_LENGTH", "JSONB_EXTRACT_PATH_TEXT" -> false;
      default -> CallName.of(call).startsWith("JSONB") || CallName.of(call).equals("TO_JSONB");
    };
  }

  private static SqlNode of(SqlFunction function, SqlNode json, SqlNode... others) {
    List<SqlNode> operands = new ArrayList<>();
    operands.add(bare(json));
    operands.addAll(List.of(others));
    return function.createCall(json.getParserPosition(), operands);
  }

  /** What is read as JSON anyway need not be cast. */
  private static SqlNode bare(SqlNode json) {
    return isCast(json) ? ((SqlCall) json).operand(0) : json;
  }

  private static SqlNode binary(SqlNode json) {
    return JsonFunctions.JSONB.createCall(json.getParserPosition(), json);
  }

  private static SqlNode like(SqlNode json, SqlNode part) {
    return isBinary(json) ? binary(part) : part;
  }

  private static SqlNode plain(SqlNode json) {
    return JsonFunctions.PLAIN.createCall(json.getParserPosition(), json);
  }

  private static SqlNode at(SqlNode json, SqlNode path) {
    return of(JsonFunctions.AT, json, ArrayForms.array(path));
  }

  private static SqlNode extract(SqlCall call) {
    List<SqlNode> path = call.getOperandList().subList(1, call.operandCount());
    SqlParserPos place = call.getParserPosition();
    SqlNode part =
        of(
            JsonFunctions.AT,
            call.operand(0),
            SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(place, path));
    return CallName.of(call).startsWith("JSONB") ? binary(part) : part;
  }

  private static SqlNode compared(SqlCall call) {
    SqlNode left = call.operand(0);
    SqlNode right = call.operand(1);
    boolean json = isBinary(left) || isBinary(right);
    return json && (isText(left) || isText(right))
        ? call.getOperator()
            .createCall(
                call.getParserPosition(),
                isText(left) ? binary(left) : left,
                isText(right) ? binary(right) : right)
        : call;
  }

  private static boolean isText(SqlNode node) {
    return Literals.text(node).isPresent();
  }

  private static SqlNode json(SqlNode value) {
    return isJson(value)
        ? value
        : JsonFunctions.TO_JSON.createCall(value.getParserPosition(), value);
  }

  /** A value within JSON, where null is JSON's. What is checked is no JSON to what joins it. */
  private static SqlNode value(SqlNode value) {
    SqlParserPos place = value.getParserPosition();
    SqlNode json = isJson(value) ? JsonFunctions.JSON.createCall(place, value) : json(value);
    return SqlStdOperatorTable.COALESCE.createCall(
        place, json, SqlLiteral.createCharString("null", place));
  }

  private static SqlNode key(SqlNode key) {
    SqlParserPos place = key.getParserPosition();
    SqlNode text = isText(key) ? key : WrittenCast.of(key, SqlTypeName.VARCHAR);
    return JsonFunctions.KEY.createCall(place, text);
  }

  private static SqlNode object(SqlCall call) {
    if (call.operandCount() % 2 != 0) {
      throw LocatedError.at(
          call,
          SqlState.INVALID_PARAMETER.exception("argument list must have even number of elements"));
    }
    List<Object> parts = new ArrayList<>();
    parts.add("{");
    for (int i = 0; i < call.operandCount(); i += 2) {
      parts.add(i == 0 ? "" : ", ");
      parts.add(key(call.operand(i)));
      parts.add(" : ");
      parts.add(value(call.operand(i + 1)));
    }
    parts.add("}");
    return text(call.getParserPosition(), parts);
  }

  /** An array of a call's operands, as a text. */
  static SqlNode array(SqlCall call) {
    List<Object> parts = new ArrayList<>();
    parts.add("[");
    for (int i = 0; i < call.operandCount(); i++) {
      parts.add(i == 0 ? "" : ", ");
      parts.add(value(call.operand(i)));
    }
    parts.add("]");
    return text(call.getParserPosition(), parts);
  }

  /** Joins texts, of which some are known. */
  private static SqlNode text(SqlParserPos place, List<?> parts) {
    return parts.stream()
        .filter(part -> !part.equals(""))
        .map(
            part ->
                part instanceof SqlNode node
                    ? node
                    : SqlLiteral.createCharString((String) part, place))
        .reduce((one, other) -> SqlStdOperatorTable.CONCAT.createCall(place, one, other))
        .orElseThrow();
  }

  /** STRING_AGG of the elements, with the brackets around what filters it or is its window. */
  private static SqlNode aggregate(SqlCall call) {
    SqlCall inner = call;
    while (isAround(inner) && inner.operand(0) instanceof SqlCall operand) {
      inner = operand;
    }
    String name = CallName.of(inner);
    if (!AGGREGATES.contains(name)) {
      return call;
    }
    boolean object = name.contains("OBJECT");
    SqlNode joined = around(call, inner, elements(inner, object));
    SqlNode json =
        text(
            call.getParserPosition(),
            object ? List.of("{ ", joined, " }") : List.of("[", joined, "]"));
    return name.startsWith("JSONB") ? binary(json) : json;
  }

  private static boolean isAround(SqlCall call) {
    return call.getKind() == SqlKind.FILTER || call.getKind() == SqlKind.OVER;
  }

  private static SqlNode around(SqlCall call, SqlCall inner, SqlNode instead) {
    return call == inner
        ? instead
        : call.getOperator()
            .createCall(
                call.getParserPosition(), around(call.operand(0), inner, instead), call.operand(1));
  }

  private static SqlNode elements(SqlCall call, boolean object) {
    SqlParserPos place = call.getParserPosition();
    List<SqlNode> operands = new ArrayList<>();
    operands.add(
        object
            ? text(place, List.of(key(call.operand(0)), " : ", value(call.operand(1))))
            : value(call.operand(0)));
    operands.add(SqlLiteral.createCharString(", ", place));
    call.getOperandList().stream().filter(SqlNodeList.class::isInstance).forEach(operands::add);
    return SqlLibraryOperators.STRING_AGG.createCall(
        call.getFunctionQuantifier(), place, operands.toArray(SqlNode[]::new));
  }
}
