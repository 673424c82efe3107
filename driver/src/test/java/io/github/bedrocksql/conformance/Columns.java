package io.github.bedrocksql.conformance;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;

/** One column, or parameter, of each type; a method is tried on the one that it is for. */
final class Columns {
  /** Columns in their order, with a literal of each. */
  private static final ImmutableMap<String, String> VALUES =
      ImmutableMap.<String, String>builder()
          .put("VARCHAR", "'1'")
          .put("BIGINT", "1")
          .put("DOUBLE", "1")
          .put("DECIMAL(9, 2)", "1")
          .put("BOOLEAN", "TRUE")
          .put("DATE", "DATE '2026-01-01'")
          .put("TIME", "TIME '01:02:03'")
          .put("TIMESTAMP(3)", "TIMESTAMP '2026-01-01 00:00:00'")
          .put("VARBINARY", "X'01'")
          .put("VARCHAR(99)", "'https://example.com/'")
          .put("VARCHAR ARRAY", "ARRAY['a', 'b']")
          .buildOrThrow();

  /** The end of a getter's or setter's name, and the type that it is for; the others: VARCHAR. */
  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.<String, String>builder()
          .put("Long", "BIGINT")
          .put("Int", "BIGINT")
          .put("Double", "DOUBLE")
          .put("Float", "DOUBLE")
          .put("BigDecimal", "DECIMAL(9, 2)")
          .put("Boolean", "BOOLEAN")
          .put("Date", "DATE")
          .put("Time", "TIME")
          .put("Timestamp", "TIMESTAMP(3)")
          .put("Bytes", "VARBINARY")
          .put("BinaryStream", "VARBINARY")
          .put("Blob", "VARBINARY")
          .put("Array", "VARCHAR ARRAY")
          .put("URL", "VARCHAR(99)")
          .buildOrThrow();

  private Columns() {}

  /** A query of one row with a value in each column. */
  static String query() {
    StringBuilder sql = new StringBuilder("SELECT ");
    VALUES.forEach(
        (type, value) ->
            sql.append(sql.length() > 7 ? ", " : "")
                .append(type.endsWith("ARRAY") ? value : "CAST(" + value + " AS " + type + ")")
                .append(" AS ")
                .append(labelOf(type)));
    return sql.toString();
  }

  /** A query with a parameter of each type. */
  static String parameters() {
    StringBuilder sql = new StringBuilder("SELECT ");
    VALUES
        .keySet()
        .forEach(
            type ->
                sql.append(sql.length() > 7 ? ", " : "")
                    .append("CAST(? AS ")
                    .append(type)
                    .append(")"));
    return sql.toString();
  }

  static int count() {
    return VALUES.size();
  }

  /** The index of the column, or parameter, for a getter, or setter. */
  static int index(String method) {
    return VALUES.keySet().asList().indexOf(type(method)) + 1;
  }

  static String label(String method) {
    return labelOf(type(method));
  }

  private static String type(String method) {
    return TYPES.getOrDefault(method.replaceFirst("^(get|set|update)", ""), "VARCHAR");
  }

  private static String labelOf(String type) {
    return "a_" + type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}
