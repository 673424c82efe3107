package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The text of a statement before it is parsed: Calcite's parser takes no {@code ;} at its end and
 * knows no DDL, and tools send both.
 */
final class SqlText {
  private static final ImmutableSet<String> WRITES =
      ImmutableSet.of(
          "ALTER",
          "CREATE",
          "DELETE",
          "DROP",
          "GRANT",
          "INSERT",
          "MERGE",
          "RENAME",
          "REVOKE",
          "TRUNCATE",
          "UPDATE",
          "UPSERT");

  private static final String READ_ONLY = "25006";

  private final String sql;
  private int first = -1;
  private int last = -1;

  private SqlText(String sql) {
    this.sql = sql;
    int i = 0;
    while (i < sql.length()) {
      int end = tokenEnd(i);
      if (!isBlank(i)) {
        first = first < 0 ? i : first;
        last = end - 1;
      }
      i = end;
    }
  }

  /**
   * Returns the statement without a {@code ;} at its end.
   *
   * @throws SQLException with SQLState 25006 if it writes, 42000 if there is none
   */
  static String query(String sql) throws SQLException {
    if (sql == null) {
      throw new SQLException("The statement is null", "42000");
    }
    SqlText text = new SqlText(sql);
    if (text.first < 0) {
      throw new java.sql.SQLSyntaxErrorException("The statement is empty", "42000");
    }
    String verb = text.verb();
    if (WRITES.contains(verb)) {
      throw new SQLException(verb + " is not possible: Bedrock SQL is read-only", READ_ONLY);
    }
    return sql.charAt(text.last) == ';' ? sql.substring(0, text.last) : sql;
  }

  private String verb() {
    int end = first;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(first, end).toUpperCase(Locale.ROOT);
  }

  private boolean isBlank(int start) {
    return Character.isWhitespace(sql.charAt(start))
        || sql.startsWith("--", start)
        || sql.startsWith("/*", start);
  }

  /** The index after the comment, quoted text or single character that starts here. */
  private int tokenEnd(int start) {
    if (sql.startsWith("--", start)) {
      return indexAfter("\n", start);
    }
    if (sql.startsWith("/*", start)) {
      return indexAfter("*/", start + 2);
    }
    char c = sql.charAt(start);
    return c == '\'' || c == '"' ? indexAfter(String.valueOf(c), start + 1) : start + 1;
  }

  private int indexAfter(String what, int from) {
    int found = sql.indexOf(what, from);
    return found < 0 ? sql.length() : found + what.length();
  }
}
