package io.github.bedrocksql.adapter.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that a misspelt one was meant to be. */
public final class NearestName {
  /** A part of a name that is shorter could be a part of any. */
  private static final int SHORTEST_PART = 3;

  /** No name is as long; the table of steps of a text without end would need memory without end. */
  private static final int LONGEST = 256;

  private NearestName() {}

  /**
   * Returns the name that is nearest to {@code wanted}, in any case: a letter in three may differ,
   * or it has {@code wanted} as a part. Empty if none is near.
   */
  public static Optional<String> of(String wanted, Collection<String> names) {
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    int most = Math.max(1, lower.length() / 3);
    Optional<String> near =
        names.stream()
            .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= most)
            .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
    return near.isPresent() || lower.length() < SHORTEST_PART
        ? near
        : names.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(lower))
            .min(Comparator.comparingInt(String::length));
  }

  /**
   * Letters to change, add, drop or exchange with the next. Names are short, so the plain table
   * will do.
   */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int change = steps[i - 1][j - 1] + (same ? 0 : 1);
        steps[i][j] = Math.min(change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }
}
