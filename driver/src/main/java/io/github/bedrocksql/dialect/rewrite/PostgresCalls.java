package io.github.bedrocksql.dialect.rewrite;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import io.github.bedrocksql.dialect.function.FieldFunction;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.Literals;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Calls of PostgreSQL's functions that are another expression. */
final class PostgresCalls {
  /** Apart, since most statements call no function, and each of these is a class to the JVM. */
  private static final class Known {
    static final ImmutableMap<String, Function<SqlCall, SqlNode>> EXPRESSIONS =
        ImmutableMap.<String, Function<SqlCall, SqlNode>>builder()
            .put("CURRENT_DATABASE/0", call -> text(BedrockSchema.NAME, call))
            .put("CURRENT_CATALOG/0", call -> text(BedrockSchema.NAME, call))
            .put("CURRENT_SCHEMA/0", call -> text(BedrockSchema.NAME, call))
            .put("VERSION/0", call -> text("Bedrock SQL", call))
            .put("CLOCK_TIMESTAMP/0", PostgresCalls::now)
            .put("STATEMENT_TIMESTAMP/0", PostgresCalls::now)
            .put("TRANSACTION_TIMESTAMP/0", PostgresCalls::now)
            .put(
                "BTRIM/1",
                call ->
                    SqlStdOperatorTable.TRIM.createCall(
                        call.getParserPosition(),
                        SqlTrimFunction.Flag.BOTH.symbol(call.getParserPosition()),
                        text(" ", call),
                        call.operand(0)))
            .put(
                "ARRAY_LENGTH/2",
                call ->
                    SqlStdOperatorTable.CARDINALITY.createCall(
                        call.getParserPosition(), List.of(call.operand(0))))
            .put("INITCAP/1", call -> as(PostgresFunctions.INITCAP, call))
            .put("LTRIM/2", call -> as(PostgresFunctions.LTRIM, call))
            .put("RTRIM/2", call -> as(PostgresFunctions.RTRIM, call))
            .put("TO_CHAR/2", PostgresCalls::ofTime)
            .put("CURRENT_SCHEMAS/1", PostgresCalls::schemas)
            .put("CURRENT_SETTING/1", PostgresCalls::setting)
            .put(
                "ISFINITE/1",
                call ->
                    SqlStdOperatorTable.EQUALS.createCall(
                        call.getParserPosition(), call.operand(0), call.operand(0)))
            .put("DIV/2", PostgresCalls::quotient)
            .put("DATE_BIN/3", PostgresCalls::bin)
            .put("SUBSTRING/2", PostgresCalls::substring)
            .put("LEFT/2", call -> as(PostgresFunctions.LEFT, call))
            .put("RIGHT/2", call -> as(PostgresFunctions.RIGHT, call))
            .put("LPAD/2", call -> with(text(" ", call), PostgresFunctions.LPAD, call))
            .put("LPAD/3", call -> as(PostgresFunctions.LPAD, call))
            .put("RPAD/2", call -> with(text(" ", call), PostgresFunctions.RPAD, call))
            .put("RPAD/3", call -> as(PostgresFunctions.RPAD, call))
            .put(
                "OVERLAY/3",
                call ->
                    with(
                        SqlStdOperatorTable.CHAR_LENGTH.createCall(
                            call.getParserPosition(), List.of(call.operand(1))),
                        PostgresFunctions.OVERLAY,
                        call))
            .put("OVERLAY/4", call -> as(PostgresFunctions.OVERLAY, call))
            .put("STRING_TO_ARRAY/2", call -> as(PostgresFunctions.PARTS, call))
            .put("AGE/1", AgeForms::age)
            .put("AGE/2", AgeForms::age)
            .put("DATE_TRUNC/2", AgeForms::truncated)
            // A day is 24 hours in any case.
            .put("JUSTIFY_HOURS/1", call -> TreeRewrites.of(call.operand(0)))
            .put("DATE/1", call -> WrittenCast.of(call.operand(0), SqlTypeName.DATE))
            .put(
                "TIMEZONE/2",
                call ->
                    DialectFunctions.AT_TIME_ZONE.createCall(
                        call.getParserPosition(), call.operand(1), call.operand(0)))
            .buildOrThrow();

    private Known() {}
  }

  private PostgresCalls() {}

  /** Returns what stands for a node: the node itself if it is not such a call. */
  static SqlNode rewritten(SqlCall call) {
    SqlNode rows = TableFunctions.rewritten(call);
    if (rows != call) {
      return rows;
    }
    String name = CallName.of(call);
    if (name.equals("COALESCE")) {
      return withoutNulls(call);
    }
    if ((name.equals("GREATEST") || name.equals("LEAST"))
        && call.operandCount() > 0
        && call.getOperandList().stream().allMatch(PostgresCalls::isNull)) {
      return call.operand(0);
    }
    if (name.equals("FORMAT") && call.operandCount() > 0) {
      return formatted(call);
    }
    if (name.equals("MAKE_INTERVAL")) {
      return IntervalForms.made(call);
    }
    if (name.equals("NUM_NULLS") || name.equals("NUM_NONNULLS")) {
      return nulls(call, name.equals("NUM_NULLS"));
    }
    if (!(call.getOperator() instanceof SqlFunction)) {
      return call;
    }
    Function<SqlCall, SqlNode> expression = Known.EXPRESSIONS.get(name + "/" + call.operandCount());
    return expression == null ? call : expression.apply(call);
  }

