package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query in PostgreSQL's words.
 *
 * @param template with {@code @} for its columns
 * @param items which have the labels c0, c1 and so on
 * @param check how far it fixes the order of its rows
 */
record PostgresQuery(String template, ImmutableList<String> items, Check check) {
  String sql() {
    String columns =
        IntStream.range(0, items.size())
            .mapToObj(i -> items.get(i) + " as c" + i)
            .collect(joining(", "));
    return template.replace("@", columns);
  }

  /** Returns the queries of one column each. */
  Stream<PostgresQuery> smaller() {
    return items.size() < 2
        ? Stream.of()
        : items.stream()
            .map(item -> new PostgresQuery(template, ImmutableList.of(item), Check.ROWS));
  }

  static PostgresQuery of(String template, List<String> items, Check check) {
    return new PostgresQuery(template, ImmutableList.copyOf(items), check);
  }
}
