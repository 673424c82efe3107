package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StatementRunnerTest {
  private final StatementRunner runner =
      new StatementRunner(
          new Settings(Duration.ZERO, OptionalInt.empty(), false, false, Map.of()),
          new Progress.Place(System.err, false));

  /** Ctrl-C comes when it comes: while rows are printed nothing runs. */
  @Test
  void aCancelBeforeThePauseEndsIt() throws SQLException {
    int before = runner.cancels();
    runner.cancel();
    assertThat(runner.pause(Duration.ofDays(1), before)).isFalse();
    assertThat(runner.pause(Duration.ofNanos(1), runner.cancels())).isTrue();
  }
}
