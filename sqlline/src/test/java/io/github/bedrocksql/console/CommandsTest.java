package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's commands, which work in scripts, too. */
class CommandsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"help", "HELP;", "?", "\\?", "\\h", "!help"})
  void help(String command) {
    Batch batch = Batch.run(command);
    assertThat(batch.status()).isZero();
    assertThat(batch.err()).isEmpty();
    assertThat(batch.out()).contains("\\dt", "!explain QUERY", "\\q");
    assertThat(batch.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "quit", "\\q", "EXIT;", "quit ;", "!quit"})
  void leaves(String command) {
    assertThat(Batch.run("", "--format", "csv", "-e", "VALUES 1", "-e", command, "-e", "VALUES 2"))
        .satisfies(batch -> assertThat(batch.status()).isZero())
        .satisfies(batch -> assertThat(batch.out()).contains("1").doesNotContain("2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\d", "\\dt", "show tables", "SHOW  TABLES;", "!tables"})
  void tables(String command) {
    assertThat(Batch.run(command).out())
        .containsPattern("(?m)^\\| table +\\| remark +\\|$")
        .containsPattern("(?m)^\\| model_import_jobs +\\| Custom model import jobs, .*\\|$")
        .contains("| api_calls ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\d model_import_job_tags",
        "\\d bedrock.Model_Import_Job_Tags;",
        "describe \"model_import_job_tags\";",
        "DESC model_import_job_tags",
        "!describe model_import_job_tags"
      })
  void aTable(String command) {
    assertThat(Batch.run(command).out())
        .containsPattern("(?m)^\\| column +\\| type +\\| key +\\| from +\\| remark +\\|$")
        .containsPattern("(?m)^\\| job_arn +\\| VARCHAR +\\| [^|]*to model_import_jobs +\\| ");
  }

  @Test
  void whereColumnsComeFrom() {
    assertThat(Batch.run("\\d model_import_jobs").out())
        .containsPattern("(?m)^\\| job_arn +\\| VARCHAR +\\| primary \\| List \\| ")
        .containsPattern("(?m)^\\| failure_message +\\| VARCHAR +\\| +\\| Get  \\| ");
    assertThat(Batch.run("\\d api_calls").out()).doesNotContain("| List |", "| Get  |");
  }

  @Test
  void noSuchTable() {
    assertThat(Batch.run("\\d modell"))
        .isEqualTo(new Batch(1, "", "Error: there is no table 'modell'; \\dt lists the tables\n"));
  }

  @Test
  void theCallsOfTheLastStatement() {
    String query = "SELECT role_arn FROM model_import_jobs WHERE status = 'InProgress';\n";
    Batch batch = Batch.run("!calls\n" + query + "!calls\n!calls\nVALUES 1;\n!calls\n");
    assertThat(batch.status()).isZero();
    assertThat(batch.out().split("ListModelImportJobs", -1)).hasSize(3);
    assertThat(batch.out()).contains("statusEquals=InProgress", "| GetModelImportJob ");
    assertThat(batch.err().lines())
        .filteredOn(line -> line.startsWith("The last statement sent no API calls."))
        .hasSize(2);
  }

  @Test
  void explainTellsTheCallsFirst() {
    Batch batch =
        Batch.run(
            """
            !explain SELECT COUNT(*)
              FROM model_import_jobs j JOIN imported_models m ON m.job_arn = j.job_arn
              WHERE j.status = 'Failed';
            SELECT 1 AS one;
            """);
    assertThat(batch.status()).isZero();
    assertThat(batch.out())
        .startsWith("API calls\n")
        .containsPattern("\n  model_import_jobs: \\w+")
        .containsPattern("\n  imported_models: \\w+")
        .containsPattern("\nPlan\n  \\w+.*\n  └─ ")
        .containsPattern("\n +├─ .*\n(.*\n)* +└─ ")
        .endsWith("|   1 |\n+-----+\n");
  }

  @Test
  void explainOfAMistakeShowsItsPlace() {
    assertThat(Batch.run("!explain SELECT nope FROM model_import_jobs").err())
        .startsWith("Error 42S22: ")
        .contains("\n  1 | EXPLAIN PLAN FOR SELECT nope FROM", "\n" + " ".repeat(30) + "^\n");
  }

  @Test
  void watchEndsWhenNothingIsInProgress() {
    Batch batch =
        Batch.run(
            "!watch 1 SELECT job_name, status FROM model_import_jobs WHERE status = 'Failed'");
    assertThat(batch.status()).isZero();
    assertThat(batch.out()).contains("| Failed |");
    assertThat(batch.err()).isEqualTo("Nothing is in progress any more.\n");
  }

  @Test
  void display() {
    assertThat(Batch.run("\\x\nVALUES 1;\n\\x\nSELECT 2 AS n;\n\\x never\n"))
        .satisfies(batch -> assertThat(batch.status()).isEqualTo(1))
        .satisfies(batch -> assertThat(batch.out()).contains("-- row 1").contains("| 2 |"))
        .satisfies(batch -> assertThat(batch.err()).contains("usage: \\x [on|off|auto]"));
    assertThat(Batch.run("\\timing\nVALUES 1;").err())
        .isEqualTo("Timing is off.\n1 row, no API calls\n");
  }

  @Test
  void unknown() {
    assertThat(Batch.run("\\foo").err()).contains("no command \\foo", "help");
  }
}
