package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableMap;
import java.util.OptionalLong;

/** How many rows a table is known to have: from lists that were read to their end. */
@FunctionalInterface
public interface KnownRows {
  /** The rows that a table is taken to have when nothing is known of it. */
  long GUESS = 5_000;

  /** Nothing is known. */
  KnownRows NOTHING = equal -> OptionalLong.empty();

  /** Returns how many rows there are in all. */
  default OptionalLong rows() {
    return rows(ImmutableMap.of());
  }

  /**
   * Returns the rows that a list gave.
   *
   * @param equal the values that it was narrowed by, as {@link ListFilter#equal}; empty for all
   */
  OptionalLong rows(ImmutableMap<String, String> equal);
}
