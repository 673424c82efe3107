package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** maxApiCalls: a statement never makes more, and where the plan knows it makes none. */
class BudgetTest {
  private static final String FOUR_KEYS =
      "SELECT role_arn FROM model_import_jobs"
          + " WHERE job_name IN ('job-00001', 'job-00002', 'job-00003', 'job-00004')";

  private static Bench bench(int jobs, int budget) throws SQLException {
    Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", jobs).start();
    return new Bench(sandbox, "maxApiCalls=" + budget + ";");
  }

  private static SQLException failure(Bench bench, String sql, Object... parameters) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> bench.run(sql, parameters));
    assertThat((Throwable) failure).as("%s should exceed its budget", sql).isNotNull();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("54000");
    return failure;
  }

  @Test
  void keysAreKnownBeforeTheFirstCall() throws SQLException {
    try (Bench bench = bench(8, 3)) {
      SQLException failure = failure(bench, FOUR_KEYS);
      assertThat((Throwable) failure)
          .hasMessage("The statement may make 3 API calls (maxApiCalls); the plan: 4 gets");
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void parametersToo() throws SQLException {
    try (Bench bench = bench(8, 1)) {
      String two = "SELECT role_arn FROM model_import_jobs WHERE job_name IN (?, ?)";
      failure(bench, two, "job-00001", "job-00002");
      assertThat(bench.requests()).isEmpty();
      assertThat(bench.run(two, "job-00001", "job-00001").rows()).as("one key").hasSize(1);
    }
  }

  @Test
  void withinTheBudgetAgainAndAgain() throws SQLException {
    try (Bench bench = bench(8, 4)) {
      for (int i = 0; i < 3; i++) {
        assertThat(bench.run(FOUR_KEYS).rows()).hasSize(4);
        assertThat(bench.requests()).hasSize(4);
      }
    }
  }

  @Test
  void connectionStaysUsableAfterwards() throws SQLException {
    try (Bench bench = bench(8, 3)) {
      failure(bench, FOUR_KEYS);
      assertThat(bench.run("SELECT COUNT(*) FROM model_import_jobs").column()).containsExactly(8L);
    }
  }

  @Test
  void listOfUnknownSizeStopsAtTheBudget() throws SQLException {
    try (Bench bench = bench(2_500, 2)) {
      SQLException failure = failure(bench, "SELECT job_name FROM model_import_jobs");
      assertThat((Throwable) failure)
          .hasMessage(
              "The statement may make 2 API calls (maxApiCalls) and needs another: 5 lists");
      assertThat(bench.requests()).hasSizeLessThanOrEqualTo(2);
      failure(bench, "SELECT COUNT(*) FROM model_import_jobs");
      assertThat(bench.run("SELECT job_name FROM model_import_jobs LIMIT 1500").rows())
          .hasSize(1_500);
    }
  }

  @Test
  void listOfKnownSizeIsForeseen() throws SQLException {
    try (Bench bench = bench(2_500, 4)) {
      assertThat(bench.run("SELECT COUNT(*) FROM model_import_jobs").requests()).hasSize(3);
      assertThat(bench.run("SELECT COUNT(*) FROM imported_models").requests()).hasSize(2);
      SQLException failure =
          failure(
              bench,
              "SELECT job_name FROM model_import_jobs"
                  + " UNION ALL SELECT model_name FROM imported_models");
      assertThat((Throwable) failure).hasMessageEndingWith("; the plan: 2 lists");
      assertThat(bench.requests())
          .as("the second list is not begun")
          .hasSize(3)
          .allMatch(r -> r.startsWith("ListModelImportJobs"));
    }
  }

  @Test
  void narrowedListIsNotTakenForTheWhole() throws SQLException {
    try (Bench bench = bench(2_500, 4)) {
      assertThat(bench.run("SELECT COUNT(*) FROM model_import_jobs").requests()).hasSize(3);
      String threeCalls =
          "SELECT model_name FROM imported_models"
              + " UNION ALL SELECT job_name FROM model_import_jobs WHERE job_name LIKE 'job-0004%'";
      assertThat(bench.run(threeCalls).rows()).hasSize(1_250 + 10);
      assertThat(bench.requests()).hasSize(3);
    }
  }

  @Test
  void hydrationCounts() throws SQLException {
    String details = "SELECT job_name, role_arn FROM model_import_jobs";
    try (Bench bench = bench(8, 5)) {
      SQLException failure = failure(bench, details);
      assertThat((Throwable) failure).hasMessageContaining("needs another: 5 lists + 5000 gets");
      assertThat(bench.requests()).hasSizeLessThanOrEqualTo(5);
    }
    try (Bench bench = bench(8, 9)) {
      assertThat(bench.run(details).rows()).hasSize(8);
      assertThat(bench.requests()).hasSize(9);
    }
  }

  /** Connections share plans, but not what they know of lists. */
  @Test
  void estimateIsThatOfTheConnection() throws SQLException {
    String details = "SELECT role_arn, job_name FROM model_import_jobs";
    try (Bench large = bench(2_500, 4);
        Bench small = bench(8, 5)) {
      assertThat(large.run("SELECT COUNT(*) FROM model_import_jobs").requests()).hasSize(3);
      assertThat((Throwable) failure(large, details)).hasMessageContaining("2500 gets");
      assertThat((Throwable) failure(small, details)).hasMessageContaining("5000 gets");
    }
  }

  @Test
  void limitKeepsHydrationWithinTheBudget() throws SQLException {
    try (Bench bench = bench(8, 4)) {
      assertThat(bench.run("SELECT role_arn FROM model_import_jobs LIMIT 3").rows()).hasSize(3);
      assertThat(bench.requests()).hasSize(4);
    }
    try (Bench bench = bench(8, 4)) {
      failure(bench, "SELECT role_arn FROM model_import_jobs LIMIT 4");
      assertThat(bench.requests()).hasSizeLessThanOrEqualTo(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | SELECT j.role_arn FROM (VALUES ('job-00001'), ('job-00002'), ('job-00003')) AS v(n)"
            + " JOIN model_import_jobs j ON j.job_identifier = v.n",
        "2 | SELECT j.job_name, m.model_name FROM model_import_jobs j"
            + " JOIN imported_models m ON m.model_identifier = j.imported_model_name"
            + " WHERE j.job_identifier IN ('job-00002', 'job-00004')",
        "4 | SELECT j.job_name, m.job_arn FROM model_import_jobs j"
            + " JOIN imported_models m ON m.model_arn = j.imported_model_arn",
      })
  void joinsCount(int budget, String sql) throws SQLException {
    try (Bench bench = bench(8, budget)) {
      failure(bench, sql);
      assertThat(bench.requests()).hasSizeLessThanOrEqualTo(budget);
    }
    try (Bench bench = bench(8, 20)) {
      assertThat(bench.run(sql).rows()).isNotEmpty();
    }
  }

  @Test
  void explainAndPrunedQueriesCostNothing() throws SQLException {
    try (Bench bench = bench(8, 1)) {
      assertThat(bench.plan(FOUR_KEYS)).contains("4 gets");
      assertThat(bench.run("SELECT * FROM model_import_jobs WHERE 1 = 0").rows()).isEmpty();
      assertThat(bench.run("SELECT * FROM model_import_jobs WHERE status = 'No'").rows()).isEmpty();
    }
  }
}
