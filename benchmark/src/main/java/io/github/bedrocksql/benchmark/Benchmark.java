package io.github.bedrocksql.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    WarmRuns runs =
        quick
            ? new WarmRuns(TimeValue.seconds(4), TimeValue.milliseconds(700), 5)
            : new WarmRuns(TimeValue.seconds(20), TimeValue.seconds(2), 15);
    List<WarmRuns.Result> results = new ArrayList<>();
    List<ColdRuns.Result> processes = new ArrayList<>();
    try (EndpointProcess endpoints = EndpointProcess.start(quick ? 0 : ColdRuns.MANY_JOBS)) {
      for (Workload workload : Workload.values()) {
        if (warm && workload.name().contains(only.toUpperCase(Locale.ROOT))) {
          for (boolean latency : new boolean[] {false, true}) {
            WarmRuns.Result result = runs.of(workload, endpoints.uri(latency), latency);
            System.out.println(Report.line(result));
            results.add(result);
          }
        }
      }
      if (cold) {
        processes.addAll(new ColdRuns(endpoints, quick ? 3 : 11, !quick).all(only));
      }
    }
    if (!report.isEmpty()) {
      Report.write(Path.of(report), results, processes, quick);
    }
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
