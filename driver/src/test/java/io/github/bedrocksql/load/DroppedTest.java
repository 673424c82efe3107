package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.BedrockSchemaFactory;
import io.github.bedrocksql.sandbox.Fault;
import io.github.bedrocksql.sandbox.Fault.Kind;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is let go of without being closed holds nothing, once the garbage has been collected. */
@Tag("long")
@Timeout(300)
class DroppedTest {
  private static final String NAMES = "SELECT job_name FROM model_import_jobs";
  private static final int CONNECTIONS = 200;

  private static Sandbox sandbox() {
    return Sandbox.builder().generatedJobs(Load.REGION, 30).pageCap(10).start();
  }

  /** Collects garbage until something holds; the test's timeout says when it won't. */
  private static void collectUntil(Callable<Boolean> holds) throws Exception {
    while (!holds.call()) {
      System.gc();
      Thread.sleep(100); // A collection takes as long.
    }
  }

  private static ResultSet rows(Connection connection, String sql) throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery(sql);
    assertThat(rows.next()).isTrue();
    return rows;
  }

  private static List<ResultSet> reading(int connections, String url) throws SQLException {
    List<ResultSet> all = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      all.add(rows(DriverManager.getConnection(url), NAMES));
    }
    return all;
  }

  private static long threadsOf(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .count();
  }

  @Test
  void connections() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      int port = sandbox.endpoint().getPort();
      long threads = Footprint.threadsNow();
      List<ResultSet> all = reading(CONNECTIONS, Load.url(sandbox) + "maxConcurrency=1");
      assertThat(Footprint.threadsNow()).isGreaterThanOrEqualTo(threads + CONNECTIONS);
      all.clear();
      collectUntil(() -> Footprint.threadsNow() <= threads && Footprint.socketsNow(port) == 0);
    }
  }

  @Test
  void connectionsToTheSandboxInside() throws Exception {
    long threads = Footprint.threadsNow();
    long dispatchers = threadsOf("HTTP-Dispatcher");
    List<ResultSet> all = reading(5, "jdbc:bedrock:sandbox=true");
    assertThat(threadsOf("HTTP-Dispatcher")).isEqualTo(dispatchers + 5);
    all.clear();
    collectUntil(
        () ->
            Footprint.threadsNow() <= threads
                && threadsOf("HTTP-Dispatcher") <= dispatchers
                && threadsOf("bedrock-sandbox") == 0);
  }

  /** Its endpoint never answers: nobody would end the call for ten minutes. */
  @Test
  void connectionWithACallUnderWay() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      int port = sandbox.endpoint().getPort();
      long threads = Footprint.threadsNow();
      sandbox.spoil(Fault.of(Kind.STALLED, "ListModelImportJobs").onLaterPages());
      rows(DriverManager.getConnection(Load.url(sandbox) + "callTimeout=600"), NAMES);
      collectUntil(() -> Footprint.threadsNow() <= threads && Footprint.socketsNow(port) == 0);
    }
  }

  @Test
  void statementsOfALiveConnection() throws Exception {
    try (Sandbox sandbox = sandbox();
        Connection connection =
            DriverManager.getConnection(Load.url(sandbox) + "callTimeout=600;maxConcurrency=2")) {
      sandbox.spoil(Fault.of(Kind.STALLED, "ListModelImportJobs").onLaterPages());
      for (int i = 0; i < 2; i++) {
        rows(connection, NAMES);
      }
      while (sandbox.requests().size() < 4) {
        Thread.sleep(2);
      }
      collectUntil(() -> Footprint.busyThreadsNow() == 0);
      sandbox.spoil();
      assertThat(Load.firstColumn(connection.prepareStatement(NAMES).executeQuery())).hasSize(30);
    }
  }

  /** Calcite's connection has a list of its statements. */
  @Test
  void plansOfStatements() throws Exception {
    try (Sandbox sandbox = sandbox();
        Connection connection = DriverManager.getConnection(Load.url(sandbox))) {
      for (int i = 0; i < 20; i++) {
        assertThat(connection.prepareStatement(NAMES + " LIMIT " + i).executeQuery()).isNotNull();
      }
      Map<?, ?> statements = connection.unwrap(AvaticaConnection.class).statementMap;
      collectUntil(statements::isEmpty);
    }
  }

  /** Rows keep their statement, and that its connection. */
  @Test
  void notWhatRowsAreReadFrom() throws Exception {
    try (Sandbox sandbox = sandbox();
        ResultSet rows = rows(DriverManager.getConnection(Load.url(sandbox)), NAMES)) {
      int read = 1;
      System.gc();
      while (rows.next()) {
        read++;
        System.gc();
      }
      assertThat(read).isEqualTo(30);
      rows.getStatement().getConnection().close();
    }
  }

  /** Nobody ever closes its schema. */
  @Test
  void connectionOfSomeoneElse() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      int port = sandbox.endpoint().getPort();
      long threads = Footprint.threadsNow();
      askCalcite(sandbox);
      assertThat(Footprint.threadsNow()).isGreaterThan(threads);
      collectUntil(() -> Footprint.threadsNow() <= threads && Footprint.socketsNow(port) == 0);
    }
  }

  private static void askCalcite(Sandbox sandbox) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:calcite:")) {
      SchemaPlus root = connection.unwrap(CalciteConnection.class).getRootSchema();
      root.add(
          "b",
          new BedrockSchemaFactory()
              .create(
                  root,
                  "b",
                  ImmutableMap.of(
                      "region",
                      Load.REGION,
                      "accessKeyId",
                      "AKIDTEST",
                      "secretAccessKey",
                      "secret",
                      "endpoint",
                      sandbox.endpoint().toString())));
      rows(connection, "SELECT \"job_name\" FROM \"b\".\"model_import_jobs\"");
    }
  }
}
