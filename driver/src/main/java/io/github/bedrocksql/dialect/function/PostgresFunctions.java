package io.github.bedrocksql.dialect.function;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.json.JsonArrays;
import io.github.bedrocksql.dialect.json.JsonValues;
import io.github.bedrocksql.dialect.pattern.RegexFunctions;
import io.github.bedrocksql.dialect.routine.ArrayValues;
import io.github.bedrocksql.dialect.routine.PostgresRoutines;
import io.github.bedrocksql.dialect.routine.TextRoutines;
import io.github.bedrocksql.dialect.time.AgeFunctions;
import io.github.bedrocksql.dialect.time.SeriesFunctions;
import io.github.bedrocksql.dialect.time.TimeText;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** PostgreSQL's functions that Calcite's library has not, or has with another meaning. */
public final class PostgresFunctions {
  private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;
  private static final SqlTypeFamily LIST = SqlTypeFamily.ARRAY;
  private static final SqlTypeFamily WHOLE = SqlTypeFamily.INTEGER;
  private static final SqlTypeFamily NUMBER = SqlTypeFamily.NUMERIC;

  private static final SqlReturnTypeInference WIDE =
      call ->
          call.getTypeFactory()
              .createTypeWithNullability(
                  call.getTypeFactory().createSqlType(SqlTypeName.DECIMAL, 38, 0),
                  call.getOperandType(0).isNullable());

  static final SqlReturnTypeInference TEXTS = arrayOf(SqlTypeName.VARCHAR);

  /** {@code substring(x from 'pattern')}. */
  public static final SqlFunction MATCHED =
      ofPattern("SUBSTRING FROM", ReturnTypes.VARCHAR_FORCE_NULLABLE, "matched");

  /** What {@code x ~ pattern} and regexp_like do, with flags. */
  public static final SqlFunction FOUND =
      DialectFunctions.function(
          "REGEXP_LIKE",
          ReturnTypes.BOOLEAN_NULLABLE,
          RegexFunctions.class,
          "found",
          TEXT,
          TEXT,
          TEXT);

  /** What regexp_replace does, with flags. */
  public static final SqlFunction REPLACED =
      DialectFunctions.function(
          "REGEXP_REPLACE",
          ReturnTypes.VARCHAR_NULLABLE,
          RegexFunctions.class,
          "replaced",
          TEXT,
          TEXT,
          TEXT,
          TEXT);

  /** LEFT, which takes negative lengths; Calcite has one of that name. */
  public static final SqlFunction LEFT =
      function("LEFT PART", ReturnTypes.VARCHAR_NULLABLE, "left", TEXT, WHOLE);

  /** RIGHT, in the same way. */
  public static final SqlFunction RIGHT =
      function("RIGHT PART", ReturnTypes.VARCHAR_NULLABLE, "right", TEXT, WHOLE);

  /** INITCAP; Calcite's knows the letters of English only. */
  public static final SqlFunction INITCAP = ofText("INITCAP OF", "capitalized", TEXT);

  /** LTRIM of certain characters. */
  public static final SqlFunction LTRIM = ofText("LTRIM OF", "trimmedLeft", TEXT, TEXT);

  /** RTRIM of certain characters. */
  public static final SqlFunction RTRIM = ofText("RTRIM OF", "trimmedRight", TEXT, TEXT);

  /** LPAD; Calcite's is never null, and takes no length below 0. */
  public static final SqlFunction LPAD = ofText("LPAD TO", "paddedLeft", TEXT, WHOLE, TEXT);

  /** RPAD, in the same way. */
  public static final SqlFunction RPAD = ofText("RPAD TO", "paddedRight", TEXT, WHOLE, TEXT);

  /** OVERLAY; Calcite's fails beyond the end. */
  public static final SqlFunction OVERLAY =
      ofText("OVERLAY OF", "overlaid", TEXT, TEXT, WHOLE, WHOLE);

  /** STRING_TO_ARRAY; Calcite's finds a part in an empty text. */
  public static final SqlFunction PARTS =
      DialectFunctions.function("PARTS OF TEXT", TEXTS, TextRoutines.class, "parts", TEXT, TEXT);

  /** {@code age(a, b)}, as text; Calcite's borrows the days of another month. */
  public static final SqlFunction AGE =
      DialectFunctions.function(
          "AGE OF",
          ReturnTypes.VARCHAR_NULLABLE,
          AgeFunctions.class,
          "age",
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.TIMESTAMP);

  /** {@code date_trunc(field, age(a, b))}. */
  public static final SqlFunction TRUNCATED_AGE =
      DialectFunctions.function(
          "TRUNCATED AGE OF",
          ReturnTypes.VARCHAR_NULLABLE,
          AgeFunctions.class,
          "truncated",
          TEXT,
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.TIMESTAMP);

