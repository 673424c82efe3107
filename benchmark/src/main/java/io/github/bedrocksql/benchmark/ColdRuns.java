package io.github.bedrocksql.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures whole processes, in turn.
 *
 * @param rounds how often each is run
 * @param large whether the large account is read, too
 */
record ColdRuns(EndpointProcess endpoints, int rounds, boolean large) {
  static final int MANY_JOBS = 1_000_000;

  private static final String JOB = "job-00042";

  private static final String CONSOLE = "console, one-shot query, not its first run";

  /** What the console's runs leave for each other. */
  private static final Path CACHE =
      Path.of("benchmark", "target", "console-cache").toAbsolutePath();

  /** The first run of the console makes an archive of its classes beside it, for the others. */
  private static final Duration ARCHIVED = Duration.ofMinutes(2);

  /**
   * What came of one program.
   *
   * @param seconds the median
   */
  record Result(String program, double seconds) {}

  List<Result> all(String only) throws IOException, InterruptedException {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put("bare SDK, fresh JVM", first("sdk"));
    programs.put("driver jar, fresh JVM: getConnection and first point query", first("driver"));
    Path console = Path.of("sqlline", "bin", "bedrock-sql");
    if (Files.isExecutable(console)) {
      programs.put(CONSOLE, console(console));
    }
    if (isInstalled("aws", "--version")) {
      programs.put("aws CLI", aws());
    }
    if (isInstalled("python3", "-c", "import boto3")) {
      programs.put("boto3", boto3());
    }
    if (large) {
      programs.put(
          "1,000,000 jobs in a heap of 96 MiB: COUNT(*)",
          read("SELECT COUNT(*) FROM model_import_jobs"));
      programs.put(
          "1,000,000 jobs in a heap of 96 MiB: GROUP BY",
          read("SELECT status, COUNT(*) FROM model_import_jobs GROUP BY status"));
      programs.put(
          "1,000,000 jobs in a heap of 96 MiB: streaming read",
          read("SELECT job_name, status FROM model_import_jobs"));
    }
    programs.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).contains(only));
    if (programs.containsKey(CONSOLE)) {
      makeArchive(programs.get(CONSOLE));
    }
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        times
            .computeIfAbsent(program.getKey(), name -> new ArrayList<>())
            .add(seconds(program.getValue()));
      }
    }
    List<Result> results = new ArrayList<>();
    times.forEach((name, all) -> results.add(new Result(name, WarmRuns.median(all))));
    results.forEach(result -> System.out.println(Report.line(result)));
    return results;
  }

  private static void makeArchive(List<String> console) throws IOException, InterruptedException {
    seconds(console);
    Instant end = Instant.now().plus(ARCHIVED);
    while (!isArchived()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("There is no archive of classes in " + CACHE);
      }
      Thread.sleep(100);
    }
  }

  private static boolean isArchived() throws IOException {
    try (Stream<Path> made = Files.list(CACHE)) {
      return made.anyMatch(file -> file.toString().matches(".*\\.(jsa|aot)"));
    }
  }

  private List<String> first(String side) {
    return List.of(
        Java.PATH, "-cp", Java.CLASS_PATH, FirstQuery.class.getName(), side, endpoints.near());
  }

  private List<String> read(String query) {
    return List.of(
        Java.PATH,
        "-Xmx96m",
        "-cp",
        Java.CLASS_PATH,
        LargeRead.class.getName(),
        endpoints.near(),
        query);
  }

  private List<String> console(Path console) {
    return List.of(
        console.toString(),
        "--endpoint",
        endpoints.near(),
        "--region",
        Endpoints.REGION,
        "-e",
        "SELECT job_name, status, role_arn FROM model_import_jobs WHERE job_identifier = '"
            + JOB
            + "'");
  }

  private List<String> aws() {
    return List.of(
        "aws",
        "--endpoint-url",
        endpoints.near(),
        "--region",
        Endpoints.REGION,
        "bedrock",
        "get-model-import-job",
        "--job-identifier",
        JOB);
  }

  private List<String> boto3() {
    return List.of(
        "python3",
        "-c",
        """
        import boto3, sys
        client = boto3.client('bedrock', endpoint_url=sys.argv[1], region_name=sys.argv[2])
        print(client.get_model_import_job(jobIdentifier=sys.argv[3])['status'])
        """,
        endpoints.near(),
        Endpoints.REGION,
        JOB);
  }

  private static boolean isInstalled(String... command) throws InterruptedException {
    try {
      return process(List.of(command)).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // There is no such program.
    }
  }

  private static ProcessBuilder process(List<String> command) {
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    process.environment().put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    process.environment().put("AWS_SECRET_ACCESS_KEY", "secret");
    process.environment().put("BEDROCK_SQL_CACHE", CACHE.toString());
    return process;
  }

  private static double seconds(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int status = process(command).start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(command + " ended with status " + status);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
