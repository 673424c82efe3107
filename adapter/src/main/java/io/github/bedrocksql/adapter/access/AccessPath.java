package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Which API calls a scan makes to find its rows. */
public sealed interface AccessPath {
  /** None: no row can match. */
  record None() implements AccessPath {}

  /** Get for each key. */
  record Get(ImmutableSet<Key> keys) implements AccessPath {}

  /**
   * List, all pages of each, in this order: their rows together are the rows.
   *
   * @param widened whether a status is looked for that the API is not known to take, among all rows
   */
  record Listing(ImmutableList<ListFilter> lists, boolean widened) implements AccessPath {}
}
