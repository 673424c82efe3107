package io.github.bedrocksql.dialect.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.dialect.text.SqlText;
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
      if (!SqlText.isBlank(sql, i)) {
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

  private static int end(String sql, int start) {
    char c = sql.charAt(start);
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
    return pair ? start + 2 : SqlText.tokenEnd(sql, start);
  }

  /** A quote in quotes is written twice. */
  private static int quoteEnd(String sql, int start) {
    int end = SqlText.tokenEnd(sql, start);
    while (end < sql.length() && sql.charAt(end) == sql.charAt(start)) {
      end = SqlText.tokenEnd(sql, end);
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
}