  /** {@code extract(year from age(a, b))}. */
  public static final SqlFunction FIELD_OF_AGE =
      DialectFunctions.function(
          "FIELD OF AGE",
          ReturnTypes.BIGINT_NULLABLE,
          AgeFunctions.class,
          "field",
          TEXT,
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.TIMESTAMP);

  /** The same for the fields that have a fraction. */
  public static final SqlFunction FRACTION_OF_AGE =
      DialectFunctions.function(
          "FRACTION OF AGE",
          call ->
              DialectFunctions.ofOperands(
                  call,
                  call.getTypeFactory()
                      .createSqlType(
                          SqlTypeName.DECIMAL, FieldFunction.DIGITS, TimeText.PRECISION)),
          AgeFunctions.class,
          "fraction",
          TEXT,
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.TIMESTAMP);

  /** {@code x >> n}. */
  public static final SqlFunction SHIFTED =
      function("SHIFTED RIGHT", ReturnTypes.ARG0_NULLABLE, "shifted", WHOLE, WHOLE);

  /** {@code date_bin}, with the seconds of its stride. */
  public static final SqlFunction BIN =
      function(
          "DATE_BIN OF SECONDS",
          DialectFunctions::time,
          "bin",
          NUMBER,
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.TIMESTAMP);

  /** An array; an empty one for null. */
  public static final SqlFunction ELEMENTS =
      DialectFunctions.function(
          "ELEMENTS OF",
          ReturnTypes.ARG0.andThen(SqlTypeTransforms.TO_NOT_NULLABLE),
          ArrayValues.class,
          "elements",
          SqlTypeFamily.ANY);

  /** {@code generate_series} of whole numbers. */
  public static final SqlFunction SERIES =
      DialectFunctions.function(
          "GENERATE_SERIES",
          arrayOf(SqlTypeName.BIGINT),
          SeriesFunctions.class,
          "numbers",
          WHOLE,
          WHOLE,
          WHOLE);

  /** {@code generate_series} of times, with the months and the milliseconds of its step. */
  public static final SqlFunction SERIES_OF_TIMES =
      DialectFunctions.function(
          "GENERATE_SERIES OF TIMES",
          call -> arrayOf(call, DialectFunctions.time(call)),
          SeriesFunctions.class,
          "times",
          SqlTypeFamily.TIMESTAMP,
          SqlTypeFamily.TIMESTAMP,
          WHOLE,
          WHOLE);

  /** Functions that stand in FROM: each gives an array of its rows. */
  public static final ImmutableMap<String, SqlFunction> ROWS =
      ImmutableMap.<String, SqlFunction>builder()
          .put("GENERATE_SERIES", SERIES)
          .put("JSON_ARRAY_ELEMENTS", ofJsonArray("JSON_ARRAY_ELEMENTS", TEXTS, "items"))
          .put("JSONB_ARRAY_ELEMENTS", ofJson("JSONB_ARRAY_ELEMENTS", TEXTS, "elements"))
          .put("JSON_OBJECT_KEYS", ofJson("JSON_OBJECT_KEYS", TEXTS, "keys"))
          .put("JSONB_OBJECT_KEYS", ofJson("JSONB_OBJECT_KEYS", TEXTS, "sortedKeys"))
          .put("JSON_ARRAY_ELEMENTS_TEXT", ofJsonArray("JSON_ARRAY_ELEMENTS_TEXT", TEXTS, "texts"))
          .put(
              "JSONB_ARRAY_ELEMENTS_TEXT",
              ofJson("JSONB_ARRAY_ELEMENTS_TEXT", TEXTS, "plainElements"))
          .put("REGEXP_SPLIT_TO_TABLE", ofPattern("REGEXP_SPLIT_TO_TABLE", TEXTS, "split"))
          .buildOrThrow();

  /** What a text may call; those of Calcite's other libraries are PostgreSQL's, too. */
  public static final SqlOperatorTable TABLE =
      SqlOperatorTables.chain(
          SqlOperatorTables.of(ROWS.values()), texts(), numbers(), times(), lists());

  private PostgresFunctions() {}

  private static SqlOperatorTable texts() {
    return SqlOperatorTables.of(
        MATCHED,
        LEFT,
        RIGHT,
        INITCAP,
        LTRIM,
        RTRIM,
        LPAD,
        RPAD,
        OVERLAY,
        PARTS,
        function("QUOTE_LITERAL", ReturnTypes.VARCHAR_NULLABLE, "quoted", TEXT),
        function("QUOTE_IDENT", ReturnTypes.VARCHAR_NULLABLE, "quotedName", TEXT),
        function("SHA256", ReturnTypes.VARBINARY_NULLABLE, "hash", TEXT),
        function("DECODE", ReturnTypes.VARBINARY_NULLABLE, "decoded", TEXT, TEXT),
        function("ENCODE", ReturnTypes.VARCHAR_NULLABLE, "encoded", SqlTypeFamily.BINARY, TEXT),
        ofPattern("REGEXP_SPLIT_TO_ARRAY", TEXTS, "split"),
        ofText("BTRIM", "trimmed", TEXT, TEXT),
        ofPattern("REGEXP_MATCH", TEXTS, "groups"),
        ofPattern("REGEXP_SUBSTR", ReturnTypes.VARCHAR_FORCE_NULLABLE, "part"),
        ofPattern("REGEXP_COUNT", ReturnTypes.INTEGER_NULLABLE, "count"),
        SqlLibraryOperators.BIT_LENGTH);
  }

