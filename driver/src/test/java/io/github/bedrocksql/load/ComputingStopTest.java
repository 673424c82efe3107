package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that compute for hours without a call end all the same. */
class ComputingStopTest {
  /** Far more than they take, and far less than they would. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String CROSS =
      "FROM generate_series(1, 100000) a, generate_series(1, 100000) b, generate_series(1, 9) c";

  private static final String LONG = " FROM generate_series(5000, 800000) a";

  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.builder().start();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint="
            + sandbox.endpoint());
  }

  private static void read(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        assertThat(rows.getRow()).isPositive();
      }
    }
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) " + CROSS,
        "SELECT COUNT(*) " + CROSS + " WHERE a + b + c < 0",
        "SELECT a, COUNT(*) " + CROSS + " GROUP BY a",
        "SELECT DISTINCT a % 7 " + CROSS,
        "SELECT SUM(b) OVER (PARTITION BY a) " + CROSS + " WHERE b < 0",
        "SELECT a " + CROSS + " WHERE a < 0 ORDER BY b",
        "SELECT a " + CROSS + " INTERSECT SELECT -1",
        "SELECT COUNT(*) FROM generate_series(1, 200000) a JOIN generate_series(1, 200000) b"
            + " ON a.a + b.b < 0",
        "SELECT COUNT(*) FROM generate_series(1, 200000) a LEFT JOIN generate_series(1, 200000) b"
            + " ON a.a > b.b + 300000",
        "SELECT COUNT(*) FROM generate_series(1, 200000) a WHERE EXISTS (SELECT 1 FROM"
            + " generate_series(1, 200000) b WHERE b.b + a.a < 0)",
        "SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)" + LONG,
        "SELECT COUNT(DISTINCT a) OVER (ORDER BY a ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING"
            + " EXCLUDE TIES)"
            + LONG,
        "SELECT NTH_VALUE(a, 1000000) OVER (ORDER BY a ROWS BETWEEN CURRENT ROW AND UNBOUNDED"
            + " FOLLOWING EXCLUDE GROUP)"
            + LONG,
        "SELECT LAG(NULLIF(a, a), 1000000) IGNORE NULLS OVER (ORDER BY a)" + LONG,
        "SELECT REGEXP_COUNT(REPEAT('a', 5000), '.*.*.*.*.*.*b')",
        "SELECT REGEXP_MATCH(REPEAT('a', CAST(a AS INTEGER)), '.*.*.*.*.*.*b')" + LONG,
        "SELECT REPEAT('a', CAST(a AS INTEGER)) !~* '.*.*.*.*.*.*b'" + LONG,
        "SELECT REGEXP_REPLACE(REPEAT('a', CAST(a AS INTEGER)), '.*.*.*.*.*.*b', '')" + LONG,
        "SELECT REPEAT('a', CAST(a AS INTEGER)) SIMILAR TO '%a%a%a%a%a%a%b'" + LONG,
        "WITH RECURSIVE r (i) AS (SELECT 1 UNION ALL SELECT i FROM r) SELECT COUNT(*) FROM r",
      })
  void timesOut(String sql) {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try (Connection connection = connect();
              Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            SQLException failure =
                catchThrowableOfType(SQLException.class, () -> read(statement, sql));
            assertThat(failure.getSQLState()).isEqualTo("HYT00");
            statement.setQueryTimeout(0);
            read(statement, "SELECT 1"); // The connection is as good as before.
          }
        });
  }

  @Test
  void endsWhenCanceled() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(stopped(statement, statement::cancel)).isEqualTo("57014");
    }
  }

  @Test
  void endsWhenItIsClosed() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(stopped(statement, statement::close)).isIn("57014", "HY010");
    }
  }

  @Test
  void endsWhenItsConnectionIsClosed() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(stopped(statement, connection::close)).isEqualTo("08003");
    }
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws Exception {
    AtomicReference<Thread> thread = new AtomicReference<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(stopped(statement, () -> thread.get().interrupt(), thread)).isEqualTo("57014");
    }
  }

  /** What a statement is stopped with. */
  private interface Stop {
    void now() throws SQLException;
  }

  private static String stopped(Statement statement, Stop stop) throws Exception {
    return stopped(statement, stop, new AtomicReference<>());
  }

  private static String stopped(Statement statement, Stop stop, AtomicReference<Thread> thread)
      throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<String> state =
          executor.submit(
              () -> {
                thread.set(Thread.currentThread());
                SQLException failure =
                    catchThrowableOfType(
                        SQLException.class, () -> read(statement, "SELECT COUNT(*) " + CROSS));
                boolean expected = failure.getMessage().contains("interrupted");
                assertThat(Thread.interrupted()).isEqualTo(expected);
                return failure.getSQLState();
              });
      return assertTimeoutPreemptively(
          PATIENCE,
          () -> {
            while (!state.isDone()) {
              Thread.sleep(200); // Until then it may not run yet, and would not be stopped.
              stop.now();
            }
            return state.get();
          });
    } finally {
      executor.shutdownNow();
    }
  }
}
