package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
  @Test
  void splitsAtSemicolons() throws IOException {
    assertThat(split("select 1; select 2;\n\nselect 3"))
        .containsExactly("select 1", "select 2", "select 3");
  }

  @Test
  void leavesQuotesAndCommentsAlone() throws IOException {
    assertThat(
            split("select ';', 'it''s;', \";\"\"\" -- no; end '\n, /* ; ' */ 1; select 4 / 2 - 1"))
        .containsExactly(
            "select ';', 'it''s;', \";\"\"\" -- no; end '\n, /* ; ' */ 1", "select 4 / 2 - 1");
  }

  @Test
  void blanksAndCommentsAreNoStatement() throws IOException {
    assertThat(split("")).isEmpty();
    assertThat(split("// only; this\n ; // and that")).isEmpty();
    assertThat(split("select 4 / 2 // ; '\n / 1; select 2"))
        .containsExactly("select 4 / 2 // ; '\n / 1", "select 2");
    assertThat(split("\ufeff ;; -- only\n /* this **/ ; -- and this")).isEmpty();
  }

  @Test
  void keepsWhatIsNotClosed() throws IOException {
    assertThat(split("select 'a; b")).containsExactly("select 'a; b");
    assertThat(split("select 1 /* a; b")).containsExactly("select 1 /* a; b");
    assertThat(split("select 1 /*/ ; */ + 2; -")).containsExactly("select 1 /*/ ; */ + 2", "-");
  }

  @Test
  void consoleCommandsAreLines() throws IOException {
    assertThat(split("!tables\nselect 1 != 2;\n -- then\n!quit"))
        .containsExactly("!tables", "select 1 != 2", "!quit");
  }

  private static List<String> split(String script) throws IOException {
    StatementSplitter splitter = new StatementSplitter(new StringReader(script));
    List<String> statements = new ArrayList<>();
    for (Optional<String> next = splitter.next(); next.isPresent(); next = splitter.next()) {
      statements.add(next.get());
    }
    return statements;
  }
}
