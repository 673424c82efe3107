package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;

/** Labels of columns: words that SQL knows, as people and tools write them. */
final class Labels {
  private static final ImmutableList<String> WORDS =
      ImmutableList.of(
          "count",
          "value",
          "date",
          "rows",
          "year",
          "time",
          "row",
          "timestamp",
          "month",
          "position",
          "start",
          "method",
          "result",
          "max",
          "interval",
          "language",
          "one",
          "range");

  private Labels() {}

  /** Returns the label of the column with this number. */
  static String of(int column) {
    return column < WORDS.size() ? WORDS.get(column) : "c" + column;
  }

  /** Returns a column's name in both dialects: H2 wants quotes around the words. */
  static Fragment named(String name) {
    return WORDS.contains(name) ? Fragment.text(name, "\"" + name + "\"") : Fragment.text(name);
  }
}
