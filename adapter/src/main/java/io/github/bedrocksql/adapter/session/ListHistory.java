package io.github.bedrocksql.adapter.session;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.bedrocksql.adapter.access.AccessPathChoice;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.config.Target;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the lists of a connection have shown besides their rows. Thread-safe. */
public final class ListHistory {
  private record Lists(String operation, Target target, ImmutableMap<String, String> equal) {
    // As for Target.

    @Override
    public boolean equals(Object other) {
      return other instanceof Lists lists
          && operation.equals(lists.operation)
          && target.equals(lists.target)
          && equal.equals(lists.equal);
    }

    @Override
    public int hashCode() {
      return Objects.hash(operation, target, equal);
    }
  }

  private final Map<Lists, Long> rows = new ConcurrentHashMap<>();
  private final Set<Lists> unordered = Sets.newConcurrentHashSet();

  ListHistory() {}

  /** Remembers how many rows a list had that was narrowed by equal values alone, or by nothing. */
  public void readToEnd(
      String operation, Target target, ImmutableMap<String, String> equal, long count) {
    rows.put(new Lists(operation, target, equal), count);
  }

  /** Returns what is known of an operation in a Region. */
  public KnownRows of(String operation, Target target) {
    return equal -> {
      Long count = rows.get(new Lists(operation, target, equal));
      return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    };
  }

  /**
   * Returns what plans may depend on: how many rows each list had, rounded so that a few more don't
   * make a difference, and never across a page. Equal as long as it is the same.
   */
  public ImmutableMap<?, ?> sizes() {
    return ImmutableMap.copyOf(Maps.transformValues(rows, Size::of));
  }

  private record Size(long pages, long rows) {
    private static final int SIGNIFICANT_BITS = 2;

    static Size of(long rows) {
      int low = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(rows) - SIGNIFICANT_BITS);
      return new Size(AccessPathChoice.pages(rows), rows >> low << low);
    }
  }

  /** Remembers that a server did not keep the order it was asked for. */
  public void orderBroken(String operation, Target target) {
    unordered.add(new Lists(operation, target, ImmutableMap.of()));
  }

  /** Returns whether the server may be trusted to sort, until it is found out. */
  public boolean keepsOrder(String operation, Target target) {
    return !unordered.contains(new Lists(operation, target, ImmutableMap.of()));
  }
}
