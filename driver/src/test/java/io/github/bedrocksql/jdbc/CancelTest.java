package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that hangs in its calls can be stopped, and its connection goes on. */
@Timeout(120)
class CancelTest {
  private static final String QUICK = "SELECT COUNT(*) FROM api_calls";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private Sandbox sandbox;
  private Connection connection;

  @BeforeEach
  void start() throws SQLException {
    // No answer comes while the test runs: what ends early was ended.
    sandbox =
        Sandbox.builder().generatedJobs("us-east-1", 40).latency(Duration.ofMinutes(10)).start();
    connection = DriverManager.getConnection(Bench.url(sandbox));
  }

  @AfterEach
  void stop() throws SQLException {
    thread.shutdownNow();
    connection.close();
    sandbox.close();
  }

  /** Reads all rows in another thread; the failure is its result, null if there is none. */
  private Future<SQLException> read(Statement statement, String sql) {
    return thread.submit(
        () -> {
          try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              rows.getString(1);
            }
            return null;
          } catch (SQLException e) {
            return e;
          }
        });
  }

  private void awaitCall() throws InterruptedException {
    while (sandbox.maxConcurrentRequests() == 0) {
      Thread.sleep(5);
    }
  }

  private void assertUsable() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUICK)) {
      assertThat(rows.next()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name FROM model_import_jobs",
        "SELECT COUNT(*) FROM model_import_jobs",
        "SELECT job_name FROM model_import_jobs ORDER BY job_name",
        "SELECT role_arn FROM model_import_jobs WHERE job_name IN ('a', 'b', 'c')",
        "SELECT job_name FROM model_import_jobs UNION SELECT model_name FROM imported_models",
        "SELECT role_arn FROM model_import_jobs WHERE job_identifier = 'job-00001'",
      })
  void cancelFromAnotherThread(String sql)
      throws SQLException, InterruptedException, ExecutionException {
    try (Statement statement = connection.createStatement()) {
      Future<SQLException> reading = read(statement, sql);
      awaitCall();
      statement.cancel();
      SQLException failure = reading.get();
      assertThat((Throwable) failure).isNotNull();
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("57014");
    }
    assertUsable();
  }

  @Test
  void canceledStatementRunsAgain() throws SQLException, InterruptedException, ExecutionException {
    try (Statement statement = connection.createStatement()) {
      Future<SQLException> reading = read(statement, "SELECT job_name FROM model_import_jobs");
      awaitCall();
      statement.cancel();
      assertThat(reading.get().getSQLState()).isEqualTo("57014");
      try (ResultSet rows = statement.executeQuery(QUICK)) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  @Tag("long")
  @Test
  void otherStatementsCallAfterACancel()
      throws SQLException, InterruptedException, ExecutionException {
    Sandbox slow =
        Sandbox.builder().generatedJobs("us-east-1", 40).latency(Duration.ofSeconds(2)).start();
    String count = "SELECT COUNT(*) FROM model_import_jobs";
    try (slow;
        Connection other = DriverManager.getConnection(Bench.url(slow));
        Statement canceled = other.createStatement();
        PreparedStatement next = other.prepareStatement(count)) {
      Future<SQLException> reading = read(canceled, count);
      while (slow.maxConcurrentRequests() == 0) {
        Thread.sleep(5);
      }
      canceled.cancel();
      assertThat(reading.get().getSQLState()).isEqualTo("57014");
      assertThat(Bench.rows(next)).containsExactly(List.of(40L));
    }
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name FROM model_import_jobs",
        "SELECT COUNT(*) FROM model_import_jobs",
        "SELECT role_arn FROM model_import_jobs WHERE job_identifier = 'job-00001'",
      })
  void queryTimeout(String sql) throws SQLException, InterruptedException, ExecutionException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLException failure = read(statement, sql).get();
      assertThat((Throwable) failure).isInstanceOf(SQLTimeoutException.class);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
    }
    assertUsable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name FROM model_import_jobs",
        "SELECT COUNT(*) FROM model_import_jobs",
        "SELECT role_arn FROM model_import_jobs WHERE job_name IN ('a', 'b', 'c')",
        "SELECT role_arn FROM model_import_jobs WHERE job_identifier = 'job-00001'",
      })
  void closeOfTheConnection(String sql)
      throws SQLException, InterruptedException, ExecutionException {
    Statement statement = connection.createStatement();
    Future<SQLException> reading = read(statement, sql);
    awaitCall();
    connection.close();
    SQLException failure = reading.get();
    assertThat((Throwable) failure).isNotNull();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08003");
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void abortOfTheConnection() throws SQLException, InterruptedException, ExecutionException {
    Statement statement = connection.createStatement();
    Future<SQLException> reading = read(statement, "SELECT job_name FROM model_import_jobs");
    awaitCall();
    connection.abort(Runnable::run);
    SQLException failure = reading.get();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08003");
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void preparedStatements() throws SQLException, InterruptedException, ExecutionException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT role_arn FROM model_import_jobs WHERE job_name = ?")) {
      statement.setString(1, "job-00001");
      Future<SQLException> reading =
          thread.submit(
              () -> {
                try (ResultSet rows = statement.executeQuery()) {
                  rows.next();
                  return null;
                } catch (SQLException e) {
                  return e;
                }
              });
      awaitCall();
      statement.cancel();
      assertThat(reading.get().getSQLState()).isEqualTo("57014");
      statement.setQueryTimeout(1);
      assertThat(
              (Throwable)
                  catchThrowableOfType(SQLTimeoutException.class, () -> statement.executeQuery()))
          .isNotNull();
    }
    assertUsable();
  }
}
