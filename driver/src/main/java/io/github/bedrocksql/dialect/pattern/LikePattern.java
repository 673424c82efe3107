package io.github.bedrocksql.dialect.pattern;

import io.github.bedrocksql.adapter.error.SqlState;

/** LIKE and ILIKE, in time that grows with the lengths of text and pattern only. */
public final class LikePattern {
  private final String text;
  private final String pattern;
  private final int escape;
  private final boolean ignoreCase;

  private LikePattern(String text, String pattern, int escape, boolean ignoreCase) {
    this.text = text;
    this.pattern = pattern;
    this.escape = escape;
    this.ignoreCase = ignoreCase;
  }

  /**
   * Returns whether the whole of a text matches; {@code _} is one character of any kind.
   *
   * @param escape the character that makes the next one plain, whatever it is; -1 for none
   * @throws Refusal with SQLState 22025 if the pattern ends in its escape
   */
  public static boolean matches(String text, String pattern, int escape, boolean ignoreCase) {
    check(pattern, escape);
    return new LikePattern(text, pattern, escape, ignoreCase).matches();
  }

  /** Throws if a pattern ends in its escape, which then escapes nothing. */
  public static void check(String pattern, int escape) {
    for (int at = pattern.indexOf(escape); at >= 0; ) {
      int escaped = at + Character.charCount(escape);
      if (escaped == pattern.length()) {
        throw PatternFunctions.refusal(
            SqlState.INVALID_ESCAPE,
            "The pattern '%s' ends in its escape character, which must come before another",
            pattern);
      }
      at = pattern.indexOf(escape, pattern.offsetByCodePoints(escaped, 1));
    }
  }

  /** When what follows the last % does not match, that % takes one character more. */
  private boolean matches() {
    int t = 0;
    int p = 0;
    int afterPercent = -1;
    int retry = 0;
    while (t < text.length()) {
      int next = p < pattern.length() ? step(p, t) : -1;
      if (next >= 0) {
        t += Character.charCount(text.codePointAt(t));
        p = next;
      } else if (isPercent(p)) {
        p++;
        afterPercent = p;
        retry = t;
      } else if (afterPercent >= 0) {
        retry += Character.charCount(text.codePointAt(retry));
        t = retry;
        p = afterPercent;
      } else {
        return false;
      }
    }
    while (isPercent(p)) {
      p++;
    }
    return p == pattern.length();
  }

  private boolean isPercent(int p) {
    return p < pattern.length() && pattern.charAt(p) == '%' && escape != '%';
  }

  /** Returns the place in the pattern after what stands for this character, -1 if it doesn't. */
  private int step(int p, int t) {
    int wanted = pattern.codePointAt(p);
    int at = p;
    if (wanted == escape) {
      at += Character.charCount(wanted);
      wanted = pattern.codePointAt(at);
    } else if (wanted == '%') {
      return -1;
    } else if (wanted == '_') {
      return p + 1;
    }
    int found = text.codePointAt(t);
    boolean same = wanted == found || (ignoreCase && folded(wanted) == folded(found));
    return same ? at + Character.charCount(wanted) : -1;
  }

  private static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }
}
