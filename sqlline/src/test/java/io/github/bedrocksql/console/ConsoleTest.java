package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console from its arguments to its bytes and exit status, on the sandbox. */
class ConsoleTest {
  private static final String FAILED_JOBS =
      "SELECT COUNT(*) AS n FROM model_import_jobs WHERE status = 'Failed'";

  @TempDir Path directory;

  record Outcome(int status, String out, String err) {}

  @Test
  void rowsGoToStandardOutputAndTheRestToStandardError() {
    Outcome outcome = run("", "--sandbox", "-e", FAILED_JOBS);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEqualTo("+---+\n| n |\n+---+\n| 4 |\n+---+\n");
    assertThat(outcome.err()).matches("1 row, 1 API call \\(1 list\\), [0-9]+\\.[0-9]{2} s\n");
  }

  @Test
  void withoutAwsSettingsTheSandboxSaysSoInOneLine() {
    Outcome outcome = run(FAILED_JOBS, "--format", "csv");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEqualTo("n\r\n4\r\n");
    assertThat(outcome.err()).containsOnlyOnce("\n").contains("sandbox");
  }

  @Test
  void withAProfileABatchGetsNoSampleData() {
    assertNoSampleDataWith("AWS_PROFILE");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_ENDPOINT_URL",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI"
      })
  void withAnyAwsSettingsABatchGetsNoSampleData(String variable) {
    assertNoSampleDataWith(variable);
  }

  private void assertNoSampleDataWith(String variable) {
    Map<String, String> env = Map.of("HOME", directory.toString(), variable, "x");
    Outcome outcome = run(env, FAILED_JOBS, "--format", "csv", "--verbose");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Error ").doesNotContain("sandbox (sample");
    assertThat(run(env, FAILED_JOBS, "--format", "csv", "--sandbox"))
        .isEqualTo(new Outcome(0, "n\r\n4\r\n", ""));
  }

  @Test
  void severalInputsRunInOrder() throws IOException {
    Path file = directory.resolve("a script.sql");
    Files.writeString(file, "-- two of them\nVALUES 2; VALUES 3;");
    Outcome outcome =
        run(
            "VALUES 5",
            "--sandbox",
            "--format",
            "csv",
            "-e",
            "VALUES 1;",
            "-f",
            file.toString(),
            "-e",
            "VALUES 4",
            "-f",
            "-");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .containsSubsequence("\r\n1\r\n", "\r\n2\r\n", "\r\n3\r\n", "\r\n4\r\n", "\r\n5\r\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void json() {
    Outcome outcome =
        run(
            "",
            "--sandbox",
            "--format=json",
            "-e",
            "SELECT 1 AS a, 'x\"' AS b, TRUE AS c, CAST(NULL AS VARCHAR) AS d");
    assertThat(outcome)
        .isEqualTo(new Outcome(0, "[\n{\"a\":1,\"b\":\"x\\\"\",\"c\":true,\"d\":null}\n]\n", ""));
  }

  @Test
  void vertical() {
    assertThat(run("", "--sandbox", "--format=vertical", "-e", "SELECT 1 AS a, 'x' AS bb").out())
        .isEqualTo("-- row 1\na   1\nbb  x\n");
  }

  @Test
  void aFailedStatementIsALineAndItsPlaceAndTheOthersStillRun() {
    Outcome outcome =
        run(
            "",
            "--sandbox",
            "--format",
            "csv",
            "-e",
            "SELECT *\n  FROM nowhere",
            "-e",
            "SELECT nme, job_arn FROM model_import_jobs;",
            "-e",
            "SELECT 1 AS a");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEqualTo("a\r\n1\r\n");
    assertThat(outcome.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Error 42S02: ").containsIgnoringCase("nowhere"),
            line -> assertThat(line).isEqualTo("  2 |   FROM nowhere"),
            line -> assertThat(line).isEqualTo("             ^"),
            line -> assertThat(line).startsWith("Error 42S22: "),
            line -> assertThat(line).isEqualTo("  1 | SELECT nme, job_arn FROM model_import_jobs"),
            line -> assertThat(line).isEqualTo("             ^"));
  }

  @Test
  void aPlanIsLinesInATable() {
    String plan = "EXPLAIN PLAN FOR SELECT COUNT(*) FROM model_import_jobs";
    assertThat(run("", "--sandbox", "-e", plan).out())
        .doesNotContain("\\n")
        .containsPattern("(?m)^\\| \\w+.*\\|\n\\|   \\w+");
  }

  @Test
  void jsonOfAStatementThatFailsHalfWayEndsItsLine() {
    Outcome outcome =
        run(
            "",
            "--sandbox",
            "--format",
            "json",
            "-e",
            "SELECT 10 / (2 - x) AS y FROM (VALUES 1, 2) AS t(x)",
            "-e",
            "SELECT 1 AS a");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEqualTo("[\n{\"y\":10}\n[\n{\"a\":1}\n]\n");
  }

  @Test
  void verboseShowsTheStackTrace() {
    assertThat(run("", "--sandbox", "--verbose", "-e", "SELECT * FROM nowhere").err())
        .contains("\tat ");
  }

  @Test
  void commandsOfTheTerminalFailElsewhere() {
    Outcome outcome = run("!record x\n", "--sandbox");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("no command !record outside a terminal");
  }

  @Test
  void aFileThatCannotBeReadFails() throws IOException {
    Path latin = Files.write(directory.resolve("latin.sql"), new byte[] {'V', (byte) 0xe9, ';'});
    assertThat(run("", "--sandbox", "-f", directory.resolve("none.sql").toString()))
        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(1))
        .satisfies(outcome -> assertThat(outcome.err()).contains("no such file"));
    assertThat(run("", "--sandbox", "-f", latin.toString()).err()).contains("not UTF-8");
  }

  @Test
  void aConnectionThatCannotBeOpenedIsOneLine() {
    Outcome outcome = run("", "--url", "jdbc:bedrock:sandbx=true", "-e", "VALUES 1");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Error ").containsOnlyOnce("\n").contains("sandbox");
  }

  @Test
  void aFullOutputIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        ConsoleMain.run(
            new String[] {"--sandbox", "-e", "VALUES 1"},
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of("HOME", directory.toString()),
            Terminals.NONE);
    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot write to standard output");
  }

  @Test
  void helpAndVersionAreOutput() {
    assertThat(run("", "--help"))
        .satisfies(outcome -> assertThat(outcome.status()).isZero())
        .satisfies(outcome -> assertThat(outcome.out()).contains("--sandbox", "--format"));
    assertThat(run("", "--version").out()).matches("bedrock-sql \\d+\\.\\d+\\.\\d+\\S*\n");
  }

  @Test
  void wrongUsageIsOneLineAndTwo() {
    assertThat(run("", "--sandbx"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "bedrock-sql: unknown option --sandbx: did you mean --sandbox? (see --help)\n"));
  }

  private Outcome run(String input, String... arguments) {
    return run(Map.of("HOME", directory.toString()), input, arguments);
  }

  private static Outcome run(Map<String, String> env, String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        ConsoleMain.run(
            arguments,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            env,
            Terminals.NONE);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
