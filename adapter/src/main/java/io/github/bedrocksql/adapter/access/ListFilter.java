package io.github.bedrocksql.adapter.access;

import java.util.Optional;

/**
 * What one List is asked to narrow by. A server may heed it or not.
 *
 * @param status the only status wanted
 * @param nameContains text that every name has
 * @param createdAfter milliseconds since the epoch, a bound outside the wanted ones
 * @param createdBefore likewise
 */
public record ListFilter(
    Optional<String> status,
    Optional<String> nameContains,
    Optional<Long> createdAfter,
    Optional<Long> createdBefore) {

  /** No narrowing. */
  public static final ListFilter ALL =
      new ListFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns whether only the status narrows, if anything does. */
  public boolean onlyStatus() {
    return nameContains.isEmpty() && createdAfter.isEmpty() && createdBefore.isEmpty();
  }

  /** Returns this filter for one status. */
  public ListFilter withStatus(String newStatus) {
    return new ListFilter(Optional.of(newStatus), nameContains, createdAfter, createdBefore);
  }

  /** Returns this filter for any status. */
  public ListFilter withoutStatus() {
    return new ListFilter(Optional.empty(), nameContains, createdAfter, createdBefore);
  }

  /** Returns whether a list by this filter has every row that one by {@code other} has. */
  public boolean covers(ListFilter other) {
    return covers(status, other.status)
        && covers(nameContains, other.nameContains)
        && (createdAfter.isEmpty()
            || other.createdAfter.filter(t -> t >= createdAfter.get()).isPresent())
        && (createdBefore.isEmpty()
            || other.createdBefore.filter(t -> t <= createdBefore.get()).isPresent());
  }

  private static boolean covers(Optional<String> wide, Optional<String> narrow) {
    return wide.isEmpty() || wide.equals(narrow);
  }
}
