package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import io.github.bedrocksql.dialect.function.FieldFunction;
import io.github.bedrocksql.dialect.function.RoundedNumbers;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.util.Locale;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** What becomes of a statement's tree before Calcite rewrites and validates it, node by node. */
public final class TreeRewrites {
  /** Functions of JDBC's escape whose operands Calcite counts with an assertion only. */
  private static final ImmutableMap<String, Integer> OPERANDS =
      ImmutableMap.of("CONVERT", 2, "IFNULL", 2, "INSERT", 4, "LTRIM", 1, "RTRIM", 1);

  private TreeRewrites() {}

  /** Returns what to put in a node's place, the node itself if it is to stay; null for null. */
  public static SqlNode of(SqlNode written) {
    SqlNode node =
        PostgresForms.rewritten(
            CountedRows.rewritten(
                SelectedRows.rewritten(
                    NamedWindows.rewritten(
                        ElementAliases.rewritten(LongConditions.rewritten(written))))));
    if (node instanceof SqlDataTypeSpec type) {
      return withoutZone(type);
    }
    if (node instanceof SqlOrderBy ordered) {
      return SortKeys.rewritten(ordered);
    }
    if (!(node instanceof SqlCall call)) {
      return node;
    }
    if (call.getOperator() instanceof SqlJdbcFunctionCall function) {
      return of(withoutEscape(function, call));
    }
    String name = CallName.of(call);
    if (call.getKind() == SqlKind.EXTRACT || name.equals("DATE_PART")) {
      boolean own = call.getOperator().equals(FieldFunction.INSTANCE);
      return own || call.operandCount() != 2 ? call : AgeForms.field(FieldFunction.of(call));
    }
    SqlNode rounded = RoundedNumbers.rewritten(call, name);
    if (rounded != call) {
      return rounded;
    }
    return call.operandCount() == 1 ? ofOneOperand(name, call) : call;
  }

  /** JDBC's parts of a time: whole numbers, of which the week's first day is 1, and names. */
  private static SqlNode ofOneOperand(String name, SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    return switch (name) {
      case "DAYOFWEEK" ->
          SqlStdOperatorTable.PLUS.createCall(
              place, field(TimeUnit.DOW, call), SqlLiteral.createExactNumeric("1", place));
      case "SECOND" ->
          WrittenCast.of(
              SqlStdOperatorTable.FLOOR.createCall(place, field(TimeUnit.SECOND, call)),
              SqlTypeName.BIGINT);
      case "DAYNAME" -> written(call, "FMDay");
      case "MONTHNAME" -> written(call, "FMMonth");
      default -> call;
    };
  }

  private static SqlNode written(SqlCall call, String template) {
    SqlParserPos place = call.getParserPosition();
    return DialectFunctions.TO_CHAR.createCall(
        place, call.operand(0), SqlLiteral.createCharString(template, place));
  }

  private static SqlNode field(TimeUnit unit, SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    return FieldFunction.INSTANCE.createCall(
        place, new SqlIntervalQualifier(unit, null, place), call.operand(0));
  }

  /**
   * What <code>{fn …}</code> stands for. Calcite looks it up anew each time that it is asked, with
   * operands as they were parsed, and so misses what has become of them since.
   */
  private static SqlCall withoutEscape(SqlJdbcFunctionCall function, SqlCall call) {
    String name = function.getName().replaceAll("^\\{fn |\\}$", "").toUpperCase(Locale.ROOT);
    Integer operands = OPERANDS.get(name);
    if (operands != null && operands != call.operandCount()) {
      throw LocatedError.at(
          call,
          SqlState.UNKNOWN_FUNCTION.exception(
              "Wrong number of arguments: " + name + " takes " + operands));
    }
    SqlCall meant = function.getLookupCall();
    return meant
        .getOperator()
        .createCall(
            meant.getFunctionQuantifier(), call.getParserPosition(), meant.getOperandList());
  }

  /** A time is in UTC, whatever zone its type is said to have. */
  private static SqlDataTypeSpec withoutZone(SqlDataTypeSpec type) {
    SqlTypeNameSpec name = type.getTypeNameSpec();
    int precision = name instanceof SqlBasicTypeNameSpec basic ? basic.getPrecision() : -1;
    SqlTypeName zoneless =
        switch (name.getTypeName().toString().toUpperCase(Locale.ROOT)) {
          case "TIMESTAMP_WITH_LOCAL_TIME_ZONE", "TIMESTAMP_TZ", "TIMESTAMPTZ" ->
              SqlTypeName.TIMESTAMP;
          case "TIME_WITH_LOCAL_TIME_ZONE", "TIME_TZ", "TIMETZ" -> SqlTypeName.TIME;
          default -> null;
        };
    return zoneless == null ? type : type(zoneless, precision, type.getParserPosition());
  }

  private static SqlDataTypeSpec type(SqlTypeName name, int precision, SqlParserPos place) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(name, precision, place), place);
  }
}