  private static SqlNode as(SqlFunction function, SqlCall call) {
    return function.createCall(call.getParserPosition(), call.getOperandList());
  }

  private static SqlNode with(SqlNode last, SqlFunction function, SqlCall call) {
    List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    operands.add(last);
    return function.createCall(call.getParserPosition(), operands);
  }

  /** Calcite takes {@code COALESCE(x, NULL)} for one that can't be null. */
  private static SqlNode withoutNulls(SqlCall call) {
    List<SqlNode> operands =
        call.getOperandList().stream().filter(operand -> !isNull(operand)).toList();
    return operands.isEmpty() || operands.size() == call.operandCount()
        ? call
        : operands.size() == 1
            ? operands.get(0)
            : call.getOperator().createCall(call.getParserPosition(), operands);
  }

  private static boolean isNull(SqlNode node) {
    return SqlUtil.isNullLiteral(node, false)
        || (WrittenCast.is(node) && isNull(((SqlCall) node).operand(0)));
  }

  private static SqlNode text(String text, SqlCall call) {
    return SqlLiteral.createCharString(text, call.getParserPosition());
  }

  /** How many operands are null, or are not. */
  private static SqlNode nulls(SqlCall call, boolean isNull) {
    SqlParserPos place = call.getParserPosition();
    return call.getOperandList().stream()
        .<SqlNode>map(
            operand ->
                SqlCase.createSwitched(
                    place,
                    null,
                    SqlNodeList.of(SqlStdOperatorTable.IS_NULL.createCall(place, operand)),
                    SqlNodeList.of(SqlLiteral.createExactNumeric(isNull ? "1" : "0", place)),
                    SqlLiteral.createExactNumeric(isNull ? "0" : "1", place)))
        .reduce((one, other) -> SqlStdOperatorTable.PLUS.createCall(place, one, other))
        .orElse(call);
  }

  /** A text that is written by a template is a time. */
  private static SqlNode ofTime(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    return Literals.text(call.operand(0)).isEmpty()
        ? call
        : DialectFunctions.TO_CHAR.createCall(
            place, WrittenCast.of(call.operand(0), SqlTypeName.TIMESTAMP), call.operand(1));
  }

  private static SqlNode schemas(SqlCall call) {
    return SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(
        call.getParserPosition(), text(BedrockSchema.NAME, call));
  }

  private static SqlNode setting(SqlCall call) {
    String name = Literals.text(call.operand(0)).orElse("").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "timezone" -> text("UTC", call);
      case "search_path" -> text(BedrockSchema.NAME, call);
      case "server_version" -> text("15.0", call);
      case "datestyle" -> text("ISO, MDY", call);
      case "client_encoding", "server_encoding" -> text("UTF8", call);
      default ->
          throw LocatedError.at(
              call.operand(0),
              SqlState.UNKNOWN_OBJECT.exception(
                  "unrecognized configuration parameter \"" + name + "\""));
    };
  }

  private static SqlNode now(SqlCall call) {
    return DialectFunctions.NOW.createCall(call.getParserPosition());
  }

  private static SqlNode quotient(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    return SqlStdOperatorTable.TRUNCATE.createCall(
        place,
        SqlStdOperatorTable.DIVIDE.createCall(place, call.getOperandList()),
        SqlLiteral.createExactNumeric("0", place));
  }

  private static SqlNode bin(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    SqlNode stride =
        Literals.text(call.operand(0)).isPresent()
            ? SqlStdOperatorTable.INTERVAL.createCall(place, List.of(call.operand(0)))
            : call.operand(0);
    SqlNode seconds =
        FieldFunction.INSTANCE.createCall(
            place, new SqlIntervalQualifier(TimeUnit.EPOCH, null, place), stride);
    return PostgresFunctions.BIN.createCall(place, seconds, call.operand(1), call.operand(2));
  }

  private static SqlNode substring(SqlCall call) {
    return Literals.text(call.operand(1)).isPresent() ? as(PostgresFunctions.MATCHED, call) : call;
  }

  /** {@code format('%s of %s', a, b)}, whose text must be known. */
  private static SqlNode formatted(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    String format =
        Literals.text(call.operand(0))
            .orElseThrow(
                () ->
                    LocatedError.at(
                        call,
                        SqlState.NOT_SUPPORTED.exception(
                            "format takes a literal; write a || b or CONCAT(a, b)")));
    List<SqlNode> parts = new ArrayList<>();
    int argument = 1;
    boolean literalPart = true;
    for (String part : Splitter.on('%').split(format)) {
      if (literalPart) {
        parts.add(SqlLiteral.createCharString(part, place));
        literalPart = false;
      } else if (part.isEmpty()) {
        parts.add(SqlLiteral.createCharString("%", place));
        literalPart = true;
      } else if (part.startsWith("s") && argument < call.operandCount()) {
        parts.add(call.operand(argument));
        argument++;
        parts.add(SqlLiteral.createCharString(part.substring(1), place));
      } else {
        throw LocatedError.at(
            call,
            SqlState.INVALID_PARAMETER.exception(
                "format takes only the placeholder 's', and an argument for each"));
      }
    }
    return SqlLibraryOperators.CONCAT_FUNCTION_WITH_NULL.createCall(place, parts);
  }
}
