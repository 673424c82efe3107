package io.github.bedrocksql.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was measured, for people and for programs. */
final class Report {
  private static final String TABLE = "<!-- measured -->";

  private Report() {}

  static String line(WarmRuns.Result result) {
    return String.format(
        Locale.ROOT,
        "| %s%s | %.2f ms | %.2f ms | %.2f | %s |",
        result.workload(),
        result.latency() ? ", 20 ms latency" : "",
        result.driver(),
        result.sdk(),
        result.ratio(),
        result.bound());
  }

  static String line(ColdRuns.Result result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f s | %s | %s |",
        result.program(),
        result.seconds(),
        result.bound() == null ? "" : String.format(Locale.ROOT, "%.2f s", result.bound()),
        result.rows() == 0
            ? ""
            : String.format(Locale.ROOT, "%,.0f", result.rows() / result.seconds()));
  }

  static String line(Plans.Result result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f ms | %.1f ms |",
        result.text(),
        result.milliseconds(),
        result.bound());
  }

  static String line(Breakdown.Result result) {
    return Breakdown.columns().stream()
        .map(part -> result.parts().get(part))
        .map(
            value ->
                value == null
                    ? ""
                    : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value))
        .collect(Collectors.joining(" | ", "| " + result.lookup() + " | ", " |"));
  }

  private record Written(String date, String machine, Measured measured) {}

  /** All that was measured, as it is written to {@code performance.json}. */
  record Measured(
      boolean quick,
      List<WarmRuns.Result> warm,
      List<Plans.Result> plans,
      List<ColdRuns.Result> cold,
      List<Breakdown.Result> breakdown) {}

  /**
   * Writes {@code performance.json}, and the tables into {@code performance.md} between its marks:
   * what stands around them is written by hand.
   */
  static void write(Path directory, Measured measured) throws IOException {
    Files.writeString(
        directory.resolve("performance.json"),
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Written(date(), machine(), measured))
            + "\n");
    Path page = directory.resolve("performance.md");
    String[] parts = Files.readString(page).split(TABLE, -1);
    if (parts.length != 3) {
      throw new IllegalStateException(page + " has no two marks " + TABLE);
    }
    Files.writeString(page, parts[0] + TABLE + "\n" + tables(measured) + TABLE + parts[2]);
  }

  private static String tables(Measured measured) {
    return "\n"
        + (measured.quick() ? "A quick run" : "A full run")
        + ", "
        + date()
        + ", on "
        + machine()
        + ".\n\n"
        + table(
            "warm, the medians | driver | bare SDK | ratio | at most",
            measured.warm(),
            Report::line)
        + table("a text never seen, the median | time | at most", measured.plans(), Report::line)
        + table(
            "whole process, the median | time | at most | rows a second",
            measured.cold(),
            Report::line)
        + table(
            "where a point lookup's milliseconds go | " + String.join(" | ", Breakdown.columns()),
            measured.breakdown(),
            Report::line);
  }

  private static <T> String table(String head, List<T> results, Function<T, String> line) {
    return results.isEmpty()
        ? ""
        : results.stream()
            .map(line)
            .collect(
                Collectors.joining(
                    "\n",
                    "| " + head + " |\n|" + " --- |".repeat(head.split(" \\| ").length) + "\n",
                    "\n\n"));
  }

  private static String date() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, Java %s, load %.1f",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
