package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.ArrayFunctions;
import io.github.bedrocksql.dialect.routine.ArrayValues;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.Literals;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.fun.SqlPosixRegexOperator;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * What PostgreSQL writes of arrays. One that is known is written out, element by element, so that a
 * scan sees {@code x = ANY ('{a,b}')} as it sees {@code x IN ('a', 'b')}.
 */
final class ArrayForms {
  private static final ImmutableSet<String> QUANTIFIERS = ImmutableSet.of("ANY", "SOME", "ALL");

  /** What {@code x op ANY (…)} compares with. */
  private static final ImmutableMap<SqlKind, SqlOperator> COMPARISONS =
      ImmutableMap.of(
          SqlKind.EQUALS, SqlStdOperatorTable.EQUALS,
          SqlKind.NOT_EQUALS, SqlStdOperatorTable.NOT_EQUALS,
          SqlKind.LESS_THAN, SqlStdOperatorTable.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL, SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN, SqlStdOperatorTable.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL, SqlStdOperatorTable.GREATER_THAN_OR_EQUAL);

  private ArrayForms() {}

  /** Returns what stands for a call: the call itself if it is not such a form. */
  static SqlNode rewritten(SqlCall call) {
    if (call.operandCount() < 2 || call.operand(1) == null) {
      return call;
    }
    SqlNode right = call.operand(1);
    if (call.getOperator() instanceof SqlQuantifyOperator quantified) {
      return right instanceof SqlNodeList list && list.size() == 1
          ? compared(call, quantified, list.get(0))
          : call;
    }
    if (isPattern(call.getOperator()) && isQuantified(right)) {
      return like(call, (SqlCall) right);
    }
    if (isCast(call)) {
      return elements(call)
          .<SqlNode>map(elements -> constructor(elements, call.getParserPosition()))
          .orElseGet(() -> WrittenCast.standard(call));
    }
    SqlParserPos place = call.getParserPosition();
    return switch (CallName.of(call)) {
      case "ARRAY_APPEND" ->
          ArrayFunctions.CONCATENATED.createCall(place, array(call.operand(0)), one(right));
      case "ARRAY_PREPEND" ->
          ArrayFunctions.CONCATENATED.createCall(place, one(call.operand(0)), array(right));
      case "ARRAY_CAT" ->
          ArrayFunctions.CONCATENATED.createCall(place, array(call.operand(0)), array(right));
      case "&&" -> ArrayFunctions.OVERLAPS.createCall(place, array(call.operand(0)), array(right));
      case "@>" -> ArrayFunctions.HOLDS.createCall(place, array(call.operand(0)), array(right));
      case "<@" -> ArrayFunctions.HOLDS.createCall(place, array(right), array(call.operand(0)));
      case "||" ->
          isArray(call.operand(0)) || isArray(right)
              ? ArrayFunctions.CONCATENATED.createCall(place, part(call.operand(0)), part(right))
              : call;
      default -> call;
    };
  }

  /** A text in an array's place is read as one. */
  static SqlNode array(SqlNode node) {
    return Literals.text(node).isPresent()
        ? elements(node)
            .<SqlNode>map(elements -> constructor(elements, node.getParserPosition()))
            .orElseThrow()
        : node;
  }

  private static SqlNode constructor(List<SqlNode> elements, SqlParserPos place) {
    return elements.isEmpty()
        ? ArrayFunctions.PARSED.createCall(place, SqlLiteral.createCharString("{}", place))
        : SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(place, elements);
  }

  /** One element, or several, of an array that others are added to. */
  private static SqlNode part(SqlNode node) {
    Optional<String> text = Literals.text(node);
    if (text.isPresent()) {
      return array(node);
    }
    boolean element =
        node instanceof SqlLiteral
            || (node instanceof SqlCall call && WrittenCast.is(call) && !isCast(call));
    return element ? one(node) : node;
  }

  private static SqlNode one(SqlNode element) {
    return SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(
        element.getParserPosition(), element);
  }

  private static boolean isArray(SqlNode node) {
    if (!(node instanceof SqlCall call)) {
      return false;
    }
    String name = CallName.of(call);
    return switch (call.getKind()) {
      case ARRAY_VALUE_CONSTRUCTOR, ARRAY_QUERY_CONSTRUCTOR -> true;
      default ->
          isCast(call)
              || name.equals("STRING_TO_ARRAY")
              || name.equals("ARRAY_AGG")
              || (name.equals("||") && isArray(call.operand(0)));
    };
  }

  private static boolean isCast(SqlCall call) {
    return WrittenCast.is(call)
        && call.operand(1) instanceof SqlDataTypeSpec type
        && type.getCollectionsTypeName() != null;
  }

