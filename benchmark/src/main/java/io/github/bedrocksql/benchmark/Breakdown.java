package io.github.bedrocksql.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time of a point lookup goes, in the thread that asks. */
public final class Breakdown {
  private static final String ALL = "all";
  private static final String LOADED = "classes loaded, a number";
  private static final String JIT = "JIT compiler, beside it";

  private Breakdown() {}

  /**
   * What came of one lookup.
   *
   * @param parts milliseconds of each, what is left out is none; those that are counted beside them
   *     included
   */
  record Result(String lookup, Map<String, Double> parts) {}

  /** Returns the columns of results, in their order. */
  static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(ALL));
    for (StackParts.Part part : StackParts.Part.values()) {
      columns.add(part.title());
    }
    columns.addAll(List.of(JIT, LOADED));
    return columns;
  }

  /** Measures lookups in this JVM, and closes them. */
  static Result warm(String title, Workload.Run lookups, Duration time) throws Exception {
    try (Workload.Run run = lookups) {
      int number = repeat(run, 0, time);
      try (StackParts stack = new StackParts(Thread.currentThread())) {
        long start = System.nanoTime();
        int times = repeat(run, number, time) - number;
        double each = (System.nanoTime() - start) / 1e6 / times;
        return new Result(title, parts(stack, each));
      }
    }
  }

  private static int repeat(Workload.Run run, int first, Duration time) throws Exception {
    int number = first;
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; number++) {
      run.step().once(number);
    }
    return number;
  }

  private static Map<String, Double> parts(StackParts stack, double milliseconds) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(ALL, milliseconds);
    stack.shares().forEach((part, share) -> parts.put(part.title(), share * milliseconds));
    return parts;
  }

  /** Measures the first lookup of JVMs of its own. */
  static Result cold(String endpoint, int rounds) throws IOException, InterruptedException {
    Map<String, List<Double>> parts = new LinkedHashMap<>();
    for (int i = 0; i < rounds; i++) {
      Process process =
          new ProcessBuilder(Java.PATH, "-cp", Java.CLASS_PATH, Breakdown.class.getName(), endpoint)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("A first lookup ended with " + process.exitValue());
      }
      for (String line : output.lines().toList()) {
        int equals = line.indexOf('=');
        parts
            .computeIfAbsent(line.substring(0, equals), part -> new ArrayList<>())
            .add(Double.valueOf(line.substring(equals + 1)));
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    parts.forEach((part, values) -> medians.put(part, WarmRuns.median(values)));
    return new Result("Fresh JVM, getConnection and first lookup", medians);
  }

  /**
   * Prints where the time of this JVM's first lookup went.
   *
   * @param args the endpoint
   */
  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    try (StackParts stack = new StackParts(Thread.currentThread());
        Workload.Run run = Workload.NEW_CONNECTION.driver(URI.create(args[0]))) {
      run.step().once(41);
      Map<String, Double> parts = parts(stack, (System.nanoTime() - begin) / 1e6);
      parts.put(JIT, (double) ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
      parts.put(
          LOADED, (double) ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
      parts.forEach((part, value) -> System.out.println(part + "=" + value));
    }
  }
}
