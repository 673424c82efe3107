package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Splitter;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is made once, and serves whoever asks the same, with the values and rows of now. */
class PlanCacheTest {
  private static final String ACCOUNT = "123456789012";

  @AutoClose
  private static final Sandbox SANDBOX =
      Sandbox.builder().generatedJobs("us-east-1", 60).generatedJobs("us-west-2", 30).start();

  private static Connection connect(String properties) throws SQLException {
    return Bench.connect(SANDBOX, properties);
  }

  private static String rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return text(rows);
    }
  }

  private static String text(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      texts.add(String.join(",", row));
    }
    return String.join(" / ", texts);
  }

  /** Returns how many plans this thread makes. */
  private static int plansOf(Callable<?> work) throws Exception {
    AtomicInteger plans = new AtomicInteger();
    Consumer<Object> count = plan -> plans.incrementAndGet();
    try (Hook.Closeable hook = Hook.PLAN_BEFORE_IMPLEMENTATION.addThread(count)) {
      assertThat(hook).isNotNull();
      work.call();
    }
    return plans.get();
  }

  // How many

  @Test
  void tenTextsTakeTenPlans() throws Exception {
    int plans =
        plansOf(
            () -> {
              try (Connection one = connect("region=us-east-1");
                  Connection other = connect("region=us-east-1")) {
                for (int i = 0; i < 1_000; i++) {
                  Connection connection = i % 3 == 0 ? one : other;
                  String sql =
                      "SELECT job_name AS ten_%d FROM model_import_jobs WHERE job_name = ?"
                          .formatted(i % 10);
                  if (i % 2 == 0) {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                      statement.setString(1, "job-00007");
                      assertThat(text(statement.executeQuery())).isEqualTo("job-00007");
                    }
                  } else {
                    connection.prepareStatement(sql).close();
                  }
                }
              }
              return null;
            });
    assertThat(plans).isEqualTo(10);
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(
      strings = {
        "job_name = 'job-000%02d'",
        "t.\"job_name\" = 'job-000%02d'",
        "job_identifier IN ('job-000%02d', 'job-00001')",
        "job_name LIKE '%%%02d'",
        "NOT job_name LIKE '%%%02d'",
        "job_name NOT LIKE '%%%02d' AND status <> 'Completed'",
        "(status = 'Failed' OR job_name >= 'job-000%02d')",
        "job_name BETWEEN 'job-000%02d' AND 'job-00050'",
        "job_name NOT BETWEEN 'job-000%02d' AND 'job-00050'",
        "duration_seconds > %d",
        "duration_seconds <= %d.5",
        "creation_time > TIMESTAMP '2026-01-01 00:%02d:00'",
        "creation_time > TIMESTAMP '2026-01-01 00:%02d:00.123'",
        "creation_time BETWEEN '2026-01-01 00:%02d:00' AND '2026-01-01 00:45:00.5'",
        "creation_time < DATE '2026-01-%02d'",
        "role_arn LIKE '%%import-3' AND duration_seconds < 1%02d",
        "job_name <> 'it''s %d' LIMIT 5",
        "status = 'Failed' ORDER BY job_name LIMIT %d OFFSET 1",
        "status = 'Failed' ORDER BY job_name OFFSET %d",
        "status = 'Failed' ORDER BY job_name FETCH FIRST %d ROWS ONLY",
      })
  void textsThatDifferInValuesShareAPlan(String condition) throws Exception {
    String text =
        "SELECT job_name, status, creation_time AS c%d FROM model_import_jobs t WHERE "
                .formatted(condition.hashCode() & 0xFFFF)
            + condition;
    try (Connection shared = connect("region=us-east-1");
        Connection anew = connect("region=us-east-1;planCache=false")) {
      rows(shared, text.formatted(11));
      int plans =
          plansOf(
              () -> {
                for (int i = 12; i < 30; i++) {
                  SANDBOX.clearRequests();
                  String rows = rows(shared, text.formatted(i));
                  String requests = requests();
                  SANDBOX.clearRequests();
                  assertThat(sorted(rows)).isEqualTo(sorted(anewRows(anew, text.formatted(i))));
                  assertThat(sorted(requests)).isEqualTo(sorted(requests()));
                }
                return null;
              });
      assertThat(plans).isZero();
    }
  }

  /** The members of an IN list are looked up in any order. */
  private static List<String> sorted(String parts) {
    return Splitter.onPattern(" / |\n").splitToStream(parts).sorted().toList();
  }

  /** In a thread of its own, whose plans are not counted. */
  private static String anewRows(Connection connection, String sql) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(() -> rows(connection, sql)).get();
    } finally {
      thread.shutdown();
    }
  }

  private static String requests() {
    return SANDBOX.requests().stream()
        .map(request -> request.operation() + request.parameters())
        .collect(joining("\n"));
  }

  // What may differ

  @Test
  void rowsAreThoseOfNow() throws SQLException {
    try (Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 3).start();
        Connection connection = Bench.connect(sandbox, "region=us-east-1");
        PreparedStatement prepared =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM model_import_jobs WHERE status = ?")) {
      prepared.setString(1, "Completed");
      assertThat(text(prepared.executeQuery())).isEqualTo("1");
      assertThat(rows(connection, "SELECT COUNT(*) FROM model_import_jobs")).isEqualTo("3");

      sandbox.replaceJobs("us-east-1", GeneratedJobs.of("us-east-1", ACCOUNT, 8));

      assertThat(text(prepared.executeQuery())).isEqualTo("4");
      assertThat(rows(connection, "SELECT COUNT(*) FROM model_import_jobs")).isEqualTo("8");
    }
  }

  @Test
  void aJoinKeepsItsRowsWhenSizesChange() throws SQLException {
    String sql =
        "SELECT COUNT(*), COUNT(m.model_name) FROM model_import_jobs j LEFT JOIN imported_models m"
            + " ON m.model_arn = j.imported_model_arn";
    try (Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 5).start();
        Connection connection = Bench.connect(sandbox, "region=us-east-1");
        Connection anew = Bench.connect(sandbox, "region=us-east-1;planCache=false")) {
      for (int jobs : new int[] {5, 5, 90, 1_100, 1, 0}) {
        sandbox.replaceJobs("us-east-1", GeneratedJobs.of("us-east-1", ACCOUNT, jobs));
        assertThat(rows(connection, sql)).isEqualTo(rows(anew, sql));
      }
    }
  }

  @Test
  void aSchemaWithArraysHasPlansOfItsOwn() throws SQLException {
    String sql = "SELECT vpc_config_subnet_ids FROM model_import_jobs WHERE job_name = 'job-00003'";
    try (Connection json = connect("region=us-east-1");
        Connection arrays = connect("region=us-east-1;arrays=native")) {
      for (int i = 0; i < 3; i++) {
        assertThat(rows(json, sql)).isEqualTo("[\"subnet-a3\",\"subnet-b3\"]");
        assertThat(rows(arrays, sql)).isEqualTo("[subnet-a3, subnet-b3]");
      }
    }
  }

  @Test
  void regionsAreThoseOfTheConnection() throws SQLException {
    String sql = "SELECT COUNT(*), MIN(region) FROM model_import_jobs WHERE job_name <> 'x'";
    try (Connection east = connect("region=us-east-1");
        Connection west = connect("region=us-west-2");
        Connection both = connect("regions=us-east-1,us-west-2")) {
      for (int i = 0; i < 2; i++) {
        assertThat(rows(east, sql)).isEqualTo("60,us-east-1");
        assertThat(rows(west, sql)).isEqualTo("30,us-west-2");
        assertThat(rows(both, sql)).isEqualTo("90,us-east-1");
      }
    }
  }

  @Test
  void endpointsAndClosedConnectionsDontMatter() throws SQLException {
    String sql = "SELECT COUNT(*) AS endpoints FROM model_import_jobs";
    try (Sandbox other = Sandbox.builder().generatedJobs("us-east-1", 7).start()) {
      try (Connection first = connect("region=us-east-1")) {
        assertThat(rows(first, sql)).isEqualTo("60");
      }
      try (Connection second = Bench.connect(other, "region=us-east-1")) {
        assertThat(rows(second, sql)).isEqualTo("7");
      }
      try (Connection third = connect("region=us-east-1")) {
        assertThat(rows(third, sql)).isEqualTo("60");
      }
    }
  }

  @Test
  void systemTablesAreThoseOfTheConnection() throws SQLException {
    String sql = "SELECT COUNT(*) FROM api_calls WHERE operation = 'ListModelImportJobs'";
    try (Connection one = connect("region=us-east-1");
        Connection other = connect("region=us-east-1")) {
      rows(one, "SELECT COUNT(*) FROM model_import_jobs");
      assertThat(rows(one, sql)).isEqualTo("1");
      assertThat(rows(other, sql)).isEqualTo("0");
      assertThat(rows(one, "SELECT region FROM region_status")).isEqualTo("us-east-1");
    }
  }

  @Test
  void maxRowsIsThatOfTheStatement() throws SQLException {
    String sql = "SELECT job_name FROM model_import_jobs ORDER BY job_name";
    try (Connection connection = connect("region=us-east-1");
        Statement few = connection.createStatement();
        Statement all = connection.createStatement()) {
      few.setMaxRows(2);
      for (int i = 0; i < 2; i++) {
        assertThat(text(few.executeQuery(sql))).isEqualTo("job-00001 / job-00002");
        assertThat(text(all.executeQuery(sql))).hasSizeGreaterThan(60 * 9);
      }
    }
  }

  @Test
  void parametersOfOtherTypesUnderOneText() throws SQLException {
    String byTime = "SELECT COUNT(*) FROM model_import_jobs WHERE creation_time < ?";
    String byNumber = "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds > ?";
    LocalDateTime time = LocalDateTime.parse("2026-01-01T00:10:00");
    try (Connection connection = connect("region=us-east-1")) {
      for (Object value : List.of(time, "2026-01-01 00:10:00", Timestamp.valueOf(time))) {
        try (PreparedStatement statement = connection.prepareStatement(byTime)) {
          statement.setObject(1, value);
          assertThat(text(statement.executeQuery())).isEqualTo("9");
        }
      }
      String some =
          rows(
              connection, "SELECT COUNT(*) FROM model_import_jobs WHERE duration_seconds > 1500.5");
      for (Object value : List.of(1500.5, "1500", 1500, 1500L, 1500.5f)) {
        try (PreparedStatement statement = connection.prepareStatement(byNumber)) {
          statement.setObject(1, value);
          assertThat(text(statement.executeQuery())).isEqualTo(some);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAST(MIN(job_name) AS VARCHAR(3)) = 'job'",
        "CAST(MIN(job_name) AS VARCHAR(3)) <> 'job'",
        "CAST(MIN(job_name) AS VARCHAR(3)) IN ('job', 'x')",
        "UPPER(CAST(MIN(job_name) AS VARCHAR(3))) = 'JOB'",
        "(CAST(MIN(job_name) AS VARCHAR(3))) = 'job'"
      })
  void aCastCutsOffWhatIsCompared(String condition) throws SQLException {
    String sql =
        "SELECT status FROM model_import_jobs GROUP BY status HAVING "
            + condition
            + " ORDER BY status";
    try (Connection shared = connect("region=us-east-1")) {
      for (int i = 0; i < 2; i++) {
        assertThat(rows(shared, sql))
            .isEqualTo(condition.contains("<>") ? "" : "Completed / Failed / InProgress");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT clock_timestamp()",
        "SELECT job_name, now() FROM model_import_jobs WHERE job_name = 'job-00001'",
        "SELECT random()",
        "SELECT gen_random_uuid()"
      })
  void whatIsAnotherEachTimeIsNotKept(String sql) throws Exception {
    try (Connection connection = connect("region=us-east-1")) {
      String first;
      try {
        first = rows(connection, sql);
      } catch (SQLException e) {
        assertThat(e.getSQLState()).isEqualTo("42883"); // There is no such function.
        return;
      }
      Thread.sleep(2); // A timestamp has milliseconds.
      assertThat(rows(connection, sql)).isNotEqualTo(first);
    }
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name FROM model_import_jobs WHERE job_nam = 'x'",
        "SELECT job_name FROM model_import_jobs WHERE job_name = 'x' AND stat = 'y'",
        "SELECT job_name FROM model_import_jobs WHERE job_name = 'x",
        "SELECT job_name FROM model_import_jobs WHERE creation_time > 'x'",
        "SELECT job_name FROM model_import_jobs WHERE creation_time > TIMESTAMP '2026-02-30 00:00:00'",
        "SELECT job_name FROM model_import_jobs WHERE creation_time > DATE '2026-02-30'",
        "SELECT job_name FROM model_import_jobs WHERE duration_seconds = 'x'",
        "SELECT job_name FROM model_import_jobs WHERE job_name = 5 LIMIT -1",
        "SELECT job_name FROM model_import_jobs WHERE job_name LIKE 'a\\'",
        "SELECT job_name FROM model_import_jobs WHERE status = 'Failed' LIMIT 99999999999",
        "SELECT job_name FROM model_import_jobs WHERE status = 'Failed' GROUP BY status"
      })
  void mistakesAreToldAsEver(String sql) throws SQLException {
    try (Connection shared = connect("region=us-east-1");
        Connection anew = connect("region=us-east-1;planCache=false")) {
      SQLException expected = catchThrowableOfType(SQLException.class, () -> rows(anew, sql));
      for (int i = 0; i < 2; i++) {
        SQLException actual = catchThrowableOfType(SQLException.class, () -> rows(shared, sql));
        assertThat(String.valueOf(actual)).isEqualTo(String.valueOf(expected));
      }
    }
  }

  @Test
  void explainShowsTheTextsOwnPlan() throws SQLException {
    String sql =
        "EXPLAIN PLAN FOR SELECT job_name FROM model_import_jobs WHERE job_name = 'job-%s'";
    try (Connection connection = connect("region=us-east-1")) {
      rows(connection, "SELECT job_name FROM model_import_jobs WHERE job_name = 'job-00001'");
      assertThat(rows(connection, sql.formatted("00001"))).contains("job-00001");
      assertThat(rows(connection, sql.formatted("00002"))).contains("job-00002");
    }
  }

  // At once

  @Tag("long")
  @Test
  void threadsGetTheRowsOfTheirOwnValues() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int own = t;
        all.add(
            threads.submit(
                () -> {
                  try (Connection connection = connect("region=us-east-1")) {
                    for (int i = 0; i < 60; i++) {
                      String name = "job-%05d".formatted((i * 7 + own * 13) % 60 + 1);
                      assertThat(
                              rows(
                                  connection,
                                  "SELECT job_name AS at_once, role_arn IS NULL FROM"
                                      + " model_import_jobs WHERE job_identifier = '"
                                      + name
                                      + "'"))
                          .isEqualTo(name + ",false");
                      assertThat(
                              rows(
                                  connection,
                                  "SELECT MAX(job_name) AS at_once FROM model_import_jobs"
                                      + " WHERE job_name <= '"
                                      + name
                                      + "'"))
                          .isEqualTo(name);
                    }
                  }
                  return null;
                }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
