package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a terminal: prompts, completion, pasting, screens. */
class TypingTest {
  private static final int COLUMNS = 100;
  private static final String CTRL_C = "\u0003";

  @TempDir Path home;
  private TerminalSession session;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    session = new TerminalSession(home, COLUMNS, 30);
    session.await("sandbox> $");
  }

  @AfterEach
  void close() throws IOException {
    session.close();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1          | ;",
        "SELECT 'a         | '",
        "SELECT 1 AS \"a   | \"",
        "SELECT (1 +       | (",
        "SELECT 1 /* why   | /*",
      })
  void theContinuationPromptSaysWhatIsOpen(String line, String open)
      throws IOException, InterruptedException {
    session.enter(line).await("\n *" + Pattern.quote(open) + "> $");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"help", "?", "\\?", "help;"})
  void helpNeedsNoSemicolon(String command) throws IOException, InterruptedException {
    session.enter(command).await("!explain QUERY");
  }

  @Test
  void aCommandIsSeenInAStatementThatIsOpen() throws IOException, InterruptedException {
    session.enter("selct 1").await(";> $");
    session.enter("help").await("has no ';' and was not run");
    session.await("!explain QUERY");
    session.await("sandbox> $");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"exit", "quit;", "\\q", "!quit", "selct 1\rexit"})
  void leaves(String command) throws Exception {
    session.enter(command).awaitEnd();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1 from model_import_jobs where failure_            | where failure_message ",
        "!expl                                                     | !explain ",
      })
  void tabCompletes(String typed, String completed) throws IOException, InterruptedException {
    session.type(typed + "\t").await(Pattern.quote(completed.strip()));
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SEL                                                       | SELECT ",
        "select job_name from model_import_job_su                  | from model_import_job_subnets"
            + " ",
        "select 1 from model_import_jobs j where j.failure_        | where j.failure_message ",
        "select 1 from model_import_jobs where status = 'InPr      | status = 'InProgress' ",
        "select 1 from model_import_jobs where status in ('Completed', 'Fai | 'Failed' ",
        "select 1 from model_import_jobs where region = 'us        | region = 'us-east-1' ",
        "select date_tru                                           | date_trunc(",
        "\\d model_import_job_su                                   | \\d model_import_job_subnets ",
        "!explain select 1 from model_import_jobs where failure_   | where failure_message ",
      })
  void tabCompletesEachPart(String typed, String completed)
      throws IOException, InterruptedException {
    tabCompletes(typed, completed);
  }

  @Test
  void sqlLinesOwnCommandsAreThereToo() throws IOException, InterruptedException {
    session.enter("!help set").await("!set");
    session.enter("!set outputFormat csv").await("> $");
    session.enter("select 6 * 7 as a;").await("\na\n42\n");
    session.enter("!nosuch").await("Unknown command: nosuch");
  }

  @Test
  void aPastedScriptRuns() throws IOException, InterruptedException {
    session.type("\u001b[200~select 6 * 7\n  as a;\n\n-- done\nselect 5 * 5 as b;\n\u001b[201~");
    session.await("\\| 42 \\|");
    session.await("\\| 25 \\|");
    session.await("sandbox> $");
  }

  @Test
  void longValuesAreWrapped() throws IOException, InterruptedException {
    session.enter("select job_arn, imported_model_arn, role_arn from model_import_jobs limit 3;");
    String shown = session.await("3 rows");
    assertThat(shown.lines().filter(line -> line.startsWith("|") || line.startsWith("+")))
        .hasSizeGreaterThan(7)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
  }

  @Test
  void manyColumnsAreShownOneBelowTheOther() throws IOException, InterruptedException {
    session.enter("select * from model_import_jobs limit 1;");
    assertThat(session.await("1 row,")).contains("-- row 1").contains("wider than the screen");
  }

  @Test
  void longResultsComePageByPage() throws IOException, InterruptedException {
    session.enter("select n from generate_series(1, 1000000) as t(n);").await("\\| +5 \\|");
    session.await("rows$");
    session.type(" ").await("\\| +40 \\|");
    session.type("q").await("sandbox> $");
    session.enter("select 6 * 7 as a;").await("\\| 42 \\|");
  }

  @Test
  void aMetadataResultMayBeLeftHalfRead() throws IOException, InterruptedException {
    session.enter("!metadata getColumns null null % null").await("rows$");
    session.type("q").await("sandbox> $");
    session.enter("select 6 * 7 as a;").await("\\| 42 \\|");
  }

  @Tag("long")
  @Test
  void aResizeDoesNothing() throws IOException, InterruptedException {
    session.enter("select count(*) from generate_series(1, 1000000) as t(n) where n > 5;");
    session.terminal().setSize(new Size(80, 24));
    session.terminal().raise(Signal.WINCH);
    session.await("\\| 999995 \\|");
    session.type("select 6 * ");
    session.terminal().setSize(new Size(60, 20));
    session.terminal().raise(Signal.WINCH);
    session.enter("7 as a;").await("\\| 42 \\|");
  }

  @Tag("long")
  @Test
  void waitingIsShownAndGoesWhenItEnds() throws IOException, InterruptedException {
    session.enter(
        "select count(*) from generate_series(1, 100000) as a(x),"
            + " generate_series(1, 100000) as b(x) where a.x + b.x < 0;");
    session.await("no API calls, \\d+ s; Ctrl-C stops");
    session.type(CTRL_C).await("Error 57014");
  }

  @Test
  void historyIsKeptWithoutSecrets() throws Exception {
    session.enter("select 1\n as one;").await("1 row");
    session.await("sandbox> $");
    session.enter("!connect jdbc:bedrock:region=us-east-1;user=u;password=hush").await("> $");
    session.enter("exit").awaitEnd();
    assertThat(Files.readString(home.resolve(".bedrock-sql").resolve("history")))
        .contains("as one;")
        .doesNotContain("hush");
  }
}
