package io.github.bedrocksql.dialect.plan;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.PlanScope;
import java.util.Objects;
import java.util.Optional;

/** The plans that the connections of a JVM share. Bounded; those used last stay. Thread-safe. */
final class PlanCache {
  /** Plans depend on nothing that belongs to one connection, so there is one cache for all. */
  static final PlanCache OF_JVM = new PlanCache();

  /** What the texts of all plans may weigh: some 500 plans of ordinary statements. */
  private static final long MAX_WEIGHT = 1_000_000;

  /** What a plan weighs beside its text, in characters: its classes and its tree. */
  private static final int PLAN_WEIGHT = 2_000;

  /** What the size of one list weighs: a connection may know as many as there are ARNs. */
  private static final int SIZE_WEIGHT = 100;

  /** A plan for a longer text would push out too many others. */
  private static final int LONGEST_TEXT = 100_000;

  /**
   * What tells two plans apart.
   *
   * @param kinds of the literals that were taken out of the text, as {@link LiteralFreeText} has
   *     them; null for a text as it is
   * @param sizes what is known of the sizes of lists; null for a plan that does not depend on them
   */
  record Key(String text, String kinds, long maxRows, PlanScope scope, ImmutableMap<?, ?> sizes) {
    Key withSizes(ImmutableMap<?, ?> known) {
      return new Key(text, kinds, maxRows, scope, known);
    }

    // As for Target.

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && maxRows == key.maxRows
          && text.equals(key.text)
          && Objects.equals(kinds, key.kinds)
          && scope.equals(key.scope)
          && Objects.equals(sizes, key.sizes);
    }

    @Override
    public int hashCode() {
      return Objects.hash(text, kinds, maxRows, scope, sizes);
    }

    int weight() {
      return PLAN_WEIGHT + text.length() + (sizes == null ? 0 : sizes.size() * SIZE_WEIGHT);
    }
  }

  /**
   * What is known under a key.
   *
   * @param plan empty if there is none: one of a text without literals is not as good as one with
   *     them
   */
  record Entry(Optional<SharedPlan> plan) {}

  private final Cache<Key, Entry> plans =
      CacheBuilder.newBuilder()
          .maximumWeight(MAX_WEIGHT)
          .weigher((Key key, Entry entry) -> key.weight())
          .build();

  private PlanCache() {}

  /** Returns what is known; empty for nothing. */
  Optional<Entry> get(Key key) {
    return Optional.ofNullable(plans.getIfPresent(key));
  }

  void put(Key key, Entry entry) {
    if (key.text().length() <= LONGEST_TEXT) {
      plans.put(key, entry);
    }
  }
}
