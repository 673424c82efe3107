package io.github.bedrocksql.dialect.text;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a statement before it is parsed: Calcite's parser accepts neither a {@code ;} at its
 * end nor DDL, and tools send both.
 */
public final class SqlText {
  private static final ImmutableSet<String> WRITES =
      ImmutableSet.of(
          "ALTER",
          "COMMENT",
          "CREATE",
          "DELETE",
          "DROP",
          "GRANT",
          "INSERT",
          "MERGE",
          "RENAME",
          "REPLACE",
          "REVOKE",
          "TRUNCATE",
          "UPDATE",
          "UPSERT");

  private static final String TRANSACTION =
      "there are no transactions; Connection.commit and rollback are accepted and do nothing";

  private static final String LISTING =
      "tables and columns are in the connection's DatabaseMetaData; in the console: !tables and"
          + " !columns <table>";

  private static final String PROCEDURE = "there are no procedures";

  /** Statements of other databases, and what to do instead. */
  private static final ImmutableMap<String, String> FOREIGN =
      ImmutableMap.<String, String>builder()
          .put("BEGIN", TRANSACTION)
          .put("START", TRANSACTION)
          .put("COMMIT", TRANSACTION)
          .put("ROLLBACK", TRANSACTION)
          .put("SAVEPOINT", TRANSACTION)
          .put("SHOW", LISTING)
          .put("DESCRIBE", LISTING)
          .put("DESC", LISTING)
          .put("CALL", PROCEDURE)
          .put("EXEC", PROCEDURE)
          .put("EXECUTE", PROCEDURE)
          .put("SET", "settings are connection properties, given in the URL")
          .put("RESET", "settings are connection properties, given in the URL")
          .put("USE", "bedrock is the only schema; Connection.setSchema is accepted")
          .buildOrThrow();

  /** So many words may stand before the one that says what is done: EXPLAIN PLAN … FOR. */
  private static final int LEADING_WORDS = 8;

  /** One row, in a way that Calcite wants a number in. */
  private static final Pattern FETCH_ROW =
      Pattern.compile("FETCH\\s+(FIRST|NEXT)\\s+ROWS?\\s+ONLY\\b", Pattern.CASE_INSENSITIVE);

  /** A time whose zone its text tells, if any: a TIMESTAMP takes that, too. */
  private static final Pattern ZONED_LITERAL =
      Pattern.compile(
          "(TIMESTAMP(?=TZ|\\s+WITH)|TIME(?=\\s+WITHOUT))"
              + "(TZ|\\s+WITH(OUT|\\s+LOCAL)?\\s+TIME\\s+ZONE)(?=\\s*')",
          Pattern.CASE_INSENSITIVE);

  private final String sql;
  private final StringBuilder written;
  private final List<String> leading = new ArrayList<>();
  private String afterWith = "";
  private int first = -1;
  private int end;
  private boolean semicolonAfter;

  private SqlText(String sql) {
    this.sql = sql;
    this.written = new StringBuilder(sql);
    int depth = 0;
    boolean closed = false;
    int i = 0;
    while (i < sql.length()) {
      int next = Character.isLetter(sql.charAt(i)) ? wordEnd(i) : tokenEnd(sql, i);
      char c = sql.charAt(i);
      if (c == ';') {
        semicolonAfter = first >= 0;
      } else if (!isBlank(sql, i)) {
        first = first < 0 ? i : first;
        end = next;
        semicolonAfter = false;
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (Character.isLetter(c)) {
          String word = sql.substring(i, next).toUpperCase(Locale.ROOT);
          rewrite(word, i);
          word(word, closed && depth == 0);
        }
        closed = c == ')';
      }
      i = next;
    }
  }

  /** Writes what Calcite takes in the place of what it does not. */
  private void rewrite(String word, int start) {
    switch (word) {
      case "FETCH" -> fetch(start);
      case "TIME", "TIMESTAMP", "TIMESTAMPTZ" -> literal(start);
      default -> {}
    }
  }

  private void literal(int start) {
    Matcher zoned = ZONED_LITERAL.matcher(sql).region(start, sql.length());
    if (zoned.lookingAt()) {
      blank(written, zoned.end(1), zoned.end());
    }
  }

