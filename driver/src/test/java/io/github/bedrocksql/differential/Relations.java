package io.github.bedrocksql.differential;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What columns have in common: which of them a join may compare, and gets rows. */
final class Relations {
  private static final long MOST_PAIRS = 8_000;

  private final Map<String, Multiset<Object>> values = new HashMap<>();
  private final Set<String> withNulls = new HashSet<>();

  Relations(ShownRows shown) {
    shown
        .rows()
        .forEach(
            (table, rows) -> {
              for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                  count(table.columns().get(i), row.get(i));
                }
              }
            });
  }

  private void count(Column column, Object value) {
    if (value == null) {
      withNulls.add(column.kind());
    } else {
      values.computeIfAbsent(column.kind(), k -> HashMultiset.create()).add(value);
    }
  }

  private Multiset<Object> values(Column column) {
    return values.getOrDefault(column.kind(), HashMultiset.create());
  }

  /** Returns whether one column may have values of the other. */
  boolean areRelated(Column one, Column other) {
    return one.type() == other.type() && (one.kind().equals(other.kind()) || pairs(one, other) > 0);
  }

  /** Returns whether a join on two columns has rows, but not too many; names may be compared. */
  boolean areJoinable(Column one, Column other) {
    boolean names = one.kind().endsWith("_name") && other.kind().endsWith("_name");
    return one.type() == other.type()
        && (names || areRelated(one, other))
        && pairs(one, other) < MOST_PAIRS;
  }

  private long pairs(Column one, Column other) {
    Multiset<Object> others = values(other);
    return values(one).entrySet().stream()
        .mapToLong(entry -> (long) entry.getCount() * others.count(entry.getElement()))
        .sum();
  }

  /** Returns whether no two rows have the same value of a column. */
  boolean isDistinct(Column column) {
    Multiset<Object> all = values(column);
    return !withNulls.contains(column.kind()) && all.elementSet().size() == all.size();
  }
}
