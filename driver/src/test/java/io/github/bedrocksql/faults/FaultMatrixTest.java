package io.github.bedrocksql.faults;

import static io.github.bedrocksql.faults.Place.FIRST_PAGE;
import static io.github.bedrocksql.faults.Place.HYDRATION;
import static io.github.bedrocksql.faults.Place.LATER_PAGE;
import static io.github.bedrocksql.faults.Place.LOOKUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.sandbox.Fault.Kind;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the service at every place: whole and right, or one clear error. */
@Tag("long")
@Timeout(60)
class FaultMatrixTest {
  private static final int ALWAYS = Integer.MAX_VALUE;
  private static final String FINE = "";

  /** Found out here, in an answer that the SDK thinks good: no Region is left out over it. */
  private static final ImmutableSet<Kind> FOUND_OUT_HERE =
      ImmutableSet.of(Kind.MISSING_FIELD, Kind.SAME_TOKEN, Kind.CIRCLE_OF_TOKENS, Kind.EMPTY_PAGES);

  /** Which Regions a connection has; the fault is in the last of them. */
  private enum Reach {
    ONE("region=us-west-2", 1),
    TWO("regions=us-east-1,us-west-2", 2),
    TWO_WARN("regions=us-east-1,us-west-2;onRegionError=warn", 2);

    private final String properties;
    private final int regions;

    Reach(String properties, int regions) {
      this.properties = properties;
      this.regions = regions;
    }
  }

  /**
   * A line of the table.
   *
   * @param state the SQLState; {@link #FINE} for the whole answer
   */
  private record Trial(Kind kind, int times, Place place, Reach reach, String state) {
    boolean isLeftOut() {
      return !state.equals(FINE)
          && reach == Reach.TWO_WARN
          && place.isFirstCall()
          && !FOUND_OUT_HERE.contains(kind);
    }

    /** A fault that takes a second is not tried where another Region changes nothing. */
    boolean isQuick() {
      return reach == Reach.ONE || isLeftOut();
    }

    /** A job that is gone is no row. */
    int rows() {
      int regions = isLeftOut() ? 1 : reach.regions;
      return place.rows() * regions - (kind == Kind.GONE ? 1 : 0);
    }

    @Override
    public String toString() {
      return kind + (times == ALWAYS ? "" : " x" + times) + " at " + place + ", " + reach;
    }
  }

  /** One for each trial, whose fault is nobody else's. */
  private static Sandbox sandbox() {
    return Sandbox.builder()
        .generatedJobs("us-east-1", Place.JOBS)
        .generatedJobs("us-west-2", Place.JOBS)
        .pageCap(Place.PAGE)
        .start();
  }

  static Stream<Trial> trials() {
    EnumSet<Place> all = EnumSet.allOf(Place.class);
    Set<Place> lists = EnumSet.of(FIRST_PAGE, LATER_PAGE);
    Set<Place> gets = EnumSet.of(HYDRATION, LOOKUP);
    return Stream.of(
            trials(Kind.THROTTLED, 1, all, FINE).filter(Trial::isQuick),
            trials(Kind.THROTTLED, ALWAYS, all, "53400").filter(Trial::isQuick),
            trials(Kind.SERVER_ERROR, 1, all, FINE),
            trials(Kind.SERVER_ERROR, ALWAYS, all, "08006"),
            trials(Kind.HTML, ALWAYS, all, "08P01"),
            trials(Kind.HTML_502, 1, all, FINE),
            trials(Kind.HTML_502, ALWAYS, all, "08006"),
            trials(Kind.HTML_503, ALWAYS, all, "08006"),
            trials(Kind.REDIRECT, ALWAYS, all, "08P01"),
            trials(Kind.TEAPOT, ALWAYS, all, "08P01"),
            trials(Kind.NO_BODY, ALWAYS, all, "08P01"),
            trials(Kind.NO_FIELDS, ALWAYS, all, "08P01"),
            trials(Kind.NULL_ROW, ALWAYS, lists, "08P01"),
            trials(Kind.TIMES_IN_SECONDS, ALWAYS, all, FINE),
            trials(Kind.TIMES_WITHOUT_ZONE, ALWAYS, all, "08P01"),
            trials(Kind.TRUNCATED, ALWAYS, all, "08P01"),
            trials(Kind.CUT, 1, all, FINE),
            trials(Kind.CUT, ALWAYS, all, "08001"),
            trials(Kind.SLOW, 1, all, FINE),
            trials(Kind.STALLED, ALWAYS, all, "HYT00").filter(Trial::isQuick),
            trials(Kind.DENIED, ALWAYS, all, "42501"),
            trials(Kind.GONE, 1, gets, FINE),
            trials(Kind.EXPIRED_TOKEN, ALWAYS, EnumSet.of(LATER_PAGE), "22023"),
            trials(Kind.SAME_TOKEN, ALWAYS, lists, "08P01"),
            trials(Kind.CIRCLE_OF_TOKENS, ALWAYS, lists, "08P01"),
            trials(Kind.EMPTY_PAGES, ALWAYS, lists, "08P01").filter(Trial::isQuick),
            trials(Kind.UNKNOWN_STATUS, ALWAYS, EnumSet.complementOf(EnumSet.of(HYDRATION)), FINE),
            trials(Kind.UNKNOWN_MEMBER, ALWAYS, gets, FINE),
            trials(
                Kind.MISSING_FIELD, ALWAYS, EnumSet.complementOf(EnumSet.of(HYDRATION)), "08P01"))
        .flatMap(trial -> trial);
  }

