package io.github.bedrocksql.dialect;

import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Functions that give rows, in FROM: an UNNEST of the array that they are. */
final class TableFunctions {
  /** What PostgreSQL calls the column of an element of JSON. */
  static final String VALUE = "value";

  private static final String ORDINALITY = "ordinality";

  private TableFunctions() {}

  /** Returns what stands for a call: the call itself if it is no such function. */
  static SqlNode rewritten(SqlCall call) {
    if (call.getKind() == SqlKind.AS && isRows(call.operand(0))) {
      return rows(call, call.operand(0));
    }
    if (isRows(call)) {
      return rows(call, call);
    }
    if (PostgresFunctions.ROWS.containsKey(CallName.of(call)) && !isOurs(call)) {
      throw Misspelling.at(
          call,
          new SQLFeatureNotSupportedException(
              "%s gives rows: it stands in FROM, as in FROM t, %s(t.x) AS e (x)"
                  .formatted(
                      call.getOperator().getName(), CallName.of(call).toLowerCase(Locale.ROOT)),
              "0A000"));
    }
    return call;
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
    List<SqlNode> operands = new ArrayList<>(function.getOperandList());
    if (CallName.of(function).equals("GENERATE_SERIES") && operands.size() == 2) {
      operands.add(SqlLiteral.createExactNumeric("1", place));
    }
    return unnest.createCall(place, array.createCall(place, operands));
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
