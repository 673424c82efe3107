package io.github.bedrocksql.dialect.function;

import io.github.bedrocksql.dialect.routine.ArrayValues;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** The operators that PostgreSQL's forms of arrays become. */
public final class ArrayFunctions {
  private static final SqlTypeFamily LIST = SqlTypeFamily.ARRAY;
  private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;

  public static final SqlFunction PARSED =
      function("ARRAY OF TEXT", PostgresFunctions.TEXTS, "parsed", TEXT);

  public static final SqlFunction LIKE =
      function("LIKE ANY", ReturnTypes.BOOLEAN_FORCE_NULLABLE, "like", TEXT, LIST, TEXT);

  public static final SqlFunction COMPARED =
      function(
          "COMPARED WITH ELEMENTS",
          ReturnTypes.BOOLEAN_FORCE_NULLABLE,
          "compared",
          SqlTypeFamily.ANY,
          LIST,
          TEXT);

  public static final SqlFunction OVERLAPS =
      function("ARRAY OVERLAPS", ReturnTypes.BOOLEAN_NULLABLE, "overlaps", LIST, LIST);

  public static final SqlFunction HOLDS =
      function("ARRAY HOLDS", ReturnTypes.BOOLEAN_NULLABLE, "holds", LIST, LIST);

  public static final SqlFunction CONCATENATED =
      function("ARRAY CONCATENATED", ReturnTypes.ARG0_FORCE_NULLABLE, "concatenated", LIST, LIST);

  /** All of them: the validator looks them up. */
  public static final SqlOperatorTable TABLE =
      SqlOperatorTables.of(PARSED, LIKE, COMPARED, OVERLAPS, HOLDS, CONCATENATED);

  private ArrayFunctions() {}

  private static SqlFunction function(
      String name, SqlReturnTypeInference type, String method, SqlTypeFamily... operands) {
    return DialectFunctions.function(name, type, ArrayValues.class, method, operands);
  }
}
