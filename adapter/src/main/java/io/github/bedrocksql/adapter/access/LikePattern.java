package io.github.bedrocksql.adapter.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A LIKE pattern, as far as {@code nameContains} can say it.
 *
 * @param exact the only text that matches, if the pattern has no wildcard
 * @param runs the literal texts between wildcards, in order
 */
public record LikePattern(Optional<String> exact, List<String> runs) {
  private static final int MAX_LENGTH = 63;
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /**
   * Reads a pattern.
   *
   * @param escape the character that makes the next one literal; null for none
   * @return empty if the pattern ends in its escape: LIKE itself then decides about the rows
   */
  public static Optional<LikePattern> of(String pattern, Character escape) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean wild = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (escape != null && c == escape) {
        i++;
        if (i == pattern.length()) {
          return Optional.empty();
        }
        run.append(pattern.charAt(i));
      } else if (c == '%' || c == '_') {
        wild = true;
        runs.add(run.toString());
        run.setLength(0);
      } else {
        run.append(c);
      }
    }
    runs.add(run.toString());
    return Optional.of(
        new LikePattern(wild ? Optional.empty() : Optional.of(run.toString()), List.copyOf(runs)));
  }

  /** Returns whether a text may match; wildcards are taken for any text. */
  boolean mayMatch(String text, boolean ignoreCase) {
    if (exact.isPresent()) {
      return ignoreCase ? exact.get().equalsIgnoreCase(text) : exact.get().equals(text);
    }
    Pattern wide =
        Pattern.compile(
            runs.stream().map(Pattern::quote).collect(Collectors.joining(".*")),
            Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
    return wide.matcher(text).matches();
  }

  /**
   * Returns the longest text to send as nameContains; empty if none can be sent.
   *
   * @param containable what nameContains accepts, found in longer text
   * @param ignoreCase whether only caseless text can be sent
   */
  public Optional<String> sendable(Pattern containable, boolean ignoreCase) {
    return longest(
        runs.stream().flatMap(run -> sendable(run, containable, ignoreCase).stream()).toList());
  }

  /** Returns the longest part of a literal text that nameContains accepts. */
  public static Optional<String> sendable(String text, Pattern containable, boolean ignoreCase) {
    List<String> pieces = ignoreCase ? LETTER.splitAsStream(text).toList() : List.of(text);
    return longest(
        pieces.stream()
            .flatMap(piece -> containable.matcher(piece).results())
            .map(MatchResult::group)
            .map(part -> part.substring(0, Math.min(MAX_LENGTH, part.length())))
            .toList());
  }

  private static Optional<String> longest(List<String> parts) {
    // The first of several: two executions of one query should ask the same.
    return parts.stream().sorted(Comparator.comparingInt(String::length).reversed()).findFirst();
  }
}