  /** The elements of an array that is known. */
  private static Optional<List<SqlNode>> elements(SqlNode node) {
    if (Literals.text(node).isPresent()) {
      return Optional.of(literals(node, ArrayValues.parsed(text(node))));
    }
    if (!(node instanceof SqlCall call)) {
      return Optional.empty();
    }
    if (call.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR) {
      return Optional.of(call.getOperandList());
    }
    if (isCast(call)) {
      SqlDataTypeSpec type = ((SqlDataTypeSpec) call.operand(1)).getComponentTypeSpec();
      return elements(call.operand(0))
          .map(
              elements ->
                  elements.stream()
                      .<SqlNode>map(
                          one ->
                              SqlStdOperatorTable.CAST.createCall(
                                  one.getParserPosition(), one, type))
                      .toList());
    }
    boolean split =
        call.getOperator().getName().equalsIgnoreCase("STRING_TO_ARRAY")
            && call.operandCount() == 2
            && call.getOperandList().stream().allMatch(one -> Literals.text(one).isPresent());
    return split
        ? Optional.of(
            literals(call, ArrayValues.split(text(call.operand(0)), text(call.operand(1)))))
        : Optional.empty();
  }

  private static String text(SqlNode literal) {
    return Literals.text(literal).orElseThrow();
  }

  private static List<SqlNode> literals(SqlNode node, List<String> texts) {
    SqlParserPos place = node.getParserPosition();
    return texts.stream()
        .<SqlNode>map(
            text ->
                text == null
                    ? SqlLiteral.createNull(place)
                    : SqlLiteral.createCharString(text, place))
        .toList();
  }

  private static SqlNode compared(SqlCall call, SqlQuantifyOperator quantified, SqlNode array) {
    Optional<List<SqlNode>> known = known(array);
    SqlParserPos place = call.getParserPosition();
    boolean all = quantified.getKind() == SqlKind.ALL;
    if (known.isEmpty()) {
      return ArrayFunctions.COMPARED.createCall(
          place,
          call.operand(0),
          array,
          SqlLiteral.createCharString((all ? "all " : "any ") + quantified.comparisonKind, place));
    }
    List<SqlNode> elements = known.get();
    if (elements.isEmpty()) {
      return SqlLiteral.createBoolean(all, place);
    }
    SqlKind comparison = quantified.comparisonKind;
    SqlNodeList list = new SqlNodeList(elements, array.getParserPosition());
    if (comparison == SqlKind.EQUALS && !all) {
      return SqlStdOperatorTable.IN.createCall(place, call.operand(0), list);
    }
    if (comparison == SqlKind.NOT_EQUALS && all) {
      return SqlStdOperatorTable.NOT_IN.createCall(place, call.operand(0), list);
    }
    return joined(
        elements.stream()
            .map(one -> COMPARISONS.get(comparison).createCall(place, left(call), one))
            .toList(),
        all,
        place);
  }

  private static Optional<List<SqlNode>> known(SqlNode array) {
    try {
      return elements(array);
    } catch (Refusal e) {
      throw LocatedError.at(array, (SQLException) e.getCause());
    }
  }

  private static SqlNode left(SqlCall call) {
    return SqlNode.clone(call.operand(0));
  }

  private static SqlNode joined(List<SqlCall> conditions, boolean all, SqlParserPos place) {
    SqlOperator joint = all ? SqlStdOperatorTable.AND : SqlStdOperatorTable.OR;
    return conditions.stream()
        .<SqlNode>map(condition -> condition)
        .reduce((one, other) -> joint.createCall(place, one, other))
        .orElseGet(() -> SqlLiteral.createBoolean(all, place));
  }

  private static boolean isPattern(SqlOperator operator) {
    return operator instanceof SqlLikeOperator || operator instanceof SqlPosixRegexOperator;
  }

  /** Whether it is what the parser makes of ANY (…) after LIKE. */
  private static boolean isQuantified(SqlNode pattern) {
    return pattern instanceof SqlCall call
        && call.operandCount() == 1
        && QUANTIFIERS.contains(CallName.of(call));
  }

  private static SqlNode like(SqlCall call, SqlCall quantified) {
    boolean all = quantified.getOperator().getName().equalsIgnoreCase("ALL");
    SqlParserPos place = call.getParserPosition();
    SqlNode array = quantified.operand(0);
    Optional<List<SqlNode>> known = known(array);
    if (known.isPresent()) {
      return joined(
          known.get().stream()
              .map(one -> call.getOperator().createCall(place, left(call), one))
              .toList(),
          all,
          place);
    }
    if (!(call.getOperator() instanceof SqlLikeOperator)) {
      throw LocatedError.at(
          array,
          SqlState.NOT_SUPPORTED.exception(
              "~ ANY takes an array that is written out: ~ ANY (ARRAY['a', 'b'])"));
    }
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    return ArrayFunctions.LIKE.createCall(
        place,
        call.operand(0),
        array,
        SqlLiteral.createCharString((all ? "all " : "any ") + name, place));
  }
}
