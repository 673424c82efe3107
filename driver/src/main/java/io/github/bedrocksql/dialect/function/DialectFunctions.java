package io.github.bedrocksql.dialect.function;

import io.github.bedrocksql.dialect.pattern.PatternFunctions;
import io.github.bedrocksql.dialect.routine.PostgresRoutines;
import io.github.bedrocksql.dialect.template.TemplateFunctions;
import io.github.bedrocksql.dialect.time.IntervalFormat;
import io.github.bedrocksql.dialect.time.TimeFunctions;
import io.github.bedrocksql.dialect.time.TimeText;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.Function;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/** Functions that none of Calcite's libraries has as this dialect means them. */
public final class DialectFunctions {
  /** {@code now()}. */
  public static final SqlFunction NOW =
      SqlBasicFunction.create(
          "NOW",
          call -> call.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP, TimeText.PRECISION),
          OperandTypes.NILADIC,
          SqlFunctionCategory.TIMEDATE);

  /** PostgreSQL's {@code date_trunc('month', t)}. */
  public static final SqlFunction DATE_TRUNC =
      SqlBasicFunction.create(
              "DATE_TRUNC",
              call ->
                  SqlTypeUtil.isInterval(call.getOperandType(1))
                      ? ReturnTypes.ARG1_NULLABLE.inferReturnType(call)
                      : time(call),
              OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.TIMESTAMP)
                  .or(
                      OperandTypes.family(
                          SqlTypeFamily.CHARACTER, SqlTypeFamily.INTERVAL_DAY_TIME)),
              SqlFunctionCategory.TIMEDATE)
          .withOperandTypeInference(InferTypes.VARCHAR_1024);

  /** What it does where FLOOR can't. */
  public static final SqlFunction TRUNCATED =
      function(
          "TRUNCATED",
          DialectFunctions::time,
          TimeFunctions.class,
          "truncated",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.TIMESTAMP);

  /** What it does with an interval of days and less. */
  public static final SqlFunction TRUNCATED_INTERVAL =
      function(
          "TRUNCATED INTERVAL",
          ReturnTypes.ARG1_NULLABLE,
          TimeFunctions.class,
          "truncatedInterval",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.INTERVAL_DAY_TIME);

  /** A text as a TIMESTAMP: a cast that takes ISO 8601. */
  public static final SqlFunction PARSE_TIME =
      function(
          "PARSE_TIME",
          DialectFunctions::time,
          TimeFunctions.class,
          "parsed",
          SqlTypeFamily.CHARACTER);

  /** A TIMESTAMP as text, with its fraction: a cast, which Calcite's cuts. */
  public static final SqlFunction TIME_TEXT =
      function(
          "TIME_TEXT",
          call ->
              call.getTypeFactory()
                  .createTypeWithNullability(
                      call.getTypeFactory().createSqlType(SqlTypeName.VARCHAR),
                      call.getOperandType(0).isNullable()),
          TimeFunctions.class,
          "text",
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.INTEGER);

  /** {@code t AT TIME ZONE 'Europe/Paris'}: what a clock there shows. */
  public static final SqlFunction AT_TIME_ZONE =
      function(
          "AT TIME ZONE",
          DialectFunctions::time,
          TimeFunctions.class,
          "atZone",
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.CHARACTER);

  /** LIKE without an escape. The scan knows this and the next three by their kind and name. */
  public static final SqlFunction LIKE =
      like("LIKE", "like", SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER);

  /** LIKE with an escape. */
  public static final SqlFunction LIKE_ESCAPED =
      like(
          "LIKE",
          "likeEscaped",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER);

  /** ILIKE without an escape. */
  public static final SqlFunction ILIKE =
      like("ILIKE", "ilike", SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER);

  /** ILIKE with an escape. */
  public static final SqlFunction ILIKE_ESCAPED =
      like(
          "ILIKE",
          "ilikeEscaped",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER);

  /** SIMILAR TO with an escape, which may be empty for none. */
  public static final SqlFunction SIMILAR_TO =
      function(
          "SIMILAR TO",
          ReturnTypes.BOOLEAN_NULLABLE,
          PatternFunctions.Similarity.class,
          "similar",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER);

  /** PostgreSQL's {@code to_char(t, 'YYYY-MM')}. */
  public static final SqlFunction TO_CHAR =
      SqlBasicFunction.create(
              "TO_CHAR",
              ReturnTypes.VARCHAR_NULLABLE,
              OperandTypes.family(SqlTypeFamily.NUMERIC, SqlTypeFamily.CHARACTER)
                  .or(OperandTypes.family(SqlTypeFamily.DATETIME_INTERVAL, SqlTypeFamily.CHARACTER))
                  .or(OperandTypes.family(SqlTypeFamily.TIMESTAMP, SqlTypeFamily.CHARACTER)),
              SqlFunctionCategory.TIMEDATE)
          .withOperandTypeInference(
              (call, type, operands) -> {
                operands[0] =
                    call.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP, TimeText.PRECISION);
                operands[operands.length - 1] =
                    call.getTypeFactory().createSqlType(SqlTypeName.VARCHAR);
              });

  /** PostgreSQL's {@code to_date('24 Nov 2026', 'DD Mon YYYY')}. */
  public static final SqlFunction TO_DATE =
      SqlBasicFunction.create(
              "TO_DATE",
              ReturnTypes.DATE_NULLABLE,
              OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER),
              SqlFunctionCategory.TIMEDATE)
          .withOperandTypeInference(InferTypes.VARCHAR_1024);

  /** PostgreSQL's {@code to_timestamp}, of a text and a template or of seconds since 1970. */
  public static final SqlFunction TO_TIMESTAMP =
      SqlBasicFunction.create(
              "TO_TIMESTAMP",
              DialectFunctions::time,
              OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER)
                  .or(OperandTypes.family(SqlTypeFamily.NUMERIC)),
              SqlFunctionCategory.TIMEDATE)
          .withOperandTypeInference(
              (call, type, operands) ->
                  Arrays.fill(
                      operands,
                      call.getTypeFactory()
                          .createSqlType(
                              operands.length == 1 ? SqlTypeName.DOUBLE : SqlTypeName.VARCHAR)));

  /** What TO_CHAR does. */
  public static final SqlFunction WRITTEN =
      function(
          "TO_CHAR",
          ReturnTypes.VARCHAR_NULLABLE,
          TemplateFunctions.class,
          "written",
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.CHARACTER);

  /** What TO_CHAR does with a number. */
  public static final SqlFunction WRITTEN_NUMBER =
      function(
          "TO_CHAR",
          ReturnTypes.VARCHAR_NULLABLE,
          TemplateFunctions.class,
          "number",
          SqlTypeFamily.NUMERIC,
          SqlTypeFamily.CHARACTER);

  /** What TO_CHAR does with an interval. */
  public static final SqlFunction WRITTEN_INTERVAL =
      function(
          "TO_CHAR",
          ReturnTypes.VARCHAR_NULLABLE,
          TemplateFunctions.class,
          "interval",
          SqlTypeFamily.INTERVAL_DAY_TIME,
          SqlTypeFamily.CHARACTER);

  /** A text as a truth value. */
  public static final SqlFunction TRUTH =
      function(
          "TRUTH",
          ReturnTypes.BOOLEAN_NULLABLE,
          PostgresRoutines.class,
          "truth",
          SqlTypeFamily.CHARACTER);

  /** An interval of days and less as text. */
  public static final SqlFunction INTERVAL_TEXT =
      function(
          "INTERVAL TEXT",
          ReturnTypes.VARCHAR_NULLABLE,
          IntervalFormat.class,
          "days",
          SqlTypeFamily.INTERVAL_DAY_TIME);

  /** A text as an interval of days and less. */
  public static final SqlFunction READ_INTERVAL =
      function(
          "INTERVAL OF TEXT",
          call ->
              ofOperands(
                  call,
                  call.getTypeFactory().createSqlIntervalType(DateArithmetic.DAYS_TO_SECONDS)),
          IntervalFormat.class,
          "read",
          SqlTypeFamily.CHARACTER);

  /** An interval of months as text. */
  public static final SqlFunction MONTHS_TEXT =
      function(
          "INTERVAL TEXT",
          ReturnTypes.VARCHAR_NULLABLE,
          IntervalFormat.class,
          "months",
          SqlTypeFamily.INTERVAL_YEAR_MONTH);

  /** {@code to_number('1,234.5', '9,999.9')}. */
  static final SqlFunction TO_NUMBER =
      function(
          "TO_NUMBER",
          call ->
              ofOperands(call, call.getTypeFactory().createSqlType(SqlTypeName.DECIMAL, 38, 10)),
          TemplateFunctions.class,
          "readNumber",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER);

  /** What TO_DATE does. */
  public static final SqlFunction READ_DATE =
      function(
          "TO_DATE",
          ReturnTypes.DATE_NULLABLE,
          TemplateFunctions.class,
          "date",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER);

  /** What TO_TIMESTAMP does with a template. */
  public static final SqlFunction READ_TIME =
      function(
          "TO_TIMESTAMP",
          DialectFunctions::time,
          TemplateFunctions.class,
          "time",
          SqlTypeFamily.CHARACTER,
          SqlTypeFamily.CHARACTER);

  /** What TO_TIMESTAMP does with a number. */
  public static final SqlFunction OF_EPOCH =
      function(
          "TO_TIMESTAMP",
          DialectFunctions::time,
          TemplateFunctions.class,
          "ofEpoch",
          SqlTypeFamily.APPROXIMATE_NUMERIC);

  /** What a text may call: ours, and those of JDBC that PostgreSQL has not. */
  public static final SqlOperatorTable TABLE =
      SqlOperatorTables.of(
          NOW,
          DATE_TRUNC,
          TO_CHAR,
          TO_DATE,
          TO_TIMESTAMP,
          TO_NUMBER,
          READ_INTERVAL,
          FieldFunction.INSTANCE,
          DateArithmetic.PLUS,
          DateArithmetic.MINUS,
          AT_TIME_ZONE,
          Casts.NUMERIC,
          OrderedSetFunctions.PERCENTILE_CONT,
          OrderedSetFunctions.PERCENTILE_DISC,
          OrderedSetFunctions.MODE,
          SqlLibraryOperators.CHAR,
          SqlLibraryOperators.REVERSE,
          SqlLibraryOperators.SPACE);

  private DialectFunctions() {}

  /** A TIMESTAMP, null where an operand is. */
  static RelDataType time(SqlOperatorBinding call) {
    return ofOperands(
        call, call.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP, TimeText.PRECISION));
  }

  /** A type, null where an operand is. */
  static RelDataType ofOperands(SqlOperatorBinding call, RelDataType type) {
    return call.getTypeFactory()
        .createTypeWithNullability(
            type, call.collectOperandTypes().stream().anyMatch(RelDataType::isNullable));
  }

  private static SqlFunction like(String name, String method, SqlTypeFamily... operands) {
    return function(
        name,
        SqlKind.LIKE,
        ReturnTypes.BOOLEAN_NULLABLE,
        new PatternRoutine(method, name.equals("ILIKE")),
        operands);
  }

  static SqlFunction function(
      String name,
      SqlReturnTypeInference type,
      Class<?> owner,
      String method,
      SqlTypeFamily... operands) {
    return function(
        name, SqlKind.OTHER_FUNCTION, type, new RoutineFunction(owner, method), operands);
  }

  private static SqlFunction function(
      String name,
      SqlKind kind,
      SqlReturnTypeInference type,
      Function implementation,
      SqlTypeFamily... operands) {
    return new SqlUserDefinedFunction(
        new SqlIdentifier(name, SqlParserPos.ZERO),
        kind,
        type,
        InferTypes.ANY_NULLABLE,
        OperandTypes.operandMetadata(
            List.of(operands),
            types -> List.of(operands).stream().map(f -> f.getDefaultConcreteType(types)).toList(),
            i -> "arg" + i,
            i -> false),
        implementation);
  }
}
