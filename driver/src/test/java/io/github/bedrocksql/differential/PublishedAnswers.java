package io.github.bedrocksql.differential;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.pushdown.Directive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** published.answers: what PostgreSQL 15 answered, by the query's title. */
final class PublishedAnswers {
  private static final String FILE = "published.answers";
  private static final String BAR = " | ";
  private static final int KEYWORDS = 4;

  private PublishedAnswers() {}

  static ImmutableMap<String, PostgresAnswer> read() {
    ImmutableMap.Builder<String, PostgresAnswer> answers = ImmutableMap.builder();
    List<Directive> directives = Directive.split(FILE, PublishedQuery.read(FILE));
    for (int i = 0; i < directives.size(); i += KEYWORDS) {
      answers.put(
          directives.get(i).argument(),
          new PostgresAnswer(
              columns(directives.get(i + 1).argument()),
              columns(directives.get(i + 2).argument()),
              directives.get(i + 3).block().stream()
                  .<List<String>>map(line -> columns(line.replace("\\n", "\n")))
                  .collect(ImmutableList.toImmutableList())));
    }
    return answers.buildOrThrow();
  }

  private static ImmutableList<String> columns(String line) {
    return ImmutableList.copyOf(Splitter.on(BAR).split(line));
  }

  /** Writes the file anew. */
  static void write(Map<String, PostgresAnswer> answers) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Made by PublishedTest with -Dpublished.update=true, from PostgreSQL 15.");
    answers.forEach(
        (title, answer) -> {
          lines.add("");
          lines.add("answer " + title);
          lines.add("labels " + String.join(BAR, answer.labels()));
          lines.add("types " + String.join(BAR, answer.types()));
          lines.add("rows " + answer.rows().size());
          answer
              .rows()
              .forEach(row -> lines.add("  " + String.join(BAR, row).replace("\n", "\\n")));
        });
    Path resources = Path.of(System.getProperty("basedir", ""), "src/test/resources");
    String folder = PublishedAnswers.class.getPackageName().replace('.', '/');
    Files.write(resources.resolve(folder).resolve(FILE), lines);
  }
}
