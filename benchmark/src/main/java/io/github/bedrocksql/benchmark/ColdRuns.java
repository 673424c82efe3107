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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures whole processes, in turn.
 *
 * @param rounds how often each is run
 * @param largeRounds how often the large account is read in each way; 0 for never
 */
record ColdRuns(EndpointProcess endpoints, int rounds, int largeRounds) {
  static final int MANY_JOBS = 1_000_000;

  private static final String JOB = "job-00042";

  private static final String SDK = "bare SDK, fresh JVM";
  private static final String DRIVER = "driver jar, fresh JVM: getConnection and first point query";
  private static final String CONSOLE = "console, one-shot query, not its first run";
  private static final String CONSOLE_25 = CONSOLE + ", Java 25";
  private static final String AWS = "aws CLI";
  private static final String BOTO3 = "boto3";

  /** What a process may take at most: as many times what another one takes. */
  private static final List<Bound> BOUNDS =
      List.of(
          new Bound(DRIVER, SDK, 1.5),
          new Bound(CONSOLE, AWS, 0.9),
          new Bound(CONSOLE_25, BOTO3, 1));

  /** Half as much again as the 55,000 a second that there once were. */
  private static final double MOST_SECONDS_OF_MANY = MANY_JOBS / (1.5 * 55_000);

  /** What the console's runs leave for each other. */
  private static final Path CACHE =
      Path.of("benchmark", "target", "console-cache").toAbsolutePath();

  /** The first run of the console makes an archive of its classes beside it, for the others. */
  private static final Duration ARCHIVED = Duration.ofMinutes(2);

  /** Home of a Java 25, which has another kind of archive. */
  private static final Optional<String> JAVA_25 =
      Optional.ofNullable(System.getenv("BENCHMARK_JAVA_25"));

  private record Bound(String program, String other, double times) {}

  /**
   * A program to run.
   *
   * @param java home of the Java that it runs on, if it is to choose one
   * @param rows that it reads, if they are many; 0 otherwise
   * @param most seconds that it may take, if they don't depend on another program's
   */
  private record Program(
      String name, List<String> command, Optional<String> java, int rows, Optional<Double> most) {
    static Program of(String name, List<String> command) {
      return new Program(name, command, Optional.empty(), 0, Optional.empty());
    }

    Program on(String otherJava) {
      return new Program(name, command, Optional.of(otherJava), rows, most);
    }

    Program within(double seconds) {
      return new Program(name, command, java, rows, Optional.of(seconds));
    }
  }

  /**
   * What came of one program.
   *
   * @param seconds the median
   * @param rows that it read, if they are many; 0 otherwise
   * @param bound seconds that it may take at most; null where nothing is asked
   */
  record Result(String program, double seconds, int rows, Double bound) {}

  List<Result> all(String only) throws IOException, InterruptedException {
    List<Program> programs = new ArrayList<>(small());
    programs.addAll(large());
    programs.removeIf(program -> !program.name().toLowerCase(Locale.ROOT).contains(only));
    for (Program program : programs) {
      if (program.name().startsWith(CONSOLE)) {
        makeArchive(program);
      }
    }
    Map<Program, List<Double>> times = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(rounds, largeRounds); i++) {
      for (Program program : programs) {
        if (i < (program.rows() > 0 ? largeRounds : rounds)) {
          times.computeIfAbsent(program, p -> new ArrayList<>()).add(seconds(program));
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((program, all) -> medians.put(program.name(), WarmRuns.median(all)));
    List<Result> results = new ArrayList<>();
    times.forEach(
        (program, all) ->
            results.add(
                new Result(
                    program.name(),
                    medians.get(program.name()),
                    program.rows(),
                    bound(program, medians))));
    results.forEach(result -> System.out.println(Report.line(result)));
    return results;
  }

  private static Double bound(Program program, Map<String, Double> medians) {
    return BOUNDS.stream()
        .filter(bound -> bound.program().equals(program.name()))
        .filter(bound -> medians.containsKey(bound.other()))
        .map(bound -> bound.times() * medians.get(bound.other()))
        .findFirst()
        .or(program::most)
        .orElse(null);
  }

  private List<Program> small() throws InterruptedException {
    List<Program> programs = new ArrayList<>();
    programs.add(Program.of(SDK, first("sdk")));
    programs.add(Program.of(DRIVER, first("driver")));
    Path console = Path.of("sqlline", "bin", "bedrock-sql");
    if (Files.isExecutable(console)) {
      programs.add(Program.of(CONSOLE, console(console)));
      JAVA_25.ifPresent(java -> programs.add(Program.of(CONSOLE_25, console(console)).on(java)));
    }
    if (isInstalled("aws", "--version")) {
      programs.add(Program.of(AWS, aws()));
    }
    if (isInstalled("python3", "-c", "import boto3")) {
      programs.add(Program.of(BOTO3, boto3()));
    }
    return programs;
  }

  private List<Program> large() {
    String jobs = "1,000,000 jobs in a heap of 96 MiB: ";
    return List.of(
        read(jobs + "COUNT(*)", 96, "SELECT COUNT(*) FROM model_import_jobs")
            .within(MOST_SECONDS_OF_MANY),
        read(
                jobs + "GROUP BY",
                96,
                "SELECT status, COUNT(*) FROM model_import_jobs GROUP BY status")
            .within(MOST_SECONDS_OF_MANY),
        read(jobs + "streaming read", 96, "SELECT job_name, status FROM model_import_jobs")
            .within(MOST_SECONDS_OF_MANY),
        read(jobs + "streaming read by the bare SDK", 96, LargeRead.SDK),
        read(
            "1,000,000 jobs in a heap of 256 MiB: ORDER BY job_name",
            256,
            "SELECT job_name FROM model_import_jobs ORDER BY job_name"));
  }

  private static void makeArchive(Program console) throws IOException, InterruptedException {
    seconds(console);
    Instant end = Instant.now().plus(ARCHIVED);
    while (!isArchived(console)) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("There is no archive of classes in " + cache(console));
      }
      Thread.sleep(100);
    }
  }

  private static boolean isArchived(Program console) throws IOException {
    try (Stream<Path> made = Files.list(cache(console))) {
      return made.anyMatch(file -> file.toString().matches(".*\\.(jsa|aot)"));
    }
  }

  /** Each Java makes an archive of its own. */
  private static Path cache(Program program) {
    return CACHE.resolve(program.java().isPresent() ? "25" : "usual");
  }

  private List<String> first(String side) {
    return List.of(
        Java.PATH, "-cp", Java.CLASS_PATH, FirstQuery.class.getName(), side, endpoints.near());
  }

  private Program read(String name, int mebibytes, String query) {
    return new Program(
        name,
        List.of(
            Java.PATH,
            "-Xmx" + mebibytes + "m",
            "-cp",
            Java.CLASS_PATH,
            LargeRead.class.getName(),
            endpoints.near(),
            query),
        Optional.empty(),
        MANY_JOBS,
        Optional.empty());
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
      return process(Program.of(command[0], List.of(command))).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // There is no such program.
    }
  }

  private static ProcessBuilder process(Program program) {
    ProcessBuilder process =
        new ProcessBuilder(program.command())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    process.environment().put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    process.environment().put("AWS_SECRET_ACCESS_KEY", "secret");
    process.environment().put("BEDROCK_SQL_CACHE", cache(program).toString());
    program.java().ifPresent(java -> process.environment().put("JAVA_HOME", java));
    return process;
  }

  private static double seconds(Program program) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int status = process(program).start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(program.command() + " ended with status " + status);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
