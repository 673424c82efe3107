package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fresh JVM loads for one point query: that is most of the time that it takes. */
@Tag("long")
class FirstQueryTest {
  /** Of ours and of libraries: a tenth more than there were when this was written. */
  private static final int MOST_CLASSES = 4_820;

  /** Made at run time, for lambdas, proxies and method handles: a tenth more than there were. */
  private static final int MOST_MADE = 1_850;

  /**
   * Prints a job's name.
   *
   * @param args the connection's URL
   */
  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT job_name, role_arn FROM model_import_jobs"
                    + " WHERE job_identifier = 'job-00003'")) {
      rows.next();
      System.out.println(rows.getString(1));
    }
  }

  @TempDir private Path directory;

  @Test
  void aPointQueryLoadsNeitherACompilerNorThePlannersRules() throws Exception {
    try (Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 5).start()) {
      assertThat(printed(Bench.url(sandbox))).containsExactly("job-00003");
    }
    List<String> all = Files.readAllLines(directory.resolve("classes"));
    List<String> classes = all.stream().filter(line -> line.contains(" source: file:")).toList();
    long ofTheJdk =
        all.stream()
            .filter(line -> line.contains(" source: jrt:") || line.contains(" source: shared"))
            .count();
    assertThat(all.size() - classes.size() - ofTheJdk).isBetween(MOST_MADE / 2L, (long) MOST_MADE);
    assertThat(classes).hasSizeBetween(MOST_CLASSES / 2, MOST_CLASSES);
    assertThat(classes)
        .noneMatch(name -> name.contains("org.codehaus.janino."))
        .noneMatch(name -> name.contains("org.apache.calcite.rel.rules.CoreRules "))
        .noneMatch(name -> name.contains("org.apache.calcite.adapter.enumerable.RexImpTable "));
  }

  /** Returns the lines that a fresh JVM prints, which writes to a file what it loads. */
  private List<String> printed(String url) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + directory.resolve("classes"),
            "-cp",
            System.getProperty("java.class.path"),
            FirstQueryTest.class.getName(),
            url);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }
}
