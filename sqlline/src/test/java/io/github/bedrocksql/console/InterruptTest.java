package io.github.bedrocksql.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C ends what runs, or clears the line, and never the console. */
class InterruptTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @TempDir Path home;
  private TerminalSession session;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    session = new TerminalSession(home, 200, 50);
    session.await("> $");
  }

  @AfterEach
  void close() throws IOException {
    session.close();
  }

  private void assertEnds(String sql) throws IOException, InterruptedException {
    session.enter(sql + ";");
    session.await(";\n");
    TimeUnit.SECONDS.sleep(2);
    session.type(CTRL_C).await("Error 57014: [^\n]*\n");
    session.enter("SELECT 6 * 7 AS answer;").await("\\| +42 \\|\n");
  }

  /** It makes no call while it runs: all jobs are read by then. */
  @Test
  void endsAQueryOfRowsThatWereRead() throws IOException, InterruptedException {
    assertEnds(
        "SELECT COUNT(*) FROM model_import_jobs a, model_import_jobs b, model_import_jobs c,"
            + " model_import_jobs d, model_import_jobs e"
            + " WHERE a.job_name || b.job_name || c.job_name || d.job_name < e.job_name || '!'");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.x FROM generate_series(1, 1000000) AS a(x), generate_series(1, 1000000) AS b(x)"
            + " WHERE a.x + b.x < 0",
        "SELECT DISTINCT (a.x + b.x) % 7 FROM generate_series(1, 1000000) AS a(x),"
            + " generate_series(1, 1000000) AS b(x)",
        "SELECT a.x * b.x AS y FROM generate_series(1, 1000000) AS a(x),"
            + " generate_series(1, 1000000) AS b(x) ORDER BY -y LIMIT 3",
        "SELECT MAX(y) FROM (SELECT SUM(a.x) OVER (ORDER BY b.x, a.x) AS y FROM"
            + " generate_series(1, 20000) AS a(x), generate_series(1, 20000) AS b(x)) AS s",
      })
  void endsAQueryThatComputes(String sql) throws IOException, InterruptedException {
    assertEnds(sql);
  }

  @Test
  void endsAWatch() throws IOException, InterruptedException {
    session.enter("!watch 1 SELECT job_name, status FROM model_import_jobs").await("Every 1 s");
    session.await("InProgress");
    session.await("Every 1 s");
    session.type(CTRL_C).await("sandbox> $");
    session.enter("SELECT 6 * 7 AS answer;").await("\\| +42 \\|\n");
  }

  @Test
  void clearsTheLine() throws IOException, InterruptedException {
    session.type("SELECT nonsense ").await("nonsense");
    session.type(CTRL_C).await("> $");
    session.enter("SELECT 6 * 7 AS answer;").await("\\| +42 \\|\n");
  }

  @Test
  void leavesAContinuedStatement() throws IOException, InterruptedException {
    session.enter("SELECT 'open").await("> $");
    session.type(CTRL_C).await("> $");
    session.enter("SELECT 6 * 7 AS answer;").await("\\| +42 \\|\n");
  }

  @Test
  void theConsoleEndsByCtrlD() throws Exception {
    session.type(CTRL_D).awaitEnd();
  }
}
