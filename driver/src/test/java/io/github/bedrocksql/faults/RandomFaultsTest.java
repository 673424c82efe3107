package io.github.bedrocksql.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.faults.RawServer.Said;
import io.github.bedrocksql.sandbox.Fault;
import io.github.bedrocksql.sandbox.Fault.Kind;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with one call and not with the next: a statement slows down, and is whole. */
@Timeout(300)
class RandomFaultsTest {
  private static final int DETAILS = 300;
  private static final String ROLES = "SELECT job_name, role_arn FROM model_import_jobs";

  /** Each has an account of its own: what one learns of throttling must not slow down others. */
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private static Connection connect(Object endpoint, String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:region=us-west-2;secretAccessKey=secret;accessKeyId=AKIDRANDOM"
            + ACCOUNTS.incrementAndGet()
            + ";endpoint="
            + endpoint
            + ";"
            + properties);
  }

  private static Sandbox.Builder sandbox() {
    return Sandbox.builder().generatedJobs("us-west-2", DETAILS).pageCap(100);
  }

  private static void assertWhole(Sandbox sandbox, String fault) throws SQLException {
    try (sandbox;
        Connection connection = connect(sandbox.endpoint(), "")) {
      long started = System.nanoTime();
      Outcome outcome = Outcome.of(connection, ROLES);
      outcome.print(
          fault, (System.nanoTime() - started) / 1_000_000 + " ms", sandbox.requests().size());
      assertThat(outcome.failure()).isEmpty();
      assertThat(outcome.rows()).hasSize(DETAILS).doesNotHaveDuplicates();
      assertThat(outcome.rows()).allMatch(row -> row.get(1) != null);
    }
  }

  @Execution(ExecutionMode.CONCURRENT) // Most of it is waiting.
  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {10, 30, 50, 70})
  void throttledAtRandom(int percent) throws SQLException {
    assertWhole(
        sandbox().throttleRate(percent / 100.0, percent).start(), "THROTTLED " + percent + " %");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 30, 50})
  void serverErrorsAtRandom(int percent) throws SQLException {
    assertWhole(
        sandbox().errorRate(percent / 100.0, percent).start(), "SERVER_ERROR " + percent + " %");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Tag("long")
  @Test
  void connectionsThatEndAtRandom() throws SQLException {
    assertWhole(sandbox().cutConnections(4).start(), "CUT 25 %");
  }

  /** What has worked so far, and then no more, is found out as soon as what never worked. */
  @Tag("long")
  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void serviceThatIsGone() throws SQLException {
    try (Sandbox sandbox = sandbox().start();
        Connection connection = connect(sandbox.endpoint(), "")) {
      assertThat(Outcome.of(connection, ROLES).rows()).hasSize(DETAILS);
      sandbox.clearRequests();
      sandbox.spoil(Fault.of(Kind.SERVER_ERROR, "ListModelImportJobs"));
      Outcome outcome = Outcome.of(connection, ROLES);
      outcome.print("SERVER_ERROR, late", "FIRST_PAGE", sandbox.requests().size());
      assertThat(outcome.failure().orElseThrow().getSQLState()).isEqualTo("08006");
      assertThat(sandbox.requests()).hasSizeBetween(4, 16);
    }
  }

  /** However a server says that it is asked too often. */
  @Tag("long")
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | x-amzn-ErrorType: ThrottlingException | {\"message\":\"Rate exceeded\"}",
        "400 | x-amzn-ErrorType: ThrottlingException | {\"message\":\"Rate exceeded\"}",
        "400 | x: y | {\"__type\":\"com.amazon.coral#ThrottlingException\"}",
        "503 | x-amzn-ErrorType: SlowDown | {}",
        "429 | Content-Type: text/html | <html>Too many requests</html>",
        "503 | Retry-After: 0 | <html>Unavailable</html>",
        "429 | Retry-After: 1 | {}",
        "429 | Retry-After: Wed, 21 Oct 2015 07:28:00 GMT | {}",
        "429 | Retry-After: soon | ''",
      })
  void waysToThrottle(int status, String header, String body) throws SQLException, IOException {
    Said refusal = new Said(RawServer.http(status, header + "\r\n", body), false);
    Said page = new Said(RawServer.http(200, "", RawServer.PAGE), false);
    AtomicInteger refusals = new AtomicInteger(3);
    try (RawServer server = new RawServer(head -> refusals.getAndDecrement() > 0 ? refusal : page);
        Connection connection = connect(server.endpoint(), "maxRetries=0");
        Connection impatient = connect(server.endpoint(), "throttleTimeout=0")) {
      assertThat(Outcome.of(connection, "SELECT job_name FROM model_import_jobs").rows())
          .hasSize(1);
      assertThat(server.requests()).isEqualTo(4);
      refusals.set(1);
      SQLException failure =
          Outcome.of(impatient, "SELECT job_name FROM model_import_jobs").failure().orElseThrow();
      assertThat(failure.getSQLState()).isEqualTo("53400");
      assertThat((Throwable) failure).hasMessageContaining("throttleTimeout");
    }
  }

  /** Longer than the statement may take: the server has said that asking again is no use. */
  @Test
  void retryAfterBeyondTheBound() throws SQLException, IOException {
    Said refusal = new Said(RawServer.http(429, "Retry-After: 86400\r\n", "{}"), false);
    try (RawServer server = new RawServer(head -> refusal);
        Connection connection = connect(server.endpoint(), "")) {
      SQLException failure =
          Outcome.of(connection, "SELECT job_name FROM model_import_jobs").failure().orElseThrow();
      assertThat(failure.getSQLState()).isEqualTo("53400");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void statementsTimeoutIsSooner() throws SQLException {
    try (Sandbox sandbox = sandbox().throttleRate(1, 1).start();
        Connection connection = connect(sandbox.endpoint(), "");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLException failure = failure(statement);
      assertThat((Throwable) failure).isInstanceOf(SQLTimeoutException.class);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
    }
  }

  /** A call that waits for its turn holds none of the connection's threads. */
  @Test
  void otherOperationsDoNotWait() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Sandbox sandbox = sandbox().start();
        Connection connection = connect(sandbox.endpoint(), "maxConcurrency=1");
        Statement throttled = connection.createStatement()) {
      sandbox.spoil(Fault.of(Kind.THROTTLED, "GetModelImportJob"));
      Future<SQLException> reading = other.submit(() -> failure(throttled));
      while (sandbox.requests().stream().noneMatch(each -> each.status() == 429)) {
        Thread.sleep(2);
      }
      for (int i = 0; i < 50; i++) {
        Outcome outcome = Outcome.of(connection, "SELECT job_name FROM model_import_jobs");
        assertThat(outcome.rows()).hasSize(DETAILS);
      }
      assertThat(reading.isDone()).isFalse();
      throttled.cancel();
      assertThat(reading.get().getSQLState()).isEqualTo("57014");
    } finally {
      other.shutdownNow();
    }
  }

  private static SQLException failure(Statement statement) {
    try (ResultSet rows = statement.executeQuery(ROLES)) {
      while (rows.next()) {
        assertThat(rows.getString(2)).isNotNull();
      }
      throw new AssertionError("no failure");
    } catch (SQLException e) {
      return e;
    }
  }

  /** Half of all calls of all connections: each is whole. */
  @Tag("long")
  @Test
  void connectionsSideBySide() throws Exception {
    Random seeds = new Random(5);
    ExecutorService users = Executors.newFixedThreadPool(4);
    try (Sandbox sandbox = sandbox().throttleRate(0.5, seeds.nextLong()).start()) {
      ImmutableList.Builder<Future<Outcome>> all = ImmutableList.builder();
      for (int i = 0; i < 4; i++) {
        all.add(
            users.submit(
                () -> {
                  try (Connection connection =
                      ConnectionFaultsTest.connect(sandbox.endpoint().toString(), 0)) {
                    return Outcome.of(connection, ROLES);
                  }
                }));
      }
      for (Future<Outcome> each : all.build()) {
        assertThat(each.get().failure()).isEmpty();
        assertThat(each.get().rows()).hasSize(DETAILS);
      }
    } finally {
      users.shutdownNow();
    }
  }
}
