package io.github.bedrocksql.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures everything, prints it as it comes, and writes it down. */
public final class Benchmark {
  private static final String USAGE =
      "Usage: benchmark [--quick] [--warm | --cold] [--only PART-OF-A-NAME] [--report DIRECTORY]";

  private Benchmark() {}

  /** Runs what the command line asks for. */
  public static void main(String[] args) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(args));
    boolean quick = options.remove("--quick");
    boolean warm = !options.remove("--cold");
    boolean cold = !options.remove("--warm");
    String only = value(options, "--only", "");
    String report = value(options, "--report", "");
    if (!options.isEmpty()) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try (EndpointProcess endpoints = EndpointProcess.start(quick ? 0 : ColdRuns.MANY_JOBS)) {
      Report.Measured measured =
          new Report.Measured(
              quick,
              warm ? workloads(endpoints, quick, only) : List.of(),
              warm ? plans(quick).all(endpoints, only) : List.of(),
              cold ? new ColdRuns(endpoints, quick ? 3 : 11, quick ? 0 : 3).all(only) : List.of(),
              "breakdown".contains(only) ? breakdown(endpoints, quick) : List.of());
      if (!report.isEmpty()) {
        Report.write(Path.of(report), measured);
      }
    }
  }

  private static List<WarmRuns.Result> workloads(
      EndpointProcess endpoints, boolean quick, String only) throws RunnerException {
    WarmRuns runs =
        quick
            ? new WarmRuns(TimeValue.seconds(4), TimeValue.milliseconds(700), 5)
            : new WarmRuns(TimeValue.seconds(10), TimeValue.milliseconds(1_200), 7);
    List<WarmRuns.Result> results = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      if (workload.name().contains(only.toUpperCase(Locale.ROOT))) {
        for (boolean latency : new boolean[] {false, true}) {
          WarmRuns.Result result = runs.of(workload, endpoints.uri(latency), latency);
          System.out.println(Report.line(result));
          results.add(result);
        }
      }
    }
    return results;
  }

  private static Plans plans(boolean quick) {
    return new Plans(Duration.ofSeconds(quick ? 3 : 10), quick ? 7 : 21);
  }

  private static List<Breakdown.Result> breakdown(EndpointProcess endpoints, boolean quick)
      throws Exception {
    URI endpoint = URI.create(endpoints.near());
    Duration time = Duration.ofSeconds(quick ? 2 : 8);
    List<Breakdown.Result> results =
        List.of(
            Breakdown.warm(
                "Prepared, executed again", Workload.PREPARED_LOOKUP.driver(endpoint), time),
            Breakdown.warm("Same text, new execution", Workload.SAME_TEXT.driver(endpoint), time),
            Breakdown.warm("A text never seen", Workload.newTexts(endpoint), time),
            Breakdown.warm("New connection", Workload.NEW_CONNECTION.driver(endpoint), time),
            Breakdown.cold(endpoints.near(), quick ? 3 : 7));
    results.forEach(result -> System.out.println(Report.line(result)));
    return results;
  }

  private static String value(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    if (at < 0 || at + 1 == options.size()) {
      return otherwise;
    }
    options.remove(at);
    return options.remove(at);
  }
}
