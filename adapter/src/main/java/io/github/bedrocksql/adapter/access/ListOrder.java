package io.github.bedrocksql.adapter.access;

/** The order that List is asked for. */
public enum ListOrder {
  /** Any. */
  NONE,
  /** The oldest first. */
  ASCENDING,
  /** The newest first. */
  DESCENDING
}
