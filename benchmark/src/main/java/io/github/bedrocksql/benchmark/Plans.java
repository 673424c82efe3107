package io.github.bedrocksql.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures plans of texts that were never seen.
 *
 * @param warmUp of each text
 * @param times that each is measured
 */
record Plans(Duration warmUp, int times) {
  private static final int MOST_MILLIS = 150;
  private static final int AT_MOST_TIMES = 2;

  private static final String TEN_REGIONS =
      Endpoints.SMALL_REGION
          + ",us-east-2,us-west-1,ca-central-1,eu-west-2,eu-west-3,eu-central-1,sa-east-1,"
          + "ap-northeast-1,ap-south-1";

  /**
   * What came of one text, in milliseconds.
   *
   * @param milliseconds the median
   */
  record Result(String text, double milliseconds, double bound) {}

  /** Does something with a text that is another each time. */
  @FunctionalInterface
  private interface Step {
    void with(int number) throws SQLException;
  }

  List<Result> all(EndpointProcess endpoints, String only) throws SQLException {
    List<Result> results = new ArrayList<>();
    try (Connection connection = Workload.connect(URI.create(endpoints.near()), Endpoints.REGION)) {
      results.add(planned(connection, "5,000 keys as an IN list", n -> in(n, 5_000)));
      results.add(planned(connection, "1,000 keys as a chain of ORs", n -> or(n, 1_000)));
      results.add(planned(connection, "5,000 keys as a chain of ORs", n -> or(n, 5_000)));
    }
    results.add(tenRegions(URI.create(endpoints.far())));
    results.removeIf(result -> !result.text().toLowerCase(Locale.ROOT).contains(only));
    results.forEach(result -> System.out.println(Report.line(result)));
    return results;
  }

  private Result planned(Connection connection, String title, IntFunction<String> text)
      throws SQLException {
    Step plan = n -> connection.prepareStatement(text.apply(n)).close();
    return new Result("Planning of " + title, median(plan), MOST_MILLIS);
  }

  /** Of ten Regions and of one, whose calls are made side by side. */
  private Result tenRegions(URI endpoint) throws SQLException {
    try (Connection one = Workload.connect(endpoint, Endpoints.SMALL_REGION);
        Connection ten = Workload.connect(endpoint, TEN_REGIONS)) {
      double single = median(n -> execute(one, statuses(n)));
      return new Result(
          "Planning and running a list of 10 Regions, 20 ms latency; at most twice one's",
          median(n -> execute(ten, statuses(n))),
          AT_MOST_TIMES * single);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getLong(2);
      }
    }
  }

  private double median(Step step) throws SQLException {
    int number = 0;
    for (long end = System.nanoTime() + warmUp.toNanos(); System.nanoTime() < end; number++) {
      step.with(number);
    }
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++, number++) {
      long start = System.nanoTime();
      step.with(number);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return WarmRuns.median(millis);
  }

  private static String statuses(int number) {
    return "SELECT status, COUNT(*) AS jobs_" + number + " FROM model_import_jobs GROUP BY status";
  }

  private static String in(int number, int keys) {
    return keys(number, keys, "'%s'", ", ", "job_identifier IN (", ")");
  }

  private static String or(int number, int keys) {
    return keys(number, keys, "job_identifier = '%s'", " OR ", "", "");
  }

  private static String keys(
      int number, int keys, String each, String between, String before, String after) {
    return IntStream.range(0, keys)
        .mapToObj(i -> String.format(Locale.ROOT, each, "job-" + i))
        .collect(
            Collectors.joining(
                between,
                "SELECT status AS s" + number + " FROM model_import_jobs WHERE " + before,
                after));
  }
}
