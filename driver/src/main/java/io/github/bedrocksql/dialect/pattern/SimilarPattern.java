package io.github.bedrocksql.dialect.pattern;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern of SIMILAR TO, made a regular expression of Java's as PostgreSQL makes it its own. */
public final class SimilarPattern {
  private static final Pattern REPETITION =
      Pattern.compile("\\{([0-9]{1,3})(?:,([0-9]{1,3})?)?\\}");

  /** A class of characters within a bracket. */
  static final Pattern CLASS = Pattern.compile("\\[:([A-Za-z]+):\\]");

  private static final int MOST_REPETITIONS = 255;

  private static final ImmutableMap<String, String> CLASSES =
      ImmutableMap.<String, String>builder()
          .put("alpha", "\\p{IsAlphabetic}")
          .put("digit", "0-9")
          .put("alnum", "\\p{IsAlphabetic}0-9")
          .put("upper", "\\p{IsUppercase}")
          .put("lower", "\\p{IsLowercase}")
          .put("space", "\\s\\x0B")
          .put("whitespace", "\\s\\x0B")
          .put("blank", " \\t")
          .put("punct", "\\p{Punct}")
          .put("cntrl", "\\p{Cntrl}")
          .put("graph", "\\p{Graph}")
          .put("print", "\\p{Print}")
          .put("xdigit", "0-9A-Fa-f")
          .buildOrThrow();

  /** Letters that mean more when escaped; PostgreSQL has others, too. */
  private static final String ESCAPES = "dDwWsSntrf";

  private final String pattern;
  private final int escape;
  private final StringBuilder regex = new StringBuilder();
  private int at;

  /** Whether there is something that a quantifier can be of, and it has none yet. */
  private boolean repeatable;

  private SimilarPattern(String pattern, int escape) {
    this.pattern = pattern;
    this.escape = escape;
  }

  /**
   * Returns what to match the whole of a text with.
   *
   * @param escape the character that makes the next one plain; -1 for none
   * @throws Refusal with SQLState 2201B if it is not a pattern, 22025 if it ends in its escape
   */
  public static Pattern compiled(String pattern, int escape) {
    LikePattern.check(pattern, escape);
    SimilarPattern translated = new SimilarPattern(pattern, escape);
    translated.translate();
    try {
      return Pattern.compile(translated.regex.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw translated.invalid(e.getDescription());
    }
  }

  private Refusal invalid(String why) {
    return PatternFunctions.refusal(
        SqlState.INVALID_REGULAR_EXPRESSION,
        "'%s' is not a valid SIMILAR TO pattern: " + why.replace("%", "%%"),
        pattern);
  }

  private void translate() {
    while (at < pattern.length()) {
      int c = next();
      if (c == escape) {
        escaped();
        repeatable = true;
      } else {
        switch (c) {
          case '%' -> atom(".*");
          case '_' -> atom(".");
          case '(' -> notRepeatable("(?:");
          case '|' -> notRepeatable("|");
          case ')' -> atom(")");
          case '[' -> bracket();
          case '*', '+', '?' -> quantifier(String.valueOf((char) c));
          case '{' -> brace();
          default -> literal(c);
        }
      }
    }
  }

  private int next() {
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private void atom(String translated) {
    regex.append(translated);
    repeatable = true;
  }

  private void notRepeatable(String translated) {
    regex.append(translated);
    repeatable = false;
  }

  private void literal(int c) {
    quote(c);
    repeatable = true;
  }

  private void quote(int c) {
    if (c < 128 && !Character.isLetterOrDigit(c)) {
      regex.append('\\');
    }
    regex.appendCodePoint(c);
  }

  /** What stands after an escape is itself, but for letters and digits. */
  private void escaped() {
    int c = next();
    if (c < 128 && Character.isLetterOrDigit(c)) {
      if (ESCAPES.indexOf(c) < 0) {
        throw invalid("\\" + Character.toString(c) + " is not an escape");
      }
      regex.append('\\').appendCodePoint(c);
    } else {
      quote(c);
    }
  }

  private void quantifier(String translated) {
    if (!repeatable) {
      throw invalid("there is nothing before " + translated + " to repeat");
    }
    notRepeatable(translated);
    if (at < pattern.length() && pattern.charAt(at) == '?' && escape != '?') {
      at++; // The shortest match: of a whole text it is the same.
    }
  }

  private void brace() {
    Matcher repetition = REPETITION.matcher(pattern).region(at - 1, pattern.length());
    if (repetition.lookingAt()) {
      checkCount(repetition.group(1));
      checkCount(repetition.group(2));
      at = repetition.end();
      quantifier(repetition.group());
    } else if (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
      throw invalid("repetitions are written {2}, {2,} or {2,5}");
    } else {
      literal('{');
    }
  }

  private void checkCount(String count) {
    if (count != null && Integer.parseInt(count) > MOST_REPETITIONS) {
      throw invalid("at most " + MOST_REPETITIONS + " repetitions are allowed");
    }
  }

  private void bracket() {
    regex.append('[');
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      regex.append('^');
      at++;
    }
    boolean first = true;
    while (at >= pattern.length() || pattern.charAt(at) != ']' || first) {
      if (at >= pattern.length()) {
        throw invalid("a bracket is not closed");
      }
      member(first);
      first = false;
    }
    at++;
    atom("]");
  }

  /** Returns the members of a class, as they stand in a bracket of Java's; null for none. */
  static String members(Matcher named) {
    return CLASSES.get(named.group(1).toLowerCase(Locale.ROOT));
  }

  private void member(boolean first) {
    Matcher named = CLASS.matcher(pattern).region(at, pattern.length());
    if (named.lookingAt()) {
      String members = members(named);
      if (members == null) {
        throw invalid(named.group() + " is not a character class");
      }
      regex.append(members);
      at = named.end();
      return;
    }
    int c = next();
    if (c == escape) {
      escaped();
    } else if (c == '-' && !first && at < pattern.length() && pattern.charAt(at) != ']') {
      regex.append('-');
    } else {
      quote(c);
    }
  }
}
