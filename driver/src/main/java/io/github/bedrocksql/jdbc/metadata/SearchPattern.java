package io.github.bedrocksql.jdbc.metadata;

import com.google.common.base.Ascii;

/**
 * A pattern of a name: {@code %} stands for any characters, {@code _} for one, and after {@code \}
 * a character stands for itself. In any case, as unquoted and quoted identifiers match. A name that
 * ends in a single {@code \} is taken to mean it.
 */
record SearchPattern(String pattern) {
  /** What {@code getSearchStringEscape} says. */
  private static final char ESCAPE = '\\';

  private static final char ANY = '%';
  private static final char ONE = '_';

  /** Returns whether the name matches; the pattern null matches every name. */
  boolean matches(String name) {
    return pattern == null || like(name);
  }

  /**
   * As a wildcard is met, the shortest run is tried first, and only the last wildcard is ever
   * stretched: so a pattern of many wildcards costs no more than pattern times name.
   */
  private boolean like(String name) {
    int n = 0;
    int p = 0;
    int wildcard = -1;
    int stretched = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == ANY) {
        wildcard = p++;
        stretched = n;
      } else if (p < pattern.length() && matchesOne(name.charAt(n), p)) {
        p += width(p);
        n++;
      } else if (wildcard >= 0) {
        p = wildcard + 1;
        n = ++stretched;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == ANY) {
      p++;
    }
    return p == pattern.length();
  }

  private int width(int at) {
    return isEscape(at) ? 2 : 1;
  }

  private boolean isEscape(int at) {
    return pattern.charAt(at) == ESCAPE && at + 1 < pattern.length();
  }

  private boolean matchesOne(char c, int at) {
    if (isEscape(at)) {
      return same(c, pattern.charAt(at + 1));
    }
    return pattern.charAt(at) == ONE || same(c, pattern.charAt(at));
  }

  private static boolean same(char a, char b) {
    return Ascii.toLowerCase(a) == Ascii.toLowerCase(b);
  }
}
