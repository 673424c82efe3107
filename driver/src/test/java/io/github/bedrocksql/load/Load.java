package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Queries over generated jobs whose answers are known. */
final class Load {
  static final String REGION = "us-east-1";
  static final int JOBS = 240;

  private static final int KINDS = 5;

  private Load() {}

  static String url(Sandbox sandbox) {
    return "jdbc:bedrock:region="
        + REGION
        + ";accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint="
        + sandbox.endpoint()
        + ";";
  }

  static String name(int job) {
    return String.format(Locale.ROOT, "job-%05d", job);
  }

  /** Runs one of the queries and checks its rows. */
  static void ask(Connection connection, Random dice) throws SQLException {
    ask(connection, dice, KINDS);
  }

  /** Runs one of the queries that break off no call. */
  static void askWhole(Connection connection, Random dice) throws SQLException {
    ask(connection, dice, KINDS - 1);
  }

  private static void ask(Connection connection, Random dice, int kinds) throws SQLException {
    int job = 1 + dice.nextInt(JOBS - 10);
    switch (dice.nextInt(kinds)) {
      case 0 ->
          assertThat(rows(connection, "SELECT COUNT(*) FROM model_import_jobs"))
              .containsExactly(Integer.toString(JOBS));
      case 1 ->
          assertThat(
                  rows(
                      connection, "SELECT role_arn FROM model_import_jobs WHERE job_name = ?", job))
              .containsExactly(role(job));
      case 2 ->
          assertThat(
                  rows(
                      connection,
                      "SELECT COUNT(*) FROM model_import_jobs WHERE status = 'InProgress'"))
              .containsExactly(Integer.toString(JOBS / 4));
      case 3 ->
          assertThat(
                  rows(
                      connection,
                      "SELECT role_arn FROM model_import_jobs WHERE job_name IN (?, ?, ?)",
                      job,
                      job + 1,
                      job + 2))
              .containsExactlyInAnyOrder(role(job), role(job + 1), role(job + 2));
      default -> readSome(connection);
    }
  }

  private static String role(int job) {
    return "arn:aws:iam::123456789012:role/import-" + job % 5;
  }

  /** Leaves after the first rows, with details of others under way. */
  private static void readSome(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT job_name, role_arn FROM model_import_jobs ORDER BY creation_time DESC");
        ResultSet rows = statement.executeQuery()) {
      for (int job = JOBS; job > JOBS - 3; job--) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(name(job));
        assertThat(rows.getString(2)).isEqualTo(role(job));
      }
    }
  }

  private static List<String> rows(Connection connection, String sql, int... jobs)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < jobs.length; i++) {
        statement.setString(i + 1, name(jobs[i]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return firstColumn(rows);
      }
    }
  }

  /** Returns what reads a detail of every job, over a connection of its own. */
  static Callable<Void> readingDetails(Sandbox sandbox, int maxConcurrency) {
    return () -> {
      try (Connection connection =
              DriverManager.getConnection(url(sandbox) + "maxConcurrency=" + maxConcurrency);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT role_arn FROM model_import_jobs")) {
        assertThat(firstColumn(rows)).hasSize(JOBS);
      }
      return null;
    };
  }

  static List<String> firstColumn(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(1));
    }
    return values;
  }

  /** Returns the names of all jobs. */
  static List<String> names() {
    return IntStream.rangeClosed(1, JOBS).mapToObj(Load::name).toList();
  }

  /** Runs all at once; the first failure of any is thrown. */
  static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
