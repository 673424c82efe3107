package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variables of a process of its own: what docs/aws-settings.md says of them, for a few. */
@Tag("long")
class ProcessEnvironmentTest {
  private static final String NOWHERE = "http://127.0.0.1:1";
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "AKIDENV", "AWS_SECRET_ACCESS_KEY", "s");

  @TempDir private Path home;

  /**
   * A process, all of whose connections have the same variables.
   *
   * @param variables {@code HERE} stands for the endpoint's host and port
   * @param urls one connection each
   * @param outcomes of each the caller and Region of its request, or what its failure says
   */
  private record Case(
      String name, Map<String, String> variables, List<String> urls, List<String> outcomes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "Region, keys and no proxy",
            with(
                KEYS,
                Map.of(
                    "AWS_DEFAULT_REGION", "us-west-2",
                    "AWS_ENDPOINT_URL", "http://HERE",
                    "HTTP_PROXY", NOWHERE,
                    "NO_PROXY", "localhost, 127.0.0.1")),
            List.of("", "region=eu-central-1", "accessKeyId=AKIDURL;secretAccessKey=s"),
            List.of("AKIDENV us-west-2", "AKIDENV eu-central-1", "AKIDURL us-west-2")),
        new Case(
            "a profile of a file",
            Map.of("AWS_PROFILE", "audit", "AWS_CONFIG_FILE", "$HOME/my config"),
            List.of("", "profile=other", "profile=nope"),
            List.of("AKIDAUDIT us-west-2", "AKIDOTHER us-east-1", "28000 There is no profile")),
        new Case(
            "an API key, and a proxy that nobody listens at",
            Map.of(
                "AWS_BEARER_TOKEN_BEDROCK", "a-key",
                "AWS_REGION", "us-east-1",
                "AWS_ENDPOINT_URL_BEDROCK", "http://HERE",
                "http_proxy", NOWHERE,
                "no_proxy", "HERE"),
            List.of("", "accessKeyId=AKIDURL;secretAccessKey=s", "endpoint=http://localhost:2"),
            List.of("API key us-east-1", "AKIDURL us-east-1", "08001 ")),
        new Case(
            "a number that is none",
            with(
                KEYS,
                Map.of(
                    "AWS_MAX_ATTEMPTS", "abc",
                    "AWS_REGION", "us-east-1",
                    "AWS_ENDPOINT_URL", "http://HERE")),
            List.of("", "sandbox=true"),
            List.of("22023 AWS_MAX_ATTEMPTS: 'abc' is not a whole number", "answered")));
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** Asks each connection for a row, and prints what came of it on a line of its own. */
  public static void main(String[] urls) {
    for (String url : urls) {
      try (Connection connection =
          DriverManager.getConnection("jdbc:bedrock:maxRetries=0;" + url)) {
        Bench.texts(connection, "SELECT job_name FROM model_import_jobs");
        System.out.println("answered");
      } catch (SQLException e) {
        System.out.println(e.getSQLState() + " " + e.getMessage());
      }
    }
  }

  private List<String> printed(Case given, String host) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Duser.home=" + home, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ProcessEnvironmentTest.class.getName());
    command.addAll(given.urls());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(home.resolve("err").toFile());
    builder.environment().keySet().removeIf(n -> n.startsWith("AWS_") || n.matches("(?i).*proxy"));
    builder.environment().put("HOME", home.toString());
    given.variables().forEach((n, v) -> builder.environment().put(n, v.replace("HERE", host)));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(home.resolve("err"))).isZero();
    return output.lines().toList();
  }

  private static String asked(RecordedRequest request) {
    return request.caller() + " " + request.region();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aProcess(Case given) throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.builder().sampleJobs().apiKey("a-key", "us-east-1").start()) {
      String host = sandbox.endpoint().getAuthority();
      Files.writeString(
          home.resolve("my config"),
          """
          [profile audit]
            region = us-west-2
            aws_access_key_id = AKIDAUDIT
            aws_secret_access_key = s
            endpoint_url = http://HERE
          [profile other]
          region = us-east-1
          aws_access_key_id = AKIDOTHER
          aws_secret_access_key = s
          endpoint_url = http://HERE
          """
              .replace("HERE", host));
      List<String> printed = printed(given, host);
      assertThat(printed).hasSameSizeAs(given.urls());
      List<RecordedRequest> requests = sandbox.requests();
      List<String> wanted = new ArrayList<>();
      for (int i = 0; i < printed.size(); i++) {
        String outcome = given.outcomes().get(i);
        boolean fails = outcome.matches("[0-9]{2}[0-9A-Z]{3} .*");
        assertThat(printed.get(i)).startsWith(fails ? outcome : "answered");
        if (!fails && !outcome.equals("answered")) {
          wanted.add(outcome);
        }
      }
      assertThat(requests).extracting(ProcessEnvironmentTest::asked).isEqualTo(wanted);
    }
  }
}
