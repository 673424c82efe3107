package io.github.bedrocksql.dialect.function;

import io.github.bedrocksql.dialect.json.JsonPathFunctions;
import java.util.Arrays;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;

/** What SQL's own functions of JSON become, which look a path up. */
public final class JsonPathOperators {
  /** JSON_EXISTS of a text, a path and what to do on an error. */
  public static final SqlFunction JSON_EXISTS =
      json("JSON_EXISTS", ReturnTypes.BOOLEAN_FORCE_NULLABLE, "exists", 3);

  /** JSON_VALUE of a text, a path, and what to do for none and on an error. */
  public static final SqlFunction JSON_VALUE =
      json("JSON_VALUE", ReturnTypes.VARCHAR_FORCE_NULLABLE, "value", 4);

  /** Whether JSON_VALUE has a value. */
  public static final SqlFunction JSON_OUTCOME =
      json("JSON_OUTCOME", ReturnTypes.INTEGER_NULLABLE, "outcome", 2);

  /** JSON_QUERY of a text, a path, a wrapper, and what to do for none and on an error. */
  public static final SqlFunction JSON_QUERY =
      json("JSON_QUERY", ReturnTypes.VARCHAR_FORCE_NULLABLE, "query", 5);

  /** IS JSON of a text and a kind. */
  public static final SqlFunction IS_JSON =
      json("IS JSON", ReturnTypes.BOOLEAN_NULLABLE, "isJson", 2);

  private JsonPathOperators() {}

  private static SqlFunction json(
      String name, SqlReturnTypeInference type, String method, int operands) {
    SqlTypeFamily[] texts = new SqlTypeFamily[operands];
    Arrays.fill(texts, SqlTypeFamily.CHARACTER);
    return DialectFunctions.function(name, type, JsonPathFunctions.class, method, texts);
  }
}
