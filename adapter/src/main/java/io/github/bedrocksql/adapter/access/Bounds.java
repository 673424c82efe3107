package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What rows may still look like under a condition, as far as the API can narrow by it. Wider than
 * the condition or equal, never narrower. Immutable.
 *
 * @param empty whether no row can match
 * @param keys the only keys possible; empty if rows are possible that no key here names
 * @param values by column, the only values possible; any is in a column that is not here
 * @param nameContains text that every name has; empty if none is known
 * @param createdFrom the earliest creation time, inclusive, in milliseconds since the epoch
 * @param createdTo the latest one, inclusive
 * @param symbolic whether some values stand for what is known at run time only: then two that
 *     differ may turn out to be one
 * @param later what narrows further once its values are known, for people to read
 */
public record Bounds(
    boolean empty,
    Optional<ImmutableSet<Key>> keys,
    ImmutableMap<Integer, ImmutableSet<String>> values,
    Optional<String> nameContains,
    long createdFrom,
    long createdTo,
    boolean symbolic,
    ImmutableSet<String> later) {

  /** Any row at all. */
  public static final Bounds ALL =
      new Bounds(
          false,
          Optional.empty(),
          ImmutableMap.of(),
          Optional.empty(),
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          false,
          ImmutableSet.of());

  /** No row. */
  public static final Bounds NONE =
      new Bounds(
          true,
          Optional.of(ImmutableSet.of()),
          ImmutableMap.of(),
          Optional.empty(),
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          false,
          ImmutableSet.of());

  /** Returns rows with this key. */
  public static Bounds ofKey(Key key) {
    return of(Optional.of(ImmutableSet.of(key)), ALL.values);
  }

  /** Returns rows with this value in a column. */
  public static Bounds ofValue(int column, String value) {
    return of(ALL.keys, ImmutableMap.of(column, ImmutableSet.of(value)));
  }

  private static Bounds of(
      Optional<ImmutableSet<Key>> keys, ImmutableMap<Integer, ImmutableSet<String>> values) {
    return new Bounds(
        false, keys, values, ALL.nameContains, ALL.createdFrom, ALL.createdTo, false, ALL.later);
  }

  /** Returns the only values that a column may have; empty if it may have any. */
  public Optional<ImmutableSet<String>> of(int column) {
    return Optional.ofNullable(values.get(column));
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
    return new Bounds(empty, keys, values, contains, from, to, unsure, narrowsLater);
  }

  /** Returns what both leave possible. */
  public Bounds and(Bounds other) {
    boolean unsure = symbolic || other.symbolic;
    Bounds both =
        new Bounds(
            empty || other.empty,
            narrower(keys, other.keys, unsure ? Bounds::fewer : Bounds::commonKeys),
            narrower(values, other.values, unsure ? Bounds::fewer : Bounds::common),
            narrower(nameContains, other.nameContains, (a, b) -> a.length() < b.length() ? b : a),
            Math.max(createdFrom, other.createdFrom),
            Math.min(createdTo, other.createdTo),
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
        union(values, other.values),
        nameContains.filter(text -> other.nameContains.equals(Optional.of(text))),
        Math.min(createdFrom, other.createdFrom),
        Math.max(createdTo, other.createdTo),
        symbolic || other.symbolic,
        Sets.intersection(later, other.later).immutableCopy());
  }

  private boolean isContradiction() {
    return empty
        || createdFrom > createdTo
        || keys.filter(Set::isEmpty).isPresent()
        || values.values().stream().anyMatch(Set::isEmpty);
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

  private static ImmutableMap<Integer, ImmutableSet<String>> narrower(
      ImmutableMap<Integer, ImmutableSet<String>> a,
      ImmutableMap<Integer, ImmutableSet<String>> b,
      BinaryOperator<ImmutableSet<String>> both) {
    return Stream.of(a, b)
        .flatMap(values -> values.entrySet().stream())
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue, both));
  }

  private static ImmutableMap<Integer, ImmutableSet<String>> union(
      ImmutableMap<Integer, ImmutableSet<String>> a,
      ImmutableMap<Integer, ImmutableSet<String>> b) {
    return a.keySet().stream()
        .filter(b::containsKey)
        .collect(ImmutableMap.toImmutableMap(column -> column, c -> union(a.get(c), b.get(c))));
  }

  private static <T> ImmutableSet<T> union(ImmutableSet<T> a, ImmutableSet<T> b) {
    return Sets.union(a, b).immutableCopy();
  }

  private static <T> Optional<ImmutableSet<T>> union(
      Optional<ImmutableSet<T>> a, Optional<ImmutableSet<T>> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(union(a.get(), b.get())) : Optional.empty();
  }
}
