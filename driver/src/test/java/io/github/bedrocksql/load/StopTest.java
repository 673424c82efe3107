package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Fault;
import io.github.bedrocksql.sandbox.Fault.Kind;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a statement hangs, each way to stop it ends it, and what it did: no thread waits on, no
 * socket stays open. Without that each test would last until the endpoint answers, in a minute.
 */
@Timeout(30)
class StopTest {
  private static final int JOBS = 30;
  private static final int CONCURRENCY = 4;
  private static final String NAMES = "SELECT job_name FROM model_import_jobs";
  private static final String LIST = "ListModelImportJobs";
  private static final String GET = "GetModelImportJob";
  private static final String ROLES = "SELECT role_arn FROM model_import_jobs";

  private final ExecutorService reader = Executors.newSingleThreadExecutor();

  @AfterEach
  void endReader() {
    reader.shutdownNow();
  }

  /** Where the statement hangs. */
  private enum Place {
    PLANNING(Optional.empty(), false, LIST, union(250)),
    NO_ANSWER(Optional.empty(), false, LIST, NAMES),
    FIRST_PAGE(Optional.of(Kind.STALLED), false, LIST, NAMES),
    LATER_PAGE(Optional.of(Kind.STALLED), true, LIST, NAMES),
    LOOKUP(Optional.of(Kind.STALLED), false, GET, ROLES + " WHERE job_name = 'job-00001'"),
    HYDRATION(Optional.of(Kind.STALLED), false, GET, ROLES),
    JOIN(
        Optional.of(Kind.STALLED),
        false,
        GET,
        "SELECT j.role_arn FROM (VALUES ('job-00001'), ('job-00002')) v (n)"
            + " JOIN model_import_jobs j ON j.job_identifier = v.n"),
    BESIDE_ANOTHER(
        Optional.of(Kind.STALLED),
        false,
        GET,
        "SELECT j.role_arn FROM imported_models m JOIN model_import_jobs j"
            + " ON j.job_identifier = m.job_arn"),
    RETRY(Optional.of(Kind.THROTTLED), false, LIST, NAMES),
    RETRY_OF_DETAILS(Optional.of(Kind.THROTTLED), false, GET, ROLES);

    private final Optional<Kind> fault;
    private final boolean onLaterPages;
    private final String operation;
    private final String sql;

    Place(Optional<Kind> fault, boolean onLaterPages, String operation, String sql) {
      this.fault = fault;
      this.onLaterPages = onLaterPages;
      this.operation = operation;
      this.sql = sql;
    }

    Sandbox sandbox() {
      Sandbox.Builder builder =
          Sandbox.builder().generatedJobs(Load.REGION, jobs()).pageCap(jobs() / 3);
      if (this == NO_ANSWER) {
        builder.latency(Duration.ofMinutes(1));
      }
      Sandbox sandbox = builder.start();
      List<Fault> faults = new ArrayList<>();
      fault
          .map(kind -> Fault.of(kind, operation))
          .ifPresent(each -> faults.add(onLaterPages ? each.onLaterPages() : each));
      if (this == BESIDE_ANOTHER) {
        // Its next page is read ahead while the lookups hang.
        faults.add(Fault.of(Kind.STALLED, "ListImportedModels").onLaterPages());
      }
      sandbox.spoil(faults.toArray(Fault[]::new));
      return sandbox;
    }

    /** Returns a query of so many parts, of which no plan is made in time. */
    private static String union(int parts) {
      return IntStream.range(0, parts)
          .mapToObj(
              i ->
                  "SELECT j.job_name FROM model_import_jobs j JOIN imported_models m"
                      + " ON j.status = m.model_name WHERE j.job_name LIKE 'a%"
                      + i
                      + "'")
          .collect(Collectors.joining(" UNION ALL "));
    }

    /** Returns how many jobs there are: a join looks up a hundred rows at once. */
    int jobs() {
      return this == BESIDE_ANOTHER ? 600 : JOBS;
    }

    /** Returns whether a call of the place has been sent, or its plan is being made. */
    boolean isReached(Sandbox sandbox) {
      if (this == PLANNING) {
        return Thread.getAllStackTraces().values().stream()
            .flatMap(Stream::of)
            .anyMatch(frame -> frame.getClassName().endsWith(".IterativeRuleDriver"));
      }
      return fault.isEmpty()
          ? sandbox.maxConcurrentRequests(operation) > 0
          // What stalls in its body has been answered, for the sandbox.
          : sandbox.requests().stream().anyMatch(this::isHere);
    }

    private boolean isHere(RecordedRequest request) {
      return request.operation().equals(operation)
          && (!onLaterPages || request.parameters().containsKey("nextToken"));
    }
  }

