package io.github.bedrocksql.adapter.client;

import com.google.common.collect.ImmutableSet;

/**
 * The fields of an operation's answer that are times, by the API's names.
 *
 * @param paths their paths, with dots between the names; a list adds nothing to its elements'
 * @param names the last names of the paths: one that is not here need not be looked at further
 */
public record AnswerTimes(ImmutableSet<String> paths, ImmutableSet<String> names) {
  /** None is known. */
  static final AnswerTimes NONE = of(ImmutableSet.of());

  /** Returns the times at these paths. */
  public static AnswerTimes of(ImmutableSet<String> paths) {
    return new AnswerTimes(
        paths,
        paths.stream()
            .map(path -> path.substring(path.lastIndexOf('.') + 1))
            .collect(ImmutableSet.toImmutableSet()));
  }
}
