package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;

/**
 * What the driver allocates beside the bare SDK, for the same calls: of what makes a statement
 * slow, that is the part that is the same on every machine. Counted in a JVM of its own, by all of
 * its threads, without the compiler that leaves allocations out once code is hot.
 */
class AllocationTest {
  /** Of a prepared point lookup executed again, in percent of the SDK's bytes. */
  private static final long LOOKUP = 146;

  /** Of a list, eight columns read by their numbers, in percent of the SDK's bytes. */
  private static final long LIST = 32;

  /** A gain is written down as well as a loss is: the next change is measured from there. */
  private static final double TOLERANCE = 0.2;

  private static final int ROWS = 2_000;
  private static final int WARM_UP = 20;
  private static final int TURNS = 7;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void staysWhatItIs() throws Exception {
    try (Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", ROWS).start()) {
      assertStay(counted(Bench.url(sandbox), sandbox.endpoint()));
    }
  }

  private static void assertStay(List<Long> counted) {
    SoftAssertions.assertSoftly(
        all -> {
          assertStays(all, "LOOKUP", LOOKUP, counted.get(0), counted.get(1));
          assertStays(all, "LIST", LIST, counted.get(2), counted.get(3));
        });
  }

  private static void assertStays(
      SoftAssertions all, String name, long written, long driver, long sdk) {
    long percent = Math.round(100.0 * driver / sdk);
    all.assertThat((double) percent)
        .as(
            "The driver allocates %,d bytes, the SDK %,d; if that is meant to be: long %s = %d",
            driver, sdk, name, percent)
        .isBetween(written * (1 - TOLERANCE), written * (1 + TOLERANCE));
  }

  /**
   * Prints the bytes of a lookup, by the driver and by the SDK, and of a list.
   *
   * @param args the connection's URL and the endpoint
   */
  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0] + "detailCache=0");
        PreparedStatement lookup =
            connection.prepareStatement(
                "SELECT job_name, status, role_arn, failure_message FROM model_import_jobs"
                    + " WHERE job_identifier = ?");
        PreparedStatement list =
            connection.prepareStatement(
                "SELECT job_arn, job_name, status, creation_time, last_modified_time, end_time,"
                    + " imported_model_arn, imported_model_name FROM model_import_jobs");
        BedrockClient client = client(args[1])) {
      lookup.setString(1, "job-00042");
      System.out.println(bytes(() -> read(lookup)));
      System.out.println(bytes(() -> client.getModelImportJob(r -> r.jobIdentifier("job-00042"))));
      System.out.println(bytes(() -> read(list)));
      System.out.println(bytes(() -> read(client)));
    }
  }

  private static BedrockClient client(String endpoint) {
    return BedrockClient.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "secret")))
        .httpClientBuilder(Apache5HttpClient.builder())
        .build();
  }

  private static void read(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
  }

  private static void read(BedrockClient client) {
    client
        .listModelImportJobsPaginator(request -> request.maxResults(1_000))
        .modelImportJobSummaries()
        .forEach(ModelImportJobSummary::jobArn);
  }

  /** What is done again and again. */
  @FunctionalInterface
  private interface Step {
    void once() throws SQLException;
  }

  /** Returns the median of what all threads allocate while a step is done once. */
  private static long bytes(Step step) throws SQLException {
    for (int i = 0; i < WARM_UP; i++) {
      step.once();
    }
    long[] bytes = new long[TURNS];
    for (int i = 0; i < TURNS; i++) {
      long before = allocated();
      step.once();
      bytes[i] = allocated() - before;
    }
    Arrays.sort(bytes);
    return bytes[TURNS / 2];
  }

  private static long allocated() {
    return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).sum();
  }

  private static List<Long> counted(String url, URI endpoint)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AllocationTest.class.getName(),
            url,
            endpoint.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().map(Long::valueOf).toList();
  }
}
