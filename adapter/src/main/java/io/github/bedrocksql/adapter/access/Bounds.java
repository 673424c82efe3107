package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What rows may still look like under a condition, as far as the API can narrow by it. Wider than
 * the condition or equal, never narrower. Immutable.
 *
 * @param empty whether no row can match
 * @param keys the only keys possible; empty if rows are possible that no key here names
 * @param statuses the only statuses possible; empty if any is
 * @param nameContains text that every name has; empty if none is known
 * @param createdFrom the earliest creation time, inclusive, in milliseconds since the epoch
 * @param createdTo the latest one, inclusive
 * @param regions the only Regions possible; empty if any is
 * @param accounts the only accounts possible; empty if any is
 * @param symbolic whether some values stand for what is known at run time only: then two that
 *     differ may turn out to be one
 * @param later what narrows further once its values are known, for people to read
 */
public record Bounds(
    boolean empty,
    Optional<ImmutableSet<Key>> keys,
    Optional<ImmutableSet<String>> statuses,
    Optional<String> nameContains,
    long createdFrom,
    long createdTo,
    Optional<ImmutableSet<String>> regions,
    Optional<ImmutableSet<String>> accounts,
    boolean symbolic,
    ImmutableSet<String> later) {

  /** Any row at all. */
  public static final Bounds ALL =
      new Bounds(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          Optional.empty(),
          Optional.empty(),
          false,
          ImmutableSet.of());

  /** No row. */
  public static final Bounds NONE =
      new Bounds(
          true,
          Optional.of(ImmutableSet.of()),
          Optional.of(ImmutableSet.of()),
          Optional.empty(),
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          Optional.of(ImmutableSet.of()),
          Optional.of(ImmutableSet.of()),
          false,
          ImmutableSet.of());

  /** Returns rows with this key. */
  public static Bounds ofKey(Key key) {
    return of(Optional.of(ImmutableSet.of(key)), ALL.statuses, ALL.regions, ALL.accounts);
  }

  /** Returns rows of this status. */
  public static Bounds ofStatus(String status) {
    return of(ALL.keys, Optional.of(ImmutableSet.of(status)), ALL.regions, ALL.accounts);
  }

  /** Returns rows of this Region. */
  public static Bounds ofRegion(String region) {
    return of(ALL.keys, ALL.statuses, Optional.of(ImmutableSet.of(region)), ALL.accounts);
  }

  /** Returns rows of this account. */
  public static Bounds ofAccount(String account) {
    return of(ALL.keys, ALL.statuses, ALL.regions, Optional.of(ImmutableSet.of(account)));
  }

  private static Bounds of(
      Optional<ImmutableSet<Key>> keys,
      Optional<ImmutableSet<String>> statuses,
      Optional<ImmutableSet<String>> regions,
      Optional<ImmutableSet<String>> accounts) {
    return new Bounds(
        false,
        keys,
        statuses,
        ALL.nameContains,
        ALL.createdFrom,
        ALL.createdTo,
        regions,
        accounts,
        false,
        ALL.later);
  }

  /** Returns rows whose name has this text. */
  public static Bounds ofNameContaining(String text) {
    return ALL.with(Optional.of(text), ALL.createdFrom, ALL.createdTo, false, ALL.later);
  }

  /** Returns rows created from one time to another, both inclusive. */
  public static Bounds ofCreation(long from, long to) {
    return from > to ? NONE : ALL.with(ALL.nameContains, from, to, false, ALL.later);
  }

  /** Returns any row, yet with a word on what will narrow at run time. */
  public static Bounds ofLater(String what) {
    return ALL.with(ALL.nameContains, ALL.createdFrom, ALL.createdTo, true, ImmutableSet.of(what));
  }

  /** Returns these bounds, said of a value that is known at run time only. */
  public Bounds asSymbolic() {
    return with(nameContains, createdFrom, createdTo, true, later);
  }

  private Bounds with(
      Optional<String> contains,
      long from,
      long to,
      boolean unsure,
      ImmutableSet<String> narrowsLater) {
    return new Bounds(
        empty, keys, statuses, contains, from, to, regions, accounts, unsure, narrowsLater);
  }

  /** Returns what both leave possible. */
  public Bounds and(Bounds other) {
    boolean unsure = symbolic || other.symbolic;
    Bounds both =
        new Bounds(
            empty || other.empty,
            narrower(keys, other.keys, unsure ? Bounds::fewer : Bounds::commonKeys),
            narrower(statuses, other.statuses, unsure ? Bounds::fewer : Bounds::common),
            narrower(nameContains, other.nameContains, (a, b) -> a.length() < b.length() ? b : a),
            Math.max(createdFrom, other.createdFrom),
            Math.min(createdTo, other.createdTo),
            narrower(regions, other.regions, unsure ? Bounds::fewer : Bounds::common),
            narrower(accounts, other.accounts, unsure ? Bounds::fewer : Bounds::common),
            unsure,
            Sets.union(later, other.later).immutableCopy());
    return both.isContradiction() ? NONE : both;
  }

  /** Returns what either leaves possible. */
  public Bounds or(Bounds other) {
    if (empty) {
      return other;
    }
    if (other.empty) {
      return this;
    }
    return new Bounds(
        false,
        union(keys, other.keys),
        union(statuses, other.statuses),
        nameContains.filter(text -> other.nameContains.equals(Optional.of(text))),
        Math.min(createdFrom, other.createdFrom),
        Math.max(createdTo, other.createdTo),
        union(regions, other.regions),
        union(accounts, other.accounts),
        symbolic || other.symbolic,
        Sets.intersection(later, other.later).immutableCopy());
  }

  private boolean isContradiction() {
    return empty
        || createdFrom > createdTo
        || keys.filter(Set::isEmpty).isPresent()
        || statuses.filter(Set::isEmpty).isPresent()
        || regions.filter(Set::isEmpty).isPresent()
        || accounts.filter(Set::isEmpty).isPresent();
  }

  private static <T> Optional<T> narrower(Optional<T> a, Optional<T> b, BinaryOperator<T> both) {
    if (a.isEmpty()) {
      return b;
    }
    return b.isEmpty() ? a : Optional.of(both.apply(a.get(), b.get()));
  }

  private static <T> ImmutableSet<T> fewer(ImmutableSet<T> a, ImmutableSet<T> b) {
    return b.size() < a.size() ? b : a;
  }

  private static <T> ImmutableSet<T> common(ImmutableSet<T> a, ImmutableSet<T> b) {
    return Sets.intersection(a, b).immutableCopy();
  }

  /** Keys of one kind that both have; of two kinds the fewer: a name and an ARN may meet. */
  private static ImmutableSet<Key> commonKeys(ImmutableSet<Key> a, ImmutableSet<Key> b) {
    Set<Key> all = Sets.union(a, b);
    boolean oneKind =
        all.stream().mapToInt(Key::column).distinct().count() <= 1
            && all.stream().map(Key::isArn).distinct().count() <= 1;
    return oneKind ? common(a, b) : fewer(a, b);
  }

  private static <T> Optional<ImmutableSet<T>> union(
      Optional<ImmutableSet<T>> a, Optional<ImmutableSet<T>> b) {
    return a.isPresent() && b.isPresent()
        ? Optional.of(Sets.union(a.get(), b.get()).immutableCopy())
        : Optional.empty();
  }
}
