package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.Iterables;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.OrderedSetFunctions;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * {@code percentile_cont}, {@code percentile_disc} and {@code mode} {@code WITHIN GROUP (ORDER BY
 * x)}, and {@code median(x)}: aggregates of x, of which the order is an argument.
 */
final class OrderedSets {
  private OrderedSets() {}

  /** Returns what stands for a call: the call itself if it is none of these. */
  static SqlCall rewritten(SqlCall call) {
    if (call.getKind() == SqlKind.WITHIN_GROUP && call.operand(0) instanceof SqlCall function) {
      return switch (CallName.of(function)) {
        case "PERCENTILE_CONT" ->
            percentile(OrderedSetFunctions.PERCENTILE_CONT, function, call.operand(1));
        case "PERCENTILE_DISC" ->
            percentile(OrderedSetFunctions.PERCENTILE_DISC, function, call.operand(1));
        case "MODE" -> mode(function, call.operand(1));
        default -> call;
      };
    }
    if (call.getKind() == SqlKind.PERCENTILE_CONT || call.getKind() == SqlKind.PERCENTILE_DISC) {
      throw notation(call, 1);
    }
    return CallName.of(call).equals("MEDIAN") && call.operandCount() == 1
        ? OrderedSetFunctions.PERCENTILE_CONT.createCall(
            call.getParserPosition(),
            call.operand(0),
            SqlLiteral.createExactNumeric("0.5", call.getParserPosition()),
            SqlLiteral.createBoolean(false, call.getParserPosition()))
        : call;
  }

  private static SqlCall percentile(SqlAggFunction aggregate, SqlCall function, SqlNodeList order) {
    SqlNode key = only(function, order, 1);
    if (function.operand(0) instanceof SqlCall shares
        && shares.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR) {
      return SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(
          function.getParserPosition(),
          shares.getOperandList().stream()
              .map(share -> percentile(aggregate, share, key, function.getParserPosition()))
              .toList());
    }
    return percentile(aggregate, function.operand(0), key, function.getParserPosition());
  }

  private static SqlCall percentile(
      SqlAggFunction aggregate, SqlNode share, SqlNode key, SqlParserPos place) {
    check(share);
    return aggregate.createCall(
        place, List.of(SortKeys.withoutDirection(key), share, isDescending(key)));
  }

  private static void check(SqlNode share) {
    boolean constant = share instanceof SqlLiteral || share instanceof SqlDynamicParam;
    if (!constant) {
      throw LocatedError.at(
          share, SqlState.GROUPING_ERROR.exception("A percentile must be a constant"));
    }
    if (share instanceof SqlNumericLiteral number
        && (number.bigDecimalValue().signum() < 0
            || number.bigDecimalValue().compareTo(BigDecimal.ONE) > 0)) {
      throw LocatedError.at(
          share,
          SqlState.NUMBER_OUT_OF_RANGE.exception(
              "A percentile must be between 0 and 1, not " + number.toValue()));
    }
  }

  private static SqlCall mode(SqlCall function, SqlNodeList order) {
    SqlNode key = only(function, order, 0);
    return OrderedSetFunctions.MODE.createCall(
        function.getParserPosition(), List.of(SortKeys.withoutDirection(key), isDescending(key)));
  }

  private static SqlNode only(SqlCall function, SqlNodeList order, int operands) {
    if (function.operandCount() != operands || order.size() != 1) {
      throw notation(function, operands);
    }
    return Iterables.getOnlyElement(order);
  }

  private static RuntimeException notation(SqlCall function, int operands) {
    String call = CallName.of(function).toLowerCase(Locale.ROOT) + (operands == 1 ? "(0.5)" : "()");
    return LocatedError.at(
        function,
        SqlState.UNKNOWN_FUNCTION.exception(
            CallName.of(function) + " is written " + call + " WITHIN GROUP (ORDER BY x)"));
  }

  private static SqlNode isDescending(SqlNode key) {
    SqlNode meant = key;
    boolean descending = false;
    while (SortKeys.DIRECTIONS.contains(meant.getKind())) {
      descending |= meant.getKind() == SqlKind.DESCENDING;
      meant = ((SqlCall) meant).operand(0);
    }
    return SqlLiteral.createBoolean(descending, SqlParserPos.ZERO);
  }
}