  private static Stream<Trial> trials(Kind kind, int times, Set<Place> places, String state) {
    return places.stream()
        .flatMap(
            place ->
                Stream.of(Reach.values())
                    .map(reach -> new Trial(kind, times, place, reach, state)));
  }

  private static Connection connect(Sandbox sandbox, Trial trial) throws SQLException {
    // An account for each: what one learns of throttling must not slow down the others.
    String account = Integer.toHexString(trial.toString().hashCode());
    // What ends is waited for on a busy machine, too.
    int throttleTimeout = trial.times() == ALWAYS ? 1 : 30;
    int callTimeout = trial.kind() == Kind.STALLED ? 3 : 30;
    return DriverManager.getConnection(
        "jdbc:bedrock:secretAccessKey=secret;maxRetries=1;maxConcurrency=4;accessKeyId=AKIDTEST"
            + account
            + ";endpoint="
            + sandbox.endpoint()
            + ";throttleTimeout="
            + throttleTimeout
            + ";callTimeout="
            + callTimeout
            + ";"
            + trial.reach().properties);
  }

  @Execution(ExecutionMode.CONCURRENT) // Most of it is waiting.
  @ParameterizedTest
  @MethodSource("trials")
  void faultAtPlace(Trial trial) throws SQLException {
    Place place = trial.place();
    try (Sandbox sandbox = sandbox();
        Connection connection = connect(sandbox, trial)) {
      sandbox.spoil(place.fault(trial.kind(), trial.times()).in("us-west-2"));
      Outcome outcome = Outcome.of(connection, place.sql());
      sandbox.spoil();
      outcome.print(
          trial.kind() + (trial.times() == ALWAYS ? "" : " x" + trial.times()),
          place + ", " + trial.reach(),
          sandbox.requests().size());
      if (trial.state().equals(FINE) || trial.isLeftOut()) {
        assertWhole(trial, outcome);
      } else {
        assertFailed(trial, outcome);
      }
      Outcome after = Outcome.of(connection, place.sql());
      assertThat(after.failure()).as("afterwards").isEmpty();
      assertThat(after.rows())
          .as("afterwards")
          .hasSize(place.rows() * trial.reach().regions)
          .doesNotHaveDuplicates();
    }
  }

  /** A status that the API has got since is found by whoever asks for it. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "status = 'Paused' | 25 | 3",
        "status IN ('Failed', 'Paused') | 25 | 3",
        "status = 'Paused' ORDER BY creation_time DESC LIMIT 2 | 2 | 1",
        "status = 'Paused' LIMIT 3 | 3 | 1",
        "status = 'Paused' AND job_name LIKE '%-0000%' | 9 | 1",
        "job_identifier = 'job-00001' AND status = 'Paused' | 1 | 1",
        "status <> 'Paused' | 0 | 3",
        "status NOT IN ('Completed') | 25 | 3",
        "status LIKE 'Pau%' | 25 | 3",
        "status = 'PAUSED' | 0 | 0",
      })
  void unknownStatusIsFound(String condition, int rows, int calls) throws SQLException {
    Trial trial = new Trial(Kind.UNKNOWN_STATUS, ALWAYS, FIRST_PAGE, Reach.ONE, FINE);
    try (Sandbox sandbox = sandbox();
        Connection connection = connect(sandbox, trial)) {
      sandbox.spoil(
          FIRST_PAGE.fault(Kind.UNKNOWN_STATUS, ALWAYS),
          HYDRATION.fault(Kind.UNKNOWN_STATUS, ALWAYS));
      Outcome outcome =
          Outcome.of(
              connection, "SELECT job_name, status FROM model_import_jobs WHERE " + condition);
      sandbox.spoil();
      outcome.print("UNKNOWN_STATUS", condition, sandbox.requests().size());
      assertThat(outcome.failure()).isEmpty();
      assertThat(outcome.rows()).hasSize(rows);
      assertThat(sandbox.requests()).hasSize(calls);
    }
  }

  private static void assertWhole(Trial trial, Outcome outcome) {
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.rows()).hasSize(trial.rows());
    assertThat(outcome.warnings()).hasSize(trial.isLeftOut() ? 1 : 0);
    assertThat(outcome.warnings()).allMatch(text -> text.contains("us-west-2"));
    if (trial.kind() == Kind.UNKNOWN_STATUS) {
      assertThat(values(outcome)).contains("Paused");
    }
    if (trial.kind() == Kind.UNKNOWN_MEMBER) {
      assertThat(values(outcome)).contains("hubDataSource");
    }
  }

  private static ImmutableList<Object> values(Outcome outcome) {
    return outcome.rows().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
  }

  private static void assertFailed(Trial trial, Outcome outcome) {
    SQLException failure = outcome.failure().orElseThrow();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(trial.state());
    assertThat(failure.getMessage())
        .contains(trial.place().operation() + " in us-west-2", "request id ")
        .doesNotContain("\n", "request id none", "request id UNKNOWN", "secret", "AKIDTEST")
        .doesNotContain("software.amazon", "java.");
  }
}
