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
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that share what JDBC lets them share, and what they should not. */
@Timeout(120)
class ConcurrencyTest {
  private static final String NAMES = "SELECT job_name FROM model_import_jobs";

  private static Sandbox sandbox() {
    return Sandbox.builder()
        .generatedJobs(Load.REGION, Load.JOBS)
        .pageCap(100)
        .latency(Duration.ofMillis(2))
        .start();
  }

  @Test
  void oneConnectionOfManyThreads() throws Exception {
    try (Sandbox sandbox = sandbox();
        Connection connection =
            DriverManager.getConnection(Load.url(sandbox) + "maxConcurrency=4")) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        Random dice = new Random(thread);
        tasks.add(
            () -> {
              for (int i = 0; i < 4; i++) {
                // The server is still busy with a call for a while after it was broken off.
                Load.askWhole(connection, dice);
              }
              return null;
            });
      }
      Load.together(tasks);
      assertThat(sandbox.maxConcurrentRequests()).isBetween(2, 4);
    }
  }

  @Test
  void manyThreadsMakeAndCloseStatementsOfOneConnection() throws Exception {
    try (Sandbox sandbox = sandbox();
        Connection connection = DriverManager.getConnection(Load.url(sandbox))) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        tasks.add(
            () -> {
              for (int round = 0; round < 20; round++) {
                List<Statement> open = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                  open.add(connection.createStatement());
                }
                for (Statement statement : open) {
                  statement.close();
                }
              }
              return null;
            });
      }
      Load.together(tasks);
    }
  }

  @Tag("long")
  @Test
  void maxConcurrencyIsEachConnectionsOwn() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tasks.add(Load.readingDetails(sandbox, 2));
      }
      Load.together(tasks);
      assertThat(sandbox.maxConcurrentRequests()).isBetween(3, 6);
    }
  }

  /** Each execution closes the other's rows: they are told so, and never take the end for it. */
  @Test
  void oneStatementOfTwoThreadsGivesAllRowsOrAnError() throws Exception {
    try (Sandbox sandbox = sandbox();
        Connection connection = DriverManager.getConnection(Load.url(sandbox));
        Statement statement = connection.createStatement()) {
      Callable<Void> task =
          () -> {
            for (int i = 0; i < 25; i++) {
              try (ResultSet rows = statement.executeQuery(NAMES)) {
                assertThat(Load.firstColumn(rows))
                    .containsExactlyInAnyOrderElementsOf(Load.names());
              } catch (SQLException e) {
                assertThat(e.getSQLState()).as(e.getMessage()).hasSize(5);
              }
            }
            return null;
          };
      Load.together(List.of(task, task));
      try (ResultSet rows = statement.executeQuery(NAMES)) {
        assertThat(Load.firstColumn(rows)).hasSize(Load.JOBS);
      }
    }
  }

  /** The answers that scans of one statement share are a megabyte for each, here. */
  @Tag("long")
  @Test
  void ofAHundredStatementsNothingIsLeft() throws Exception {
    String twice =
        "SELECT COUNT(*) FROM model_import_jobs a JOIN model_import_jobs b"
            + " ON a.creation_time = b.creation_time";
    try (Sandbox sandbox = Sandbox.builder().generatedJobs(Load.REGION, 1_000).start();
        Connection connection = DriverManager.getConnection(Load.url(sandbox))) {
      long before = 0;
      for (int i = 0; i < 120; i++) {
        if (i == 20) {
          sandbox.clearRequests();
          before = Footprint.of(sandbox.endpoint()).heapBytes();
        }
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(twice)) {
          assertThat(Load.firstColumn(rows)).hasSize(1);
        }
      }
      sandbox.clearRequests();
      long after = Footprint.of(sandbox.endpoint()).heapBytes();
      assertThat(after - before).as("bytes").isLessThan(20L << 20);
    }
  }

  @Tag("long")
  @Test
  void ofAHundredConnectionsNothingIsLeft() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      int port = sandbox.endpoint().getPort();
      long threads = Footprint.threadsNow();
      List<Connection> connections = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        connections.add(DriverManager.getConnection(Load.url(sandbox) + "maxConcurrency=2"));
      }
      assertThat(Footprint.threadsNow()).as("a connection costs nothing").isEqualTo(threads);
      for (Connection connection : connections) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(NAMES + " FETCH FIRST 1 ROW ONLY")) {
          assertThat(rows.next()).isTrue();
        }
      }
      assertThat(Footprint.threadsNow()).isGreaterThan(threads);
      for (Connection connection : connections) {
        connection.close();
      }
      // They end at once, but not in the thread that closes.
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while ((Footprint.threadsNow() > threads || Footprint.socketsNow(port) > 0)
          && System.nanoTime() < end) {
        Thread.sleep(10);
      }
      assertThat(Footprint.threadsNow()).isLessThanOrEqualTo(threads);
      assertThat(Footprint.socketsNow(port)).isZero();
    }
  }
}
