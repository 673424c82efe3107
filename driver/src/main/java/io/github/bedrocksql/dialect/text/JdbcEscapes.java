package io.github.bedrocksql.dialect.text;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlJdbcFunctionCall;

/**
 * JDBC's escapes, such as <code>{fn now()}</code>, as far as Calcite's parser does not read them
 * itself. What they stand for is written in their own place with blanks around it, so that errors
 * name the place in the text as the user wrote it.
 */
final class JdbcEscapes {
  private static final Pattern OPENING = Pattern.compile("\\{\\s*(\\?|[A-Za-z]+)");
  private static final Pattern FUNCTION = Pattern.compile("\\s*([A-Za-z_0-9]+)(\\s*\\(\\s*\\))?");

  /** Those that Calcite knows under the name that JDBC gives them, less those that are ours. */
  private static final ImmutableSet<String> OF_CALCITE =
      Stream.of(
              SqlJdbcFunctionCall.getNumericFunctions(),
              SqlJdbcFunctionCall.getStringFunctions(),
              SqlJdbcFunctionCall.getTimeDateFunctions(),
              SqlJdbcFunctionCall.getSystemFunctions())
          .flatMap(names -> Arrays.stream(names.split(",")))
          .filter(name -> !name.equals("NOW") && !name.startsWith("TO_"))
          .collect(ImmutableSet.toImmutableSet());

  /** Written with parentheses in JDBC and without them in SQL. */
  private static final ImmutableSet<String> BARE =
      ImmutableSet.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private final String sql;
  private final StringBuilder written;

  /** For each brace that is open, whether it is blank now. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  private JdbcEscapes(String sql) {
    this.sql = sql;
    this.written = new StringBuilder(sql);
  }

  /**
   * Returns the text, of the same length, without escapes that the parser can't read.
   *
   * @throws SQLException with SQLState 0A000 if it calls a procedure
   */
  static String written(String sql) throws SQLException {
    return sql.indexOf('{') < 0 ? sql : new JdbcEscapes(sql).write();
  }

  private String write() throws SQLException {
    int i = 0;
    while (i < sql.length()) {
      if (sql.charAt(i) == '{') {
        opened(i);
      } else if (sql.charAt(i) == '}' && !open.isEmpty() && open.pop()) {
        SqlText.blank(written, i, i + 1);
      }
      i = SqlText.tokenEnd(sql, i);
    }
    return written.toString();
  }

  private void opened(int brace) throws SQLException {
    Matcher opening = OPENING.matcher(sql).region(brace, sql.length());
    String word = opening.lookingAt() ? opening.group(1).toLowerCase(Locale.ROOT) : "";
    boolean blanked =
        switch (word) {
          case "fn" -> function(brace, opening.end());
          case "oj" -> {
            SqlText.blank(written, brace, opening.end());
            yield true;
          }
          case "escape", "limit" -> {
            SqlText.blank(written, brace, brace + 1);
            yield true;
          }
          case "?", "call" ->
              throw SqlState.NOT_SUPPORTED.exception("Stored procedures are not supported");
          default -> false;
        };
    open.push(blanked);
  }

  /** Returns whether the call stands for itself, without the braces. */
  private boolean function(int brace, int afterWord) {
    Matcher call = FUNCTION.matcher(sql).region(afterWord, sql.length());
    if (!call.lookingAt()) {
      return false;
    }
    String name = call.group(1).toUpperCase(Locale.ROOT);
    if (OF_CALCITE.contains(name)) {
      written.replace(call.start(1), call.end(1), name);
      return false;
    }
    SqlText.blank(written, brace, afterWord);
    if (BARE.contains(name) && call.group(2) != null) {
      SqlText.blank(written, call.start(2), call.end(2));
    }
    return true;
  }
}
