package io.github.bedrocksql.pushdown;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.github.bedrocksql.pushdown.PushdownQuery.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The table as Markdown. */
final class PushdownReport {
  private final ImmutableList<Section> sections;

  PushdownReport(ImmutableList<Section> sections) {
    this.sections = sections;
  }

  String markdown() {
    StringBuilder text = new StringBuilder(head().replace("{numbers}", numbers()));
    for (Section section : sections) {
      text.append("\n## ").append(section.title()).append("\n");
      DataSet data = null;
      for (PushdownQuery query : section.queries()) {
        if (!query.data().equals(data)) {
          data = query.data();
          text.append("\nOver ").append(data).append(":\n\n");
          text.append(
              "| query | calls made | fewest possible | why |\n| --- | --- | --- | --- |\n");
        }
        text.append(line(query));
      }
    }
    return text.toString();
  }

  /** What the numbers mean, written by hand. */
  private static String head() {
    try {
      return Resources.toString(
          Resources.getResource(PushdownReport.class, "report-head.md"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String numbers() {
    List<PushdownQuery> all = sections.stream().flatMap(s -> s.queries().stream()).toList();
    long fewest = all.stream().filter(PushdownQuery::isFewest).count();
    return String.format(
        "%d queries: %d make the fewest calls possible, %d make more.",
        all.size(), fewest, all.size() - fewest);
  }

  private static String line(PushdownQuery query) {
    return "| "
        + String.join(
            " | ",
            query(query),
            calls(query),
            query.isFewest() ? String.valueOf(query.fewest()) : "**" + query.fewest() + "**",
            query.why().map(PushdownReport::escaped).orElse(""))
        + " |\n";
  }

  private static String query(PushdownQuery query) {
    String prefix =
        query.after().map(a -> a.sql().equals(query.sql()) ? "again: " : "then: ").orElse("");
    String kind =
        switch (query.kind()) {
          case QUERY -> "";
          case DESCRIBE -> "prepared, not run: ";
          case METADATA -> "DatabaseMetaData ";
        };
    String parameters =
        query.parameters().isEmpty()
            ? ""
            : query.parameters().stream()
                .map(PushdownReport::parameter)
                .collect(joining(", ", " ? = ", ""));
    return prefix + kind + code(query.sql()) + escaped(parameters);
  }

  private static String parameter(Object value) {
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
    }
    return value instanceof Optional<?> ? "null" : value.toString();
  }

  /** The number of calls, then what they are. */
  private static String calls(PushdownQuery query) {
    String calls =
        query.calls().stream()
            .map(c -> c.count() + " " + code(c.request()))
            .collect(joining("<br>"));
    if (query.calls().isEmpty()) {
      return "0";
    }
    return query.calls().size() == 1
        ? calls
        : ExpectedCalls.range(query.leastCalls(), query.mostCalls()) + ":<br>" + calls;
  }

  private static String code(String text) {
    return "`" + escaped(text) + "`";
  }

  /** A bar ends a cell even between backticks. */
  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
