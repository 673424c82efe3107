package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A statement that takes more memory than there is ends with 53200, and the next one runs. */
@Tag("long")
class OutOfMemoryTest {
  private static final String MANY =
      "(SELECT a.x + b.x * 10000 AS k FROM generate_series(1, 1000) a (x),"
          + " generate_series(1, 3000) b (x)) AS ";

  private static List<String> outcomes(String url, List<String> statements)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx40m",
            "-XX:+UseSerialGC",
            "-Duser.language=en",
            "-cp",
            System.getProperty("java.class.path"),
            SmallHeap.class.getName(),
            url));
    command.addAll(statements);
    Process java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static String url(Sandbox sandbox) {
    return "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint="
        + sandbox.endpoint();
  }

  private static ImportJob withLongMessage(ImportJob job) {
    return new ImportJob(
        job.jobArn(),
        job.jobName(),
        "Failed",
        job.creationTime(),
        job.creationTime(),
        job.importedModelName(),
        null,
        job.roleArn(),
        job.dataSourceType(),
        job.s3Uri(),
        "m".repeat(9_000_000),
        null,
        null,
        null,
        job.tags());
  }

  private static String held(String doing) {
    return "53200 The statement ran out of memory while "
        + doing
        + " [0-9,]+ rows\\. Add a LIMIT or a condition, or give the JVM more heap \\(-Xmx\\)";
  }

  private static void assertMatch(List<String> outcomes, String... patterns) {
    assertThat(outcomes).hasSameSizeAs(patterns);
    for (int i = 0; i < patterns.length; i++) {
      assertThat(outcomes.get(i)).matches(patterns[i]);
    }
  }

  @Test
  void computing() throws Exception {
    List<String> statements =
        List.of(
            "SELECT k FROM " + MANY + "t ORDER BY -k",
            "SELECT COUNT(*) FROM " + MANY + "t JOIN " + MANY + "s ON t.k = s.k",
            "SELECT COUNT(*) FROM " + MANY + "t FULL JOIN " + MANY + "s ON t.k < s.k",
            "SELECT k, COUNT(*) FROM " + MANY + "t GROUP BY k",
            "SELECT DISTINCT k FROM " + MANY + "t",
            "SELECT COUNT(DISTINCT k) FROM " + MANY + "t",
            "SELECT k FROM " + MANY + "t INTERSECT SELECT k FROM " + MANY + "s",
            "SELECT SUM(k) OVER (ORDER BY k) FROM " + MANY + "t",
            "SELECT ARRAY_AGG(k) FROM " + MANY + "t",
            "SELECT STRING_AGG(REPEAT('a', 1000), '') FROM " + MANY + "t",
            "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY k) FROM " + MANY + "t",
            "SELECT REPEAT('a', 1000000000)",
            "SELECT LENGTH(REPEAT('a', CAST(k AS INTEGER) * 1000)) FROM " + MANY + "t",
            "SELECT REPEAT('abc', 2000000000)");
    assertMatch(
        outcomes("jdbc:bedrock:sandbox=true", statements),
        held("sorting"),
        held("joining"),
        held("joining"),
        held("aggregating"),
        held("aggregating"),
        held("aggregating"),
        held("comparing"),
        held("evaluating windows over"),
        held("aggregating"),
        held("aggregating"),
        held("aggregating"),
        "53200 The statement ran out of memory\\. Add a LIMIT .*",
        "53200 The statement ran out of memory\\. Add a LIMIT .*",
        "54000 A text would be longer than 2 GB");
  }

  @Test
  void readingFromTheApi() throws Exception {
    try (Sandbox sandbox =
        Sandbox.builder()
            .jobs("us-east-1", GeneratedJobs.of("us-east-1", "111122223333", 100_000))
            .start()) {
      List<String> statements =
          List.of(
              "SELECT job_name, job_arn, imported_model_name, imported_model_arn"
                  + " FROM model_import_jobs ORDER BY job_name",
              "SELECT job_name FROM model_import_jobs");
      assertMatch(outcomes(url(sandbox), statements), held("sorting"), "100000 rows");
    }
  }

  @Test
  void inGetters() throws Exception {
    assertMatch(
        outcomes(
            "jdbc:bedrock:sandbox=true",
            List.of("SELECT REPEAT('a', 1000000) AS read_often", "SELECT 'a' AS read_often")),
        "53200 The statement ran out of memory\\. Add a LIMIT .*",
        "100 rows");
  }

  @Test
  void readingDetailsSideBySide() throws Exception {
    ImmutableList<ImportJob> jobs =
        GeneratedJobs.of("us-east-1", "111122223333", 20).stream()
            .map(OutOfMemoryTest::withLongMessage)
            .collect(ImmutableList.toImmutableList());
    try (Sandbox sandbox = Sandbox.builder().jobs("us-east-1", jobs).start()) {
      assertMatch(
          outcomes(
              url(sandbox),
              List.of(
                  "SELECT failure_message FROM model_import_jobs",
                  "SELECT job_name FROM model_import_jobs")),
          "53200 The statement ran out of memory.*",
          "20 rows");
    }
  }
}
