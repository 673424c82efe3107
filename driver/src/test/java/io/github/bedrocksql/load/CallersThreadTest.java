package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that there is nothing to do beside is made in the thread that executes the statement. */
class CallersThreadTest {
  private static final String LOOKUP =
      "SELECT role_arn FROM model_import_jobs WHERE job_identifier = 'job-00001'";
  private static final String NEWEST =
      "SELECT job_name FROM model_import_jobs ORDER BY creation_time DESC LIMIT 2";

  /** No answer comes while the test runs. */
  private static Sandbox silent() {
    return Sandbox.builder().generatedJobs("us-east-1", 40).latency(Duration.ofMinutes(10)).start();
  }

  private static Connection connect(Sandbox sandbox, String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:endpoint="
            + sandbox.endpoint()
            + ";region=us-east-1;accessKeyId=AKIDEXAMPLE;secretAccessKey=secret;"
            + properties);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  private static void awaitCall(Sandbox sandbox) throws InterruptedException {
    while (sandbox.maxConcurrentRequests() == 0) {
      Thread.sleep(5);
    }
  }

  /** Returns the failure, with whether the thread was still interrupted after it. */
  private static Callable<String> interrupted(Connection connection, String sql) {
    return () -> {
      try {
        return column(connection, sql).toString();
      } catch (SQLException e) {
        return e.getSQLState() + " " + Thread.interrupted();
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {LOOKUP, NEWEST})
  void interruptingTheThreadEndsTheCallAndIsNotForgotten(String sql)
      throws SQLException, InterruptedException, ExecutionException {
    try (Sandbox sandbox = silent();
        Connection connection = connect(sandbox, "")) {
      FutureTask<String> reading = new FutureTask<>(interrupted(connection, sql));
      Thread reader = new Thread(reading, "reader");
      reader.start();
      awaitCall(sandbox);
      assertThat(Arrays.stream(reader.getStackTrace()).map(StackTraceElement::getClassName))
          .anyMatch(name -> name.startsWith("software.amazon.awssdk."));
      reader.interrupt();
      assertThat(reading.get()).isEqualTo("57014 true");
      reader.join();
      assertThat(connection.isValid(0)).isTrue();
    }
  }

  @Test
  void maxConcurrencyCountsThem() throws SQLException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Sandbox sandbox =
            Sandbox.builder()
                .generatedJobs("us-east-1", 40)
                .latency(Duration.ofMillis(20))
                .start();
        Connection connection = connect(sandbox, "maxConcurrency=2;detailCache=0")) {
      List<Future<List<String>>> reading = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String sql = i % 2 == 0 ? LOOKUP : NEWEST;
        reading.add(threads.submit(() -> column(connection, sql)));
      }
      for (int i = 0; i < reading.size(); i++) {
        assertThat(reading.get(i).get()).hasSize(i % 2 == 0 ? 1 : 2);
      }
      assertThat(sandbox.maxConcurrentRequests()).isEqualTo(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatWasThrottledGoesOnInAThreadOfTheConnection() throws SQLException {
    try (Sandbox sandbox =
            Sandbox.builder().generatedJobs("us-east-1", 40).throttleFirst(2).start();
        Connection connection = connect(sandbox, "")) {
      assertThat(column(connection, LOOKUP)).hasSize(1);
      assertThat(sandbox.requests()).hasSize(3);
    }
  }
}
