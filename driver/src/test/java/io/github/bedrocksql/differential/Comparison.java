package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares rows as far as a query fixes them. */
final class Comparison {
  private static final int SHOWN = 12;

  private Comparison() {}

  /** Returns what differs; empty if nothing does. */
  static String difference(Check check, List<List<Object>> got, List<List<Object>> expected) {
    Multiset<List<Object>> surplus =
        Multisets.difference(HashMultiset.create(got), HashMultiset.create(expected));
    Multiset<List<Object>> missing =
        Multisets.difference(HashMultiset.create(expected), HashMultiset.create(got));
    if (check.part() != null) {
      long size = check.part().of(expected.size());
      return surplus.isEmpty() && got.size() == size
          ? ""
          : got.size() + " rows, expected any " + size + " of these\n" + both(got, expected);
    }
    if (!surplus.isEmpty() || !missing.isEmpty()) {
      return "%d rows, expected %d\n  too many:%s\n  missing:%s\n%s"
          .formatted(
              got.size(), expected.size(), show(surplus), show(missing), both(got, expected));
    }
    return keys(check, got).equals(keys(check, expected))
        ? ""
        : "the right rows in the wrong order\n" + both(got, expected);
  }

  private static List<List<Object>> keys(Check check, List<List<Object>> rows) {
    List<List<Object>> keys = new ArrayList<>();
    for (List<Object> row : rows) {
      keys.add(row.subList(0, Math.min(check.order(), row.size())));
    }
    return keys;
  }

  private static String both(List<List<Object>> got, List<List<Object>> expected) {
    return "  got:" + show(got) + "\n  expected:" + show(expected);
  }

  private static String show(Collection<List<Object>> rows) {
    String first =
        rows.stream().limit(SHOWN).map(List::toString).collect(joining("\n    ", "\n    ", ""));
    return rows.isEmpty()
        ? " none"
        : first + (rows.size() > SHOWN ? "\n    ... " + rows.size() + " in all" : "");
  }
}