  private static SqlOperatorTable numbers() {
    return SqlOperatorTables.of(
        SHIFTED,
        function("TO_HEX", ReturnTypes.VARCHAR_NULLABLE, "hexadecimal", WHOLE),
        function("GCD", ReturnTypes.BIGINT_NULLABLE, "divisor", WHOLE, WHOLE),
        function("LCM", ReturnTypes.BIGINT_NULLABLE, "multiple", WHOLE, WHOLE),
        function("FACTORIAL", WIDE, "factorial", WHOLE),
        function(
            "WIDTH_BUCKET", ReturnTypes.INTEGER_NULLABLE, "bucket", NUMBER, NUMBER, NUMBER, WHOLE),
        SqlLibraryOperators.TRUNC_BIG_QUERY);
  }

  private static SqlOperatorTable times() {
    return SqlOperatorTables.of(
        BIN,
        SERIES_OF_TIMES,
        AGE,
        TRUNCATED_AGE,
        FIELD_OF_AGE,
        FRACTION_OF_AGE,
        function("MAKE_DATE", ReturnTypes.DATE_NULLABLE, "date", WHOLE, WHOLE, WHOLE),
        function(
            "MAKE_TIMESTAMP",
            DialectFunctions::time,
            "time",
            WHOLE,
            WHOLE,
            WHOLE,
            WHOLE,
            WHOLE,
            NUMBER));
  }

  private static SqlOperatorTable lists() {
    return SqlOperatorTables.of(
        ELEMENTS,
        ofJsonArray("JSON_ARRAY_LENGTH", ReturnTypes.INTEGER_NULLABLE, "length"),
        ofJsonArray("JSONB_ARRAY_LENGTH", ReturnTypes.INTEGER_NULLABLE, "length"),
        ofArray("ARRAY_TO_STRING", ReturnTypes.VARCHAR_NULLABLE, "joined", LIST, TEXT),
        ofArray(
            "ARRAY_TO_STRING", ReturnTypes.VARCHAR_NULLABLE, "joinedWithNulls", LIST, TEXT, TEXT),
        ofArray(
            "ARRAY_POSITION",
            ReturnTypes.INTEGER.andThen(SqlTypeTransforms.FORCE_NULLABLE),
            "position",
            LIST,
            SqlTypeFamily.ANY),
        ofArray(
            "ARRAY_REMOVE", ReturnTypes.ARG0_FORCE_NULLABLE, "without", LIST, SqlTypeFamily.ANY),
        ofArray("STRING_TO_ARRAY", TEXTS, "splitWithNulls", TEXT, TEXT, TEXT));
  }

  private static SqlFunction function(
      String name, SqlReturnTypeInference type, String method, SqlTypeFamily... operands) {
    return DialectFunctions.function(name, type, PostgresRoutines.class, method, operands);
  }

  private static SqlFunction ofText(String name, String method, SqlTypeFamily... operands) {
    return DialectFunctions.function(
        name, ReturnTypes.VARCHAR_NULLABLE, TextRoutines.class, method, operands);
  }

  private static SqlFunction ofJson(String name, SqlReturnTypeInference type, String method) {
    return DialectFunctions.function(name, type, JsonValues.class, method, TEXT);
  }

  private static SqlFunction ofJsonArray(String name, SqlReturnTypeInference type, String method) {
    return DialectFunctions.function(name, type, JsonArrays.class, method, TEXT);
  }

  private static SqlFunction ofArray(
      String name, SqlReturnTypeInference type, String method, SqlTypeFamily... operands) {
    return DialectFunctions.function(name, type, ArrayValues.class, method, operands);
  }

  private static SqlFunction ofPattern(String name, SqlReturnTypeInference type, String method) {
    return DialectFunctions.function(name, type, RegexFunctions.class, method, TEXT, TEXT);
  }

  /** An array whose elements may be null, as the array itself. */
  private static SqlReturnTypeInference arrayOf(SqlTypeName element) {
    return call -> arrayOf(call, call.getTypeFactory().createSqlType(element));
  }

  private static RelDataType arrayOf(SqlOperatorBinding call, RelDataType element) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType nullable = types.createTypeWithNullability(element, true);
    return types.createTypeWithNullability(types.createArrayType(nullable, -1), true);
  }
}
