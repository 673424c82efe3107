package io.github.bedrocksql.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The actions in docs/iam.md, which are those of the tables' definitions: {@code
 * -Ddocs.update=true} writes the actions of each table anew.
 */
class IamPageTest {
  private static final Path PAGE = Path.of("..", "docs", "iam.md");
  private static final String BEGIN = "| table | actions |\n| --- | --- |\n";
  private static final String EVERYTHING = "## Everything\n";
  private static final Pattern ACTION = Pattern.compile("\"(bedrock:\\w+)\"");

  private static Stream<String> actions(TableDefinition table) {
    Stream<String> get =
        table.hasOnlyListedElements() ? Stream.empty() : Stream.of(table.get().name());
    return Stream.concat(Stream.of(table.list().name()), get).map(name -> "bedrock:" + name);
  }

  private static String row(TableDefinition table) {
    String actions = actions(table).map(action -> "`\"" + action + "\"`").collect(joining(", "));
    return "| `" + table.name() + "` | " + actions + " |\n";
  }

  @Test
  void eachTableHasItsActions() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String written =
        page.substring(0, begin)
            + BedrockTables.all().stream().map(IamPageTest::row).collect(joining())
            + page.substring(page.indexOf("\n\n", begin) + 1);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/iam.md: -Ddocs.update=true writes it anew")
        .isEqualTo(written);
  }

  @Test
  void oneStatementAllowsEverything() throws IOException {
    String page = Files.readString(PAGE);
    String statement = page.substring(page.indexOf(EVERYTHING), page.indexOf("\nAdds the tables"));
    List<String> allowed =
        ACTION.matcher(statement).results().map((MatchResult found) -> found.group(1)).toList();
    Set<String> needed =
        BedrockTables.all().stream()
            .flatMap(IamPageTest::actions)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(needed);
    assertThat(page).contains("calls " + needed.size() + " operations");
    assertThat(needed).allMatch(action -> action.matches("bedrock:(List|Get)\\w+"));
  }
}
