package io.github.bedrocksql.dialect.pattern;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of PostgreSQL's, made one of Java's: {@code [[:digit:]]} is a class of
 * characters, {@code [[&&]} two characters, and {@code .} a line break, too.
 *
 * @param flags PostgreSQL's letters; of those that exclude each other the last counts
 */
record RegexPattern(String regex, String flags) {
  private static final int LINES = Pattern.DOTALL | Pattern.MULTILINE;

  /**
   * Returns what to search a text with.
   *
   * @throws Refusal with SQLState 22023 if there is no such flag
   */
  Pattern compiled() {
    int options = Pattern.DOTALL;
    for (int i = 0; i < flags.length(); i++) {
      options = with(options, flags.charAt(i));
    }
    boolean literal = (options & Pattern.LITERAL) != 0;
    return Pattern.compile(literal ? regex : translated(), options);
  }

  private static int with(int options, char flag) {
    int others = options & ~LINES;
    return switch (flag) {
      case 'i' -> options | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      case 'c' -> options & ~Pattern.CASE_INSENSITIVE;
      case 'n', 'm' -> others | Pattern.MULTILINE;
      case 'p' -> others;
      case 's' -> others | Pattern.DOTALL;
      case 'w' -> options | LINES;
      case 'x' -> options | Pattern.COMMENTS;
      case 'q' -> options | Pattern.LITERAL;
      case 'g', 't' -> options;
      default ->
          throw new Refusal(
              SqlState.INVALID_PARAMETER.exception(
                  "'" + flag + "' is not a regular expression option; use i, c, g, n or s"));
    };
  }

  private String translated() {
    StringBuilder java = new StringBuilder();
    Matcher named = SimilarPattern.CLASS.matcher(regex);
    boolean inBracket = false;
    int first = -1; // Where a ] is a member of a bracket.
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        java.append(c).append(regex.charAt(++i));
      } else if (!inBracket) {
        inBracket = c == '[';
        first = i + (regex.startsWith("^", i + 1) ? 2 : 1);
        java.append(c);
      } else if (named.region(i, regex.length()).lookingAt()
          && SimilarPattern.members(named) != null) {
        java.append(SimilarPattern.members(named));
        i = named.end() - 1;
      } else {
        inBracket = c != ']' || i == first;
        boolean plain = c == '[' || c == '&' || (c == ']' && i == first);
        java.append(plain ? "\\" : "").append(c);
      }
    }
    return java.toString();
  }
}
