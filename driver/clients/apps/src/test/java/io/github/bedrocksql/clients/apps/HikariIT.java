package io.github.bedrocksql.clients.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bedrocksql.clients.Wire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HikariCP with everything it offers turned on, under more threads than connections. */
class HikariIT {
  private static final int THREADS = 32;
  private static final int QUERIES = 1_000;
  private static final int JOBS = 50;
  private static final long A_MINUTE = 60_000;

  /** The pool complains to its log only: of a method missing, of a connection held too long. */
  private final List<LogRecord> complaints = new CopyOnWriteArrayList<>();

  private final Logger log = Logger.getLogger("com.zaxxer.hikari");
  private final Handler listener = new Complaints(complaints);

  @BeforeEach
  void listen() {
    // HikariCP trusts a connection used within the last half second: here it asks each time.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    log.setUseParentHandlers(false);
    log.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    System.clearProperty("com.zaxxer.hikari.aliveBypassWindowMs");
    log.removeHandler(listener);
    log.setUseParentHandlers(true);
  }

  private static HikariConfig config(Wire wire, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName(Wire.DRIVER);
    config.setJdbcUrl(wire.url());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections / 2);
    config.setSchema("bedrock");
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setValidationTimeout(5_000);
    // Of 32 threads most wait for a connection, on a slow machine for long.
    config.setConnectionTimeout(300_000);
    config.setIdleTimeout(20_000);
    config.setKeepaliveTime(30_000);
    config.setMaxLifetime(A_MINUTE);
    config.setLeakDetectionThreshold(A_MINUTE);
    return config;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 32})
  void aThousandQueriesOfManyThreads(int connections) throws Exception {
    Set<Thread> before = threadsOfTheDriver();
    try (Wire wire = Wire.withGeneratedJobs(JOBS, "us-east-1")) {
      try (HikariDataSource pool = new HikariDataSource(config(wire, connections))) {
        assertThat(run(pool)).hasSize(QUERIES).allSatisfy(found -> assertThat(found).isTrue());
        // Replaces each connection, as the end of its lifetime does.
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(find(pool, 1)).isTrue();
      }
      assertThat(wire.calls())
          .hasSize(QUERIES + 1)
          .allSatisfy(call -> assertThat(call).startsWith("GetModelImportJob us-east-1 "));
    }
    assertEnded(before);
    assertThat(complaints).extracting(LogRecord::getMessage).isEmpty();
  }

  private static List<Boolean> run(HikariDataSource pool) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Collection<Callable<Boolean>> queries = new ArrayList<>();
      for (int i = 0; i < QUERIES; i++) {
        int job = i % JOBS + 1;
        queries.add(() -> find(pool, job));
      }
      List<Boolean> found = new ArrayList<>();
      for (Future<Boolean> query : threads.invokeAll(queries)) {
        found.add(query.get());
      }
      return found;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Returns whether the job's row, and no other, is found. */
  private static boolean find(HikariDataSource pool, int job) throws SQLException {
    String name = "job-%05d".formatted(job);
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT job_name, model_data_source_s3_uri FROM model_import_jobs"
                    + " WHERE job_identifier = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            && rows.getString(1).equals(name)
            && rows.getString(2).equals("s3://models/%05d/".formatted(job))
            && !rows.next();
      }
    }
  }

  @Test
  void aConnectionIsTestedAndSetUpWithoutACall() throws SQLException {
    try (Wire wire = Wire.withSampleJobs();
        HikariDataSource pool = new HikariDataSource(config(wire, 8))) {
      for (int i = 0; i < 20; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(connection.isValid(5)).isTrue();
          assertThat(connection.getSchema()).isEqualTo("bedrock");
          assertThat(connection.isReadOnly()).isTrue();
          assertThat(connection.getAutoCommit()).isTrue();
          connection.setAutoCommit(false);
          connection.setNetworkTimeout(Runnable::run, 3_000);
          // And back into the pool, which resets what was set and rolls back.
        }
      }
      assertThat(wire.calls()).isEmpty();
    }
    assertThat(complaints).extracting(LogRecord::getMessage).isEmpty();
  }

  @Test
  void whatWasLeftOpenIsClosedWithTheConnection() throws SQLException {
    try (Wire wire = Wire.withSampleJobs();
        HikariDataSource pool = new HikariDataSource(config(wire, 1))) {
      PreparedStatement left;
      try (Connection connection = pool.getConnection()) {
        left = connection.prepareStatement("SELECT job_name FROM model_import_jobs");
        assertThat(left.executeQuery().next()).isTrue();
      }
      assertThat(left.isClosed()).isTrue();
      try (Connection again = pool.getConnection()) {
        assertThat(again.isValid(1)).isTrue();
      }
    }
    assertThat(complaints).extracting(LogRecord::getMessage).isEmpty();
  }

  private static Set<Thread> threadsOfTheDriver() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("bedrock-sql"))
        .collect(Collectors.toSet());
  }

  private static void assertEnded(Set<Thread> before) throws InterruptedException {
    for (Thread thread : threadsOfTheDriver()) {
      if (!before.contains(thread)) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static final class Complaints extends Handler {
    private final List<LogRecord> complaints;

    Complaints(List<LogRecord> complaints) {
      this.complaints = complaints;
    }

    @Override
    public void publish(LogRecord logged) {
      if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(logged);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
