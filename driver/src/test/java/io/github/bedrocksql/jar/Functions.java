package io.github.bedrocksql.jar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;

/** Calls of every function that a connection offers, sensible and not. */
final class Functions {
  /** Operands of each type, and a null. */
  private static final ImmutableList<String> SAMPLES =
      ImmutableList.of(
          "'2024-03-05'",
          "3",
          "CAST(2.5 AS DOUBLE)",
          "TIMESTAMP '2024-03-05 06:07:08'",
          "TRUE",
          "ARRAY['b', 'a']",
          "MAP['a', 1]",
          "X'C3A9'",
          "CAST(NULL AS VARCHAR)");

  /** What functions of several types take. */
  private static final ImmutableList<String> MIXED =
      ImmutableList.of(
          "'a.c', 2",
          "2, 'a'",
          "'a', 2, 'b'",
          "'abc', 2, 1",
          "'abcabc', 'b', 'x'",
          "'abcabc', 'b', 'x', 2",
          "'{\"a\":[1,2]}', 'strict $.a'",
          "'{\"a\":1}', 'lax $.a'",
          "ARRAY['b', 'a'], 'a'",
          "ARRAY['b', 'a'], 1",
          "TIMESTAMP '2024-03-05 06:07:08', 'YYYY-MM-DD'",
          "'YYYY-MM-DD', TIMESTAMP '2024-03-05 06:07:08'",
          "'2024-03-05', 'YYYY-MM-DD'",
          "TIMESTAMP '2024-03-05 06:07:08', INTERVAL '1' DAY",
          "DATE '2024-03-05', DATE '2024-04-05'",
          "MONTH, 2, DATE '2024-03-05'",
          "DAY, DATE '2024-03-05', DATE '2024-04-05'",
          "TIMESTAMP '2024-03-05 06:07:08', MONTH");

  /** Functions with a syntax of their own, and operators. */
  private static final ImmutableList<String> SPECIAL =
      ImmutableList.of(
          "CAST('1' AS INTEGER)",
          "CAST(TIMESTAMP '2024-03-05 06:07:08' AS VARCHAR)",
          "CAST('2024-03-05' AS DATE)",
          "TRIM(BOTH 'x' FROM 'xax')",
          "POSITION('b' IN 'abc')",
          "OVERLAY('abc' PLACING 'x' FROM 2 FOR 1)",
          "SUBSTRING('abc' FROM 2 FOR 1)",
          "EXTRACT(DOW FROM DATE '2024-03-05')",
          "FLOOR(TIMESTAMP '2024-03-05 06:07:08' TO MONTH)",
          "CEIL(2.5)",
          "TIMESTAMPADD(DAY, 1, DATE '2024-03-05')",
          "TIMESTAMPDIFF(HOUR, DATE '2024-03-05', DATE '2024-03-07')",
          "JSON_VALUE('{\"a\":1}', '$.a' RETURNING INTEGER)",
          "JSON_QUERY('{\"a\":[1]}', '$.a' WITH WRAPPER)",
          "JSON_EXISTS('{\"a\":1}', '$.a')",
          "JSON_OBJECT('a': 1, 'b': 'x')",
          "JSON_ARRAY(1, 'a')",
          "JSON_PRETTY('{\"a\":1}')",
          "JSON_KEYS('{\"a\":{\"b\":1}}', '$.a')",
          "'{\"a\":1}' IS JSON OBJECT",
          "'abc' SIMILAR TO 'a(b|c)*'",
          "'abc' LIKE 'a!_c' ESCAPE '!'",
          "'abc' ILIKE 'A%'",
          "'abc' ~ 'b'",
          "'abc' !~* 'B'",
          "'a' || 'b'",
          "1.5 * 2 - 3 / 2",
          "MOD(7, 3)",
          "1 BETWEEN SYMMETRIC 2 AND 0",
          "(1, 2) = (1, 3)",
          "ROW(1, 'a')",
          "ARRAY[1, 2][1]",
          "MAP['a', 1]['a']",
          "MULTISET[1, 2] MULTISET UNION MULTISET[2]",
          "1 MEMBER OF MULTISET[1, 2]",
          "CARDINALITY(MULTISET[1, 2])",
          "INTERVAL '1-2' YEAR TO MONTH",
          "DATE '2024-03-05' + INTERVAL '1' MONTH",
          "(DATE '2024-01-01', DATE '2024-02-01') OVERLAPS (DATE '2024-01-15', DATE '2024-03-01')",
          "CASE WHEN 1 > 2 THEN 'a' ELSE 'b' END",
          "'2024-03-05 06:07:08'::TIMESTAMP",
          "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY 1)",
          "LISTAGG('a', ',') WITHIN GROUP (ORDER BY 1)",
          "JSON_OBJECTAGG('a': 1)",
          "JSON_ARRAYAGG(1)",
          "STRING_AGG('a', ',')",
          "ARRAY_AGG(1 ORDER BY 1)",
          "COUNT(DISTINCT 1) FILTER (WHERE TRUE)",
          "ROW_NUMBER() OVER (ORDER BY 1)",
          "LAG(1, 1, 0) OVER (ORDER BY 1)",
          "FIRST_VALUE(1) OVER (ORDER BY 1 ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)",
          "1 / 0");

  private static final ImmutableSet<String> OTHER_EACH_TIME =
      ImmutableSet.of(
          "AGE",
          "RAND",
          "RANDOM",
          "RAND_INTEGER",
          "NOW",
          "SYSDATE",
          "SYSTIMESTAMP",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_DATETIME",
          "UUID");

  private Functions() {}

  /** Returns an expression for each call. */
  static ImmutableList<String> calls() {
    Stream<SqlOperator> functions =
        SqlLibraryOperatorTableFactory.INSTANCE
            .getOperatorTable(SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL)
            .getOperatorList()
            .stream()
            .filter(SqlFunction.class::isInstance)
            .filter(function -> !function.getName().startsWith("$"))
            .filter(f -> !OTHER_EACH_TIME.contains(f.getName().toUpperCase(Locale.ROOT)));
    return Stream.concat(SPECIAL.stream(), functions.flatMap(Functions::calls))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<String> calls(SqlOperator function) {
    if (function.getSyntax() == SqlSyntax.FUNCTION_ID) {
      return Stream.of(function.getName());
    }
    Stream<String> calls =
        operands(function).stream()
            .map(operands -> "%s(%s)".formatted(function.getName(), operands));
    return function.requiresOver() ? calls.map(call -> call + " OVER (ORDER BY 1)") : calls;
  }

  private static List<String> operands(SqlOperator function) {
    SqlOperandCountRange counts = function.getOperandTypeChecker() == null ? null : range(function);
    List<String> operands = Lists.newArrayList(MIXED);
    for (int count = 0; count <= 2; count++) {
      if (counts == null || counts.isValidCount(count)) {
        for (String sample : count == 0 ? List.of("") : SAMPLES) {
          operands.add(String.join(", ", Collections.nCopies(count, sample)));
        }
      }
    }
    operands.removeIf(text -> counts != null && !counts.isValidCount(count(text)));
    return operands;
  }

  private static SqlOperandCountRange range(SqlOperator function) {
    try {
      return function.getOperandCountRange();
    } catch (UnsupportedOperationException e) {
      return null; // One that tells its operands by their names alone.
    }
  }

  /** Commas between brackets do not count. */
  private static int count(String operands) {
    String flat = operands.replaceAll("\\[[^]]*\\]|\\([^)]*\\)|'[^']*'", "x");
    return flat.isEmpty() ? 0 : flat.split(",", -1).length;
  }
}
