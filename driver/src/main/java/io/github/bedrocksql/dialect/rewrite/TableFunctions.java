package io.github.bedrocksql.dialect.rewrite;

import com.google.common.base.CharMatcher;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import io.github.bedrocksql.dialect.time.IntervalText;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.Literals;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.PlainSelect;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Functions that give rows, in FROM: an UNNEST of the array that they are. */
final class TableFunctions {
  /** What PostgreSQL calls the column of an element of JSON. */
  static final String VALUE = "value";

  private static final String ORDINALITY = "ordinality";

  private TableFunctions() {}

  /** Returns what stands for a call: the call itself if it is not such a function. */
  static SqlNode rewritten(SqlCall call) {
    if (call.getKind() == SqlKind.AS && isRows(call.operand(0))) {
      return rows(call, call.operand(0));
    }
    if (isRows(call)) {
      return rows(call, call);
    }
    if (call.getKind() == SqlKind.AS && isRow(call.operand(0))) {
      return row(call, call.operand(0));
    }
    if (isRow(call)) {
      return row(call, call);
    }
    if (call.getKind() == SqlKind.UNNEST && call.getOperator() instanceof SqlUnnestOperator) {
      return checked(call);
    }
    if (PostgresFunctions.ROWS.containsKey(CallName.of(call)) && !isOurs(call)) {
      throw LocatedError.at(
          call,
          SqlState.NOT_SUPPORTED.exception(
              "%s returns rows; use it in FROM, as in FROM t, %s(t.x) AS e (x)"
                  .formatted(
                      call.getOperator().getName(), CallName.of(call).toLowerCase(Locale.ROOT))));
    }
    return call;
  }

  /** Calcite makes every pair of two arrays' elements, and fails to number those of a null. */
  private static SqlNode checked(SqlCall unnest) {
    if (unnest.operandCount() > 1) {
      throw LocatedError.at(
          unnest,
          SqlState.NOT_SUPPORTED.exception(
              "UNNEST takes one array; number the elements of each WITH ORDINALITY and join them"));
    }
    boolean numbered = ((SqlUnnestOperator) unnest.getOperator()).withOrdinality;
    SqlNode array = unnest.operand(0);
    return !numbered
            || (array instanceof SqlCall call
                && call.getOperator().equals(PostgresFunctions.ELEMENTS))
        ? unnest
        : unnest
            .getOperator()
            .createCall(
                unnest.getParserPosition(),
                PostgresFunctions.ELEMENTS.createCall(array.getParserPosition(), array));
  }

  private static boolean isOurs(SqlCall call) {
    return PostgresFunctions.ROWS.containsValue(call.getOperator());
  }

  private static boolean isNumbered(SqlNode node) {
    return node instanceof SqlCall call && call.getOperator().getName().equals("WITH ORDINALITY");
  }

  private static SqlCall unnumbered(SqlCall rows) {
    return isNumbered(rows) ? rows.operand(0) : rows;
  }

  private static boolean isRows(SqlNode node) {
    return node instanceof SqlCall rows
        && unnumbered(rows).getKind() == SqlKind.COLLECTION_TABLE
        && unnumbered(rows).operand(0) instanceof SqlCall function
        && PostgresFunctions.ROWS.containsKey(CallName.of(function));
  }

  /** Whether the rows are elements of JSON. */
  static boolean hasValue(SqlNode node) {
    return isRows(node) && isElements(unnumbered((SqlCall) node).operand(0));
  }

  private static boolean isElements(SqlCall function) {
    return CallName.of(function).contains("ARRAY_ELEMENTS");
  }

  /** Returns the array that a call of such a function, or of UNNEST, gives, as a table. */
  static SqlNode unnested(SqlCall function) {
    return unnested(function, SqlStdOperatorTable.UNNEST);
  }

  private static SqlNode unnested(SqlCall function, SqlOperator unnest) {
    SqlParserPos place = function.getParserPosition();
    SqlFunction array = PostgresFunctions.ROWS.get(CallName.of(function));
    if (array == null) {
      return unnest.createCall(place, ArrayForms.array(function.operand(0)));
    }
    return unnest.createCall(
        place,
        array.equals(PostgresFunctions.SERIES)
            ? series(function)
            : array.createCall(place, function.getOperandList()));
  }

