package io.github.bedrocksql.dialect.plan;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * A word, number, quoted text or sign of a statement, with its place.
 *
 * @param text words in capitals, a string as {@code '}, a quoted name as {@code "}
 */
record Token(String text, String written, int start, int end) {
  /** Returns the tokens of a statement, without blanks and comments. */
  static ImmutableList<Token> of(String sql) {
    ImmutableList.Builder<Token> tokens = ImmutableList.builder();
    int i = 0;
    while (i < sql.length()) {
      int end = end(sql, i);
      if (!Character.isWhitespace(sql.charAt(i)) && !isComment(sql, i)) {
        String written = sql.substring(i, end);
        tokens.add(new Token(text(written), written, i, end));
      }
      i = end;
    }
    return tokens.build();
  }

  private static String text(String written) {
    char first = written.charAt(0);
    return first == '\'' || first == '"' ? String.valueOf(first) : written.toUpperCase(Locale.ROOT);
  }

  private static boolean isComment(String sql, int i) {
    return sql.startsWith("--", i) || sql.startsWith("//", i) || sql.startsWith("/*", i);
  }

  private static int end(String sql, int start) {
    char c = sql.charAt(start);
    if (isComment(sql, start)) {
      return sql.startsWith("/*", start) ? after(sql, "*/", start + 2) : lineEnd(sql, start);
    }
    if (c == '\'' || c == '"') {
      return quoteEnd(sql, start);
    }
    if (Character.isJavaIdentifierStart(c) || Character.isDigit(c)) {
      return wordEnd(sql, start, Character.isDigit(c));
    }
    boolean pair =
        sql.startsWith("<=", start)
            || sql.startsWith(">=", start)
            || sql.startsWith("<>", start)
            || sql.startsWith("!=", start);
    return start + (pair ? 2 : 1);
  }

  /** A quote in quotes is written twice. */
  private static int quoteEnd(String sql, int start) {
    char quote = sql.charAt(start);
    int end = after(sql, String.valueOf(quote), start + 1);
    while (end < sql.length() && sql.charAt(end) == quote) {
      end = after(sql, String.valueOf(quote), end + 1);
    }
    return end;
  }

  /** A number is read to its end, fraction and exponent included. */
  private static int wordEnd(String sql, int start, boolean number) {
    int i = start;
    while (i < sql.length()
        && (Character.isJavaIdentifierPart(sql.charAt(i)) || (number && sql.charAt(i) == '.'))) {
      i++;
    }
    return i;
  }

  private static int lineEnd(String sql, int start) {
    int i = start;
    while (i < sql.length() && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static int after(String sql, String what, int from) {
    int found = sql.indexOf(what, from);
    return found < 0 ? sql.length() : found + what.length();
  }
}
