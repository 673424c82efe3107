package io.github.bedrocksql.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures in one warm JVM, the two sides in short turns: what else the machine does then slows
 * both alike, and their ratio holds.
 *
 * @param warmUp of each side before the first turn without latency
 * @param turn how long a side's turn is
 * @param turns of each side
 */
record WarmRuns(TimeValue warmUp, TimeValue turn, int turns) {
  /**
   * What came of one workload, times in milliseconds, each the median of the medians.
   *
   * @param ratio the median of the turns' ratios
   */
  record Result(
      String workload, boolean latency, double driver, double sdk, double ratio, double bound) {}

  Result of(Workload workload, String endpoint, boolean latency) throws RunnerException {
    // What waits runs the code that is warm by then.
    TimeValue first = latency ? turn : warmUp;
    run(workload, "driver", endpoint, first);
    run(workload, "sdk", endpoint, first);
    List<Double> driver = new ArrayList<>();
    List<Double> sdk = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      driver.add(run(workload, "driver", endpoint, turn));
      sdk.add(run(workload, "sdk", endpoint, turn));
      ratios.add(driver.get(i) / sdk.get(i));
    }
    return new Result(
        workload.title(),
        latency,
        median(driver),
        median(sdk),
        median(ratios),
        workload.bound(latency));
  }

  /** Returns the median of a turn. */
  private static double run(Workload workload, String side, String endpoint, TimeValue time)
      throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(Turn.class.getName() + "\\.once")
                    .param("workload", workload.name())
                    .param("side", side)
                    .param("endpoint", endpoint)
                    .mode(Mode.SampleTime)
                    .timeUnit(TimeUnit.MILLISECONDS)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(time)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2])
        .average()
        .orElseThrow();
  }
}
