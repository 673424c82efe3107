package io.github.bedrocksql.faults;

import static io.github.bedrocksql.faults.ConnectionFaultsTest.connect;
import static io.github.bedrocksql.faults.ConnectionFaultsTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong for whole stretches of time. */
@Tag("long")
@Timeout(120)
class StormTest {
  /**
   * For ten seconds nine of ten requests are throttled, which is no failure: all rows are there.
   */
  @Execution(ExecutionMode.CONCURRENT) // Most of it is waiting.
  @ParameterizedTest
  @EnumSource(names = {"FIRST_PAGE", "HYDRATION"})
  void stormOfThrottlingThatEnds(Place place) throws SQLException {
    try (Sandbox sandbox = storm().throttleFor(Duration.ofSeconds(10)).start();
        Connection connection = connect(sandbox.endpoint().toString(), 0)) {
      assertThat(run(connection, "THROTTLED 90 %, 10 s", place).rows()).hasSize(place.rows());
    }
  }

  /** The statement ends, with all rows or with a reason. */
  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void stormOfThrottlingThatDoesNotEnd() throws SQLException {
    try (Sandbox sandbox = storm().start();
        Connection connection = connect(sandbox.endpoint() + ";throttleTimeout=4", 0)) {
      Place place = Place.HYDRATION;
      assertWholeOr(place, run(connection, "THROTTLED 90 %", place), "53400");
    }
  }

  private static Sandbox.Builder storm() {
    return Sandbox.builder().generatedJobs("us-west-2", Place.JOBS).throttleRate(0.9, 11);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void halfOfTheRequestsFail() throws SQLException {
    try (Sandbox sandbox =
            Sandbox.builder().generatedJobs("us-west-2", Place.JOBS).errorRate(0.5, 5).start();
        Connection connection = connect(sandbox.endpoint().toString(), 10)) {
      for (Place place : Place.values()) {
        assertWholeOr(place, run(connection, "SERVER_ERROR 50 %", place), "08006");
      }
    }
  }

  private static void assertWholeOr(Place place, Outcome outcome, String... states) {
    if (outcome.failure().isPresent()) {
      assertThat(outcome.failure().get().getSQLState()).isIn((Object[]) states);
    } else {
      assertThat(outcome.rows()).hasSize(place.rows());
    }
  }
}
