package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
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
  private int end;
  private boolean semicolonAfter;

  private SqlText(String sql) {
    this.sql = sql;
    int i = 0;
    while (i < sql.length()) {
      int next = tokenEnd(i);
      if (sql.charAt(i) == ';') {
        semicolonAfter = first >= 0;
      } else if (!isBlank(i)) {
        first = first < 0 ? i : first;
        end = next;
        semicolonAfter = false;
      }
      i = next;
    }
  }

  /**
   * Returns the statement without the {@code ;} at its end, of which there may be several.
   *
   * @throws SQLException with SQLState 25006 if it writes, 42000 if there is none
   */
  static String query(String sql) throws SQLException {
    if (sql == null) {
      throw new SQLSyntaxErrorException("The statement is null", "42000");
    }
    SqlText text = new SqlText(sql);
    if (text.first < 0) {
      throw new SQLSyntaxErrorException("The statement is empty", "42000");
    }
    String verb = text.verb();
    if (WRITES.contains(verb)) {
      throw new SQLException(verb + " is not possible: Bedrock SQL is read-only", READ_ONLY);
    }
    // Blanks in front stay, so that errors name the place in the text as the user sees it.
    return text.semicolonAfter ? sql.substring(0, text.end) : sql;
  }

  /** Returns why a statement can't be run as an update: it writes, or it doesn't. */
  static SQLException noUpdate(String sql) {
    try {
      query(sql);
    } catch (SQLException e) {
      return e;
    }
    return new SQLSyntaxErrorException(
        "The statement returns rows: run it with executeQuery or execute, not as an update",
        "42000");
  }

  private String verb() {
    int i = first;
    while (i < sql.length() && Character.isLetter(sql.charAt(i))) {
      i++;
    }
    return sql.substring(first, i).toUpperCase(Locale.ROOT);
  }

  private boolean isBlank(int start) {
    return Character.isWhitespace(sql.charAt(start))
        || isLineComment(start)
        || sql.startsWith("/*", start);
  }

  /** Calcite takes {@code //} for a comment as it does {@code --}. */
  private boolean isLineComment(int start) {
    return sql.startsWith("--", start) || sql.startsWith("//", start);
  }

  /** The index after the comment, quoted text or single character that starts here. */
  private int tokenEnd(int start) {
    if (isLineComment(start)) {
      return Math.min(indexAfter("\n", start), indexAfter("\r", start));
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
