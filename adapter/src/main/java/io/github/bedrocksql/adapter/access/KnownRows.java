package io.github.bedrocksql.adapter.access;

import java.util.Optional;
import java.util.OptionalLong;

/** How many rows a table is known to have: from lists that were read to their end. */
@FunctionalInterface
public interface KnownRows {
  /** Nothing is known. */
  KnownRows NOTHING = status -> OptionalLong.empty();

  /**
   * Returns the rows that a list gave.
   *
   * @param status the status it was narrowed by; empty for all
   */
  OptionalLong rows(Optional<String> status);
}
