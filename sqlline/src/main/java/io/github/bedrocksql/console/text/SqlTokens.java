package io.github.bedrocksql.console.text;

import java.util.ArrayList;
import java.util.List;

/** The tokens of SQL that need not be complete, or right. */
public final class SqlTokens {
  /** What a token is. */
  public enum Kind {
    /** A keyword, a name without quotes or a number. */
    WORD,
    /** {@code 'text'}. */
    TEXT,
    /** {@code "name"}. */
    NAME,
    /** Of any of the three kinds. */
    COMMENT,
    /** One other character. */
    SYMBOL
  }

  /**
   * A token.
   *
   * @param text as it stands there, quotes included
   * @param start where it starts, from 0
   * @param closed false if the text ends in it, where a quote or a comment is still open
   */
  public record Token(Kind kind, String text, int start, boolean closed) {
    /** Returns where the token ends, exclusively. */
    public int end() {
      return start + text.length();
    }

    /** Returns whether it is a word or symbol, whatever its case. */
    public boolean is(String word) {
      return text.equalsIgnoreCase(word);
    }
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /** Returns the tokens in their order; blanks are between them, and a command's file before. */
  public static List<Token> of(String sql) {
    SqlTokens lexer = new SqlTokens(sql);
    lexer.at = CommandText.sqlStart(sql);
    while (lexer.at < sql.length()) {
      lexer.take();
    }
    return List.copyOf(lexer.tokens);
  }

  private void take() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '\'') {
      takeUntil(Kind.TEXT, "'", 1);
    } else if (c == '"') {
      takeUntil(Kind.NAME, "\"", 1);
    } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
      int end = sql.indexOf('\n', at);
      add(Kind.COMMENT, end < 0 ? sql.length() : end, true);
    } else if (sql.startsWith("/*", at)) {
      takeUntil(Kind.COMMENT, "*/", 2);
    } else if (isOfWord(c)) {
      int end = at;
      while (end < sql.length() && isOfWord(sql.charAt(end))) {
        end++;
      }
      add(Kind.WORD, end, true);
    } else {
      add(Kind.SYMBOL, at + 1, true);
    }
  }

  /** A doubled quote ends one token and starts the next, which comes to the same. */
  private void takeUntil(Kind kind, String closing, int opening) {
    int end = sql.indexOf(closing, at + opening);
    add(kind, end < 0 ? sql.length() : end + closing.length(), end >= 0);
  }

  private void add(Kind kind, int end, boolean closed) {
    tokens.add(new Token(kind, sql.substring(at, end), at, closed));
    at = end;
  }

  /** Returns whether a character can be in a word. */
  public static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
