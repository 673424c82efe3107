package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/** The jar that runs by itself. */
class StandaloneJarIT {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String JAR = System.getProperty("standalone.jar");

  private static Process run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String firstLine(Process process) throws IOException {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      return out.readLine();
    }
  }

  @Test
  void printsItsUrlAndAnswersThere() throws IOException {
    Process process = run("--port", "0");
    try {
      String line = firstLine(process);
      assertThat(line).matches("Bedrock sandbox at http://127\\.0\\.0\\.1:[0-9]+");
      try (BedrockClient client =
          BedrockClient.builder()
              .endpointOverride(URI.create(line.substring(line.indexOf("http"))))
              .region(Region.US_EAST_1)
              .credentialsProvider(Bench.credentials("AKIDTEST", "secret"))
              .build()) {
        assertThat(client.listModelImportJobs(r -> {}).modelImportJobSummaries()).hasSize(18);
      }
    } finally {
      process.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "http"})
  void whatIsNoPortIsWrongUsage(String port) throws IOException, InterruptedException {
    Process process = run("--port", port);
    assertThat(firstLine(process)).startsWith("Usage: ");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void portThatIsTakenIsOneLine() throws IOException, InterruptedException {
    try (Sandbox taken = Sandbox.builder().start()) {
      int port = taken.endpoint().getPort();
      Process process = run("--port", Integer.toString(port));
      assertThat(firstLine(process)).startsWith("Cannot listen on port " + port + ": ");
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }
}