  /** Its step, 1 if there is none, tells a series of times from one of whole numbers. */
  private static SqlNode series(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    if (call.operandCount() == 2) {
      return PostgresFunctions.SERIES.createCall(
          place, call.operand(0), call.operand(1), SqlLiteral.createExactNumeric("1", place));
    }
    Optional<IntervalText> step =
        call.operandCount() == 3 ? step(call.operand(2)) : Optional.empty();
    return step.<SqlNode>map(
            interval ->
                PostgresFunctions.SERIES_OF_TIMES.createCall(
                    place,
                    WrittenCast.of(call.operand(0), SqlTypeName.TIMESTAMP),
                    WrittenCast.of(call.operand(1), SqlTypeName.TIMESTAMP),
                    whole(interval.months(), place),
                    whole(interval.millis(), place)))
        .orElseGet(() -> PostgresFunctions.SERIES.createCall(place, call.getOperandList()));
  }

  private static Optional<IntervalText> step(SqlNode step) {
    boolean number =
        Literals.text(step).filter(CharMatcher.inRange('0', '9')::matchesAllOf).isPresent();
    return number
        ? Optional.empty()
        : IntervalLiterals.any(step).or(() -> IntervalLiterals.parsed(step));
  }

  private static SqlNode whole(long number, SqlParserPos place) {
    return SqlLiteral.createExactNumeric(Long.toString(number), place);
  }

  /** Any other function gives one row; its column has the name of the table. */
  private static SqlNode row(SqlCall whole, SqlCall table) {
    SqlCall function = table.operand(0);
    SqlParserPos place = whole.getParserPosition();
    SqlNode name =
        whole == table
            ? new SqlIdentifier(CallName.of(function).toLowerCase(Locale.ROOT), place)
            : whole.operand(1);
    SqlNode column = whole.operandCount() > 2 ? whole.operand(2) : name;
    SqlSelect row =
        PlainSelect.of(
            SqlNodeList.of(SqlStdOperatorTable.AS.createCall(place, function, column)),
            null,
            place);
    return SqlStdOperatorTable.AS.createCall(
        place, SqlStdOperatorTable.LATERAL.createCall(place, row), name);
  }

  /** Whether a function stands in FROM that neither gives rows nor takes a table. */
  private static boolean isRow(SqlNode node) {
    return node instanceof SqlCall table
        && table.getKind() == SqlKind.COLLECTION_TABLE
        && table.operand(0) instanceof SqlCall function
        && !PostgresFunctions.ROWS.containsKey(CallName.of(function))
        && function.getOperandList().stream().noneMatch(TableFunctions::isTable);
  }

  private static boolean isTable(SqlNode operand) {
    return operand.isA(SqlKind.QUERY)
        || operand.getKind() == SqlKind.EXPLICIT_TABLE
        || operand.getKind() == SqlKind.SET_SEMANTICS_TABLE
        || operand.getKind() == SqlKind.DESCRIPTOR;
  }

  /** A table of one column has its name, but for that of JSON's elements. */
  private static SqlNode rows(SqlCall whole, SqlCall table) {
    SqlCall function = unnumbered(table).operand(0);
    SqlParserPos place = whole.getParserPosition();
    SqlOperator unnest =
        isNumbered(table) ? SqlStdOperatorTable.UNNEST_WITH_ORDINALITY : SqlStdOperatorTable.UNNEST;
    List<SqlNode> names = new ArrayList<>();
    names.add(unnested(function, unnest));
    names.addAll(
        whole == table
            ? List.of(new SqlIdentifier(CallName.of(function).toLowerCase(Locale.ROOT), place))
            : whole.getOperandList().subList(1, whole.operandCount()));
    if (names.size() == 2) {
      names.add(isElements(function) ? new SqlIdentifier(VALUE, place) : names.get(1));
    }
    if (isNumbered(table) && names.size() == 3) {
      names.add(new SqlIdentifier(ORDINALITY, place));
    }
    return SqlStdOperatorTable.AS.createCall(place, names);
  }
}
