package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.github.bedrocksql.pushdown.PushdownQuery.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** All files of queries, in the order of the report. */
final class QueryTable {
  private static final ImmutableList<String> FILES =
      ImmutableList.of(
          "keys",
          "status",
          "names",
          "times",
          "order",
          "nothing",
          "hydration",
          "joins",
          "snapshot",
          "memory",
          "models",
          "custom",
          "lineage",
          "views",
          "tables",
          "children",
          "regions",
          "quiet");

  private QueryTable() {}

  static ImmutableList<Section> load() {
    return FILES.stream()
        .map(name -> name + ".queries")
        .flatMap(file -> new QueryFileParser(file, read(file)).parse().stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static String read(String file) {
    try {
      return Resources.toString(
          Resources.getResource(QueryTable.class, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
