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
import java.util.Map;
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
    return String.format(Locale.ROOT, "| %s | %.2f s |", result.program(), result.seconds());
  }

  /**
   * Writes {@code performance.json}, and the tables into {@code performance.md} between its marks:
   * what stands around them is written by hand.
   */
  static void write(
      Path directory, List<WarmRuns.Result> warm, List<ColdRuns.Result> cold, boolean quick)
      throws IOException {
    Map<String, Object> all =
        Map.of("date", date(), "machine", machine(), "quick", quick, "warm", warm, "cold", cold);
    Files.writeString(
        directory.resolve("performance.json"),
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all)
            + "\n");
    Path page = directory.resolve("performance.md");
    String[] parts = Files.readString(page).split(TABLE, -1);
    if (parts.length != 3) {
      throw new IllegalStateException(page + " has no two marks " + TABLE);
    }
    Files.writeString(page, parts[0] + TABLE + "\n" + tables(warm, cold, quick) + TABLE + parts[2]);
  }

  private static String tables(
      List<WarmRuns.Result> warm, List<ColdRuns.Result> cold, boolean quick) {
    return "\n"
        + (quick ? "A quick run" : "A full run")
        + ", "
        + date()
        + ", on "
        + machine()
        + ".\n\n| warm, the medians | driver | bare SDK | ratio | at most |\n| --- | --- | --- | --- | --- |\n"
        + warm.stream().map(Report::line).collect(Collectors.joining("\n"))
        + "\n\n"
        + (cold.isEmpty() ? "" : processes(cold));
  }

  private static String processes(List<ColdRuns.Result> cold) {
    return "| whole process, the median | time |\n| --- | --- |\n"
        + cold.stream().map(Report::line).collect(Collectors.joining("\n"))
        + "\n\n";
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
