package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What one List call narrows by. A server may ignore it.
 *
 * @param equal by the API's name of a parameter, the only value wanted
 * @param told those of the parameters whose values rows don't have: they are the list's
 * @param nameContains text that every name has
 * @param createdAfter milliseconds since the epoch, a bound outside the wanted ones
 * @param createdBefore the latest creation time, in the same form
 */
public record ListFilter(
    ImmutableMap<String, String> equal,
    ImmutableSet<String> told,
    Optional<String> nameContains,
    Optional<Long> createdAfter,
    Optional<Long> createdBefore) {

  /** No narrowing. */
  public static final ListFilter ALL =
      new ListFilter(
          ImmutableMap.of(),
          ImmutableSet.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Returns whether only equal values narrow, if anything does. */
  public boolean onlyEqual() {
    return nameContains.isEmpty() && createdAfter.isEmpty() && createdBefore.isEmpty();
  }

  /** Returns this filter with one more parameter, or with another value of it. */
  public ListFilter with(String parameter, String value) {
    ImmutableMap<String, String> all =
        ImmutableMap.<String, String>builder()
            .putAll(equal)
            .put(parameter, value)
            .buildKeepingLast();
    return new ListFilter(all, told, nameContains, createdAfter, createdBefore);
  }

  /** Returns this filter with one more parameter, whose value rows don't have themselves. */
  public ListFilter telling(String parameter, String value) {
    ListFilter narrower = with(parameter, value);
    ImmutableSet<String> all = ImmutableSet.<String>builder().addAll(told).add(parameter).build();
    return new ListFilter(narrower.equal, all, nameContains, createdAfter, createdBefore);
  }

  /** Returns this filter for any values. */
  public ListFilter withoutEqual() {
    return new ListFilter(
        ImmutableMap.of(), ImmutableSet.of(), nameContains, createdAfter, createdBefore);
  }

  /** Returns by how many parameters it narrows. */
  public int size() {
    return equal.size()
        + (nameContains.isPresent() ? 1 : 0)
        + (createdAfter.isPresent() ? 1 : 0)
        + (createdBefore.isPresent() ? 1 : 0);
  }

  /** Returns whether a list by this filter has, and tells, all that one by {@code other} does. */
  public boolean covers(ListFilter other) {
    return other.equal.entrySet().containsAll(equal.entrySet())
        && told.containsAll(other.told)
        && (nameContains.isEmpty() || nameContains.equals(other.nameContains))
        && (createdAfter.isEmpty()
            || other.createdAfter.filter(t -> t >= createdAfter.get()).isPresent())
        && (createdBefore.isEmpty()
            || other.createdBefore.filter(t -> t <= createdBefore.get()).isPresent());
  }
}