  /** How it is stopped, from another thread. */
  private enum Way {
    CANCEL("57014") {
      @Override
      void stop(Connection connection, Statement statement) throws SQLException {
        statement.cancel();
      }
    },
    TIMEOUT("HYT00") {
      @Override
      void stop(Connection connection, Statement statement) {
        // Ends by itself.
      }
    },
    CLOSE_STATEMENT("57014") {
      @Override
      void stop(Connection connection, Statement statement) throws SQLException {
        statement.close();
      }
    },
    CLOSE_CONNECTION("08003") {
      @Override
      void stop(Connection connection, Statement statement) throws SQLException {
        connection.close();
      }
    },
    ABORT("08003") {
      @Override
      void stop(Connection connection, Statement statement) throws SQLException {
        connection.abort(Runnable::run);
      }
    };

    private final String state;

    Way(String state) {
      this.state = state;
    }

    abstract void stop(Connection connection, Statement statement) throws SQLException;

    boolean endsConnection() {
      return this == CLOSE_CONNECTION || this == ABORT;
    }
  }

  static Stream<Arguments> stops() {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(Way.values()).map(way -> Arguments.of(place, way)));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("stops")
  void nothingIsLeft(Place place, Way way) throws Exception {
    try (Sandbox sandbox = place.sandbox();
        Connection connection =
            DriverManager.getConnection(
                Load.url(sandbox)
                    + "maxRetries=100;maxConcurrency="
                    + CONCURRENCY
                    + ";callTimeout=600");
        Statement statement = connection.createStatement()) {
      if (way == Way.TIMEOUT) {
        statement.setQueryTimeout(1);
      }
      Future<SQLException> reading = reader.submit(reading(statement, place.sql));
      while (!place.isReached(sandbox) && !reading.isDone()) {
        Thread.sleep(2);
      }
      long stopped = System.nanoTime();
      way.stop(connection, statement);
      assertStopped(way, reading);
      System.out.printf(
          "%-16s | %-16s | %4d ms%n",
          place, way, Duration.ofNanos(System.nanoTime() - stopped).toMillis());
      // A connection keeps what is idle, for its next call.
      assertNothingLeft(sandbox, way.endsConnection() ? 0 : CONCURRENCY);
      if (!way.endsConnection()) {
        sandbox.spoil();
        assertUsable(connection, place);
      }
      connection.close();
      assertNothingLeft(sandbox, 0);
    }
  }

  /** What closing breaks off is no Region that failed: its rows would be missing. */
  @Tasted
  @RepeatedTest(10)
  void closingLeavesNoRegionOut() throws Exception {
    try (Sandbox sandbox =
        Sandbox.builder().generatedJobs(Load.REGION, 5).generatedJobs("us-west-2", 5).start()) {
      sandbox.spoil(Fault.of(Kind.THROTTLED, LIST).in("us-west-2"));
      try (Connection connection =
              DriverManager.getConnection(
                  Load.url(sandbox).replace("region=", "onRegionError=warn;regions=us-west-2,"));
          Statement statement = connection.createStatement()) {
        Future<SQLException> reading = reader.submit(reading(statement, NAMES));
        while (sandbox.requests().size() < 2) {
          Thread.sleep(2);
        }
        connection.close();
        assertStopped(Way.CLOSE_CONNECTION, reading);
      }
    }
  }

  /** Whenever it comes, it is told as what it is. */
  @Tasted
  @RepeatedTest(30)
  void closeOfAStatementIsToldAsSuch(RepetitionInfo repetition) throws Exception {
    try (Sandbox sandbox = Sandbox.builder().generatedJobs(Load.REGION, JOBS).start();
        Connection connection = DriverManager.getConnection(Load.url(sandbox));
        Statement statement = connection.createStatement()) {
      Future<SQLException> reading = reader.submit(reading(statement, ROLES));
      Thread.sleep(repetition.getCurrentRepetition());
      statement.close();
      SQLException failure = reading.get();
      if (failure != null) {
        assertThat(failure.getSQLState()).as(failure.getMessage()).isIn("57014", "HY010");
      }
    }
  }

  private static Callable<SQLException> reading(Statement statement, String sql) {
    return () -> {
      try (ResultSet rows = statement.executeQuery(sql)) {
        Load.firstColumn(rows);
        return null;
      } catch (SQLException e) {
        return e;
      }
    };
  }

  private static void assertStopped(Way way, Future<SQLException> reading)
      throws ExecutionException, InterruptedException {
    SQLException failure = reading.get();
    assertThat((Throwable) failure).isNotNull();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(way.state);
  }

  private static void assertNothingLeft(Sandbox sandbox, long sockets) throws InterruptedException {
    int port = sandbox.endpoint().getPort();
    while (Footprint.busyThreadsNow() > 0 || Footprint.socketsNow(port) > sockets) {
      Thread.sleep(2);
    }
  }

  private static void assertUsable(Connection connection, Place place) throws SQLException {
    if (place == Place.NO_ANSWER) {
      return; // That endpoint answers nothing.
    }
    try (Statement next = connection.createStatement();
        ResultSet rows = next.executeQuery(NAMES)) {
      assertThat(Load.firstColumn(rows)).hasSize(place.jobs());
    }
  }
}
