package io.github.bedrocksql.differential;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.github.bedrocksql.pushdown.Directive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of published.queries.
 *
 * @param asOf what the jobs' times count back from; empty for now
 * @param known what it is known to fail with
 */
record PublishedQuery(
    String place, String title, String sql, Optional<Instant> asOf, Optional<String> known) {
  static final String FILE = "published.queries";

  /** Returns all entries. */
  static ImmutableList<PublishedQuery> all() {
    ImmutableList.Builder<PublishedQuery> queries = ImmutableList.builder();
    Optional<Instant> asOf = Optional.empty();
    ImmutableList<Directive> directives = Directive.split(FILE, read(FILE));
    for (int i = 0; i < directives.size(); i++) {
      Directive directive = directives.get(i);
      switch (directive.keyword()) {
        case "section", "known" -> {}
        case "jobs" -> asOf = instant(directive);
        case "query" -> {
          Optional<String> known =
              i + 1 < directives.size() && directives.get(i + 1).keyword().equals("known")
                  ? Optional.of(directives.get(i + 1).text())
                  : Optional.empty();
          queries.add(
              new PublishedQuery(
                  directive.place(),
                  directive.argument(),
                  String.join("\n", directive.block()),
                  asOf,
                  known));
        }
        default -> throw directive.error("unknown keyword");
      }
    }
    return queries.build();
  }

  private static Optional<Instant> instant(Directive directive) {
    String time = directive.argument().replace("as of ", "");
    return time.equals("now") ? Optional.empty() : Optional.of(Instant.parse(time));
  }

  static String read(String file) {
    try {
      return Resources.toString(
          Resources.getResource(PublishedQuery.class, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether the query orders its rows: ORDER BY outside of all brackets. */
  boolean ordered() {
    String outside = sql.toLowerCase(Locale.ROOT);
    while (CharMatcher.is('(').matchesAnyOf(outside)) {
      outside = outside.replaceAll("\\([^()]*\\)", " ");
    }
    return outside.contains("order by");
  }

  @Override
  public String toString() {
    return place + " " + title;
  }
}