  private void fetch(int start) {
    Matcher fetch = FETCH_ROW.matcher(sql).region(start, sql.length());
    if (fetch.lookingAt()) {
      written.replace(start, start + "FETCH".length(), "LIMIT");
      written.setCharAt(fetch.start(1), '1');
      blank(written, fetch.start(1) + 1, fetch.end());
    }
  }

  /** Takes text out, and leaves line breaks, so that what follows stands where it stood. */
  static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
  }

  private void word(String word, boolean afterParenthesis) {
    if (leading.size() < LEADING_WORDS) {
      leading.add(word);
    }
    if (afterParenthesis && afterWith.isEmpty() && !word.equals("AS")) {
      afterWith = word;
    }
  }

  /**
   * Returns the statement without the {@code ;} at its end, of which there may be several, and
   * without JDBC's escapes. What is left stands where it stood.
   *
   * @throws SQLException with SQLState 25006 if it writes, 42000 if it is empty, 0A000 if such
   *     statements are not supported
   */
  public static String query(String sql) throws SQLException {
    if (sql == null) {
      throw SqlState.SYNTAX_ERROR.exception("The statement is null");
    }
    SqlText text = new SqlText(sql);
    if (text.first < 0) {
      throw SqlState.SYNTAX_ERROR.exception("The statement is empty");
    }
    text.check();
    // Blanks in front stay, so that errors name the place in the text as the user sees it.
    return JdbcEscapes.written(
        text.written.substring(0, text.semicolonAfter ? text.end : sql.length()));
  }

  private void check() throws SQLException {
    String verb = leading.isEmpty() ? "" : leading.get(0);
    String done =
        switch (verb) {
          case "WITH" -> afterWith;
          case "EXPLAIN" -> explained();
          default -> verb;
        };
    if (WRITES.contains(done)) {
      throw SqlState.READ_ONLY.exception(done + " is not possible: Bedrock SQL is read-only");
    }
    if (FOREIGN.containsKey(verb)) {
      throw SqlState.NOT_SUPPORTED.exception(verb + " is not supported: " + FOREIGN.get(verb));
    }
    if (verb.equals("EXPLAIN") && leading.size() > 1 && leading.get(1).equals("ANALYZE")) {
      throw SqlState.NOT_SUPPORTED.exception(
          "EXPLAIN ANALYZE is not supported: EXPLAIN shows the calls that a query would make, and"
              + " the table api_calls those that were made");
    }
  }

  private String explained() {
    int query = leading.indexOf("PLAN") == 1 ? leading.indexOf("FOR") + 1 : 1;
    return leading.get(Math.min(Math.max(query, 1), leading.size() - 1));
  }

  /** Returns why a statement can't be run as an update: it writes, or it doesn't. */
  public static SQLException noUpdate(String sql) {
    try {
      query(sql);
    } catch (SQLException e) {
      return e;
    }
    return SqlState.SYNTAX_ERROR.exception(
        "The statement returns rows: run it with executeQuery or execute, not as an update");
  }

  private int wordEnd(int start) {
    int i = start;
    while (i < sql.length() && Character.isJavaIdentifierPart(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a blank or a comment starts here. */
  public static boolean isBlank(String sql, int start) {
    return Character.isWhitespace(sql.charAt(start))
        || isLineComment(sql, start)
        || sql.startsWith("/*", start);
  }

  /** Calcite takes {@code //} for a comment as it does {@code --}. */
  private static boolean isLineComment(String sql, int start) {
    return sql.startsWith("--", start) || sql.startsWith("//", start);
  }

  /** Returns the index after the comment, quoted text or single character that starts here. */
  public static int tokenEnd(String sql, int start) {
    if (isLineComment(sql, start)) {
      return lineEnd(sql, start);
    }
    if (sql.startsWith("/*", start)) {
      return indexAfter(sql, "*/", start + 2);
    }
    char c = sql.charAt(start);
    return c == '\'' || c == '"' ? indexAfter(sql, String.valueOf(c), start + 1) : start + 1;
  }

  /** In one pass: looking for each kind of end would read all that follows, in every line. */
  private static int lineEnd(String sql, int start) {
    int i = start;
    while (i < sql.length() && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    return Math.min(i + 1, sql.length());
  }

  private static int indexAfter(String sql, String what, int from) {
    int found = sql.indexOf(what, from);
    return found < 0 ? sql.length() : found + what.length();
  }
}
