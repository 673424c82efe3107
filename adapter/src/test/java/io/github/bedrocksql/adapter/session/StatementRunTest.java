package io.github.bedrocksql.adapter.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StatementRunTest {
  private static StatementRun run(OptionalInt budget) {
    return new StatementRun(
        3, new StatementControl(() -> false, new AtomicBoolean(), Duration.ZERO), budget);
  }

  @Test
  void budgetEndsBeforeTheCallThatIsTooMany() throws SQLException {
    StatementRun run = run(OptionalInt.of(2));
    run.spend("9 gets");
    run.spend("9 gets");
    SQLException failure = catchThrowableOfType(SQLException.class, () -> run.spend("9 gets"));
    assertThat(failure.getSQLState()).isEqualTo("54000");
    assertThat((Throwable) failure)
        .hasMessage("The statement may make 2 API calls (maxApiCalls) and needs another: 9 gets");
    assertThat(catchThrowableOfType(SQLException.class, () -> run.spend("9 gets")).getSQLState())
        .as("again")
        .isEqualTo("54000");
  }

  @Test
  void moreThanTheBudgetIsForeseen() throws SQLException {
    StatementRun run = run(OptionalInt.of(3));
    run.foresee(3, "3 gets");
    SQLException failure = catchThrowableOfType(SQLException.class, () -> run.foresee(4, "4 gets"));
    assertThat(failure.getSQLState()).isEqualTo("54000");
    assertThat((Throwable) failure)
        .hasMessage("The statement may make 3 API calls (maxApiCalls); the plan: 4 gets");
  }

  @Test
  void whatIsSpentCountsInWhatIsForeseen() throws SQLException {
    StatementRun run = run(OptionalInt.of(3));
    run.spend("");
    run.foresee(2, "");
    assertThat(catchThrowableOfType(SQLException.class, () -> run.foresee(3, "")).getSQLState())
        .isEqualTo("54000");
  }

  @Test
  void foreseeingSpendsNothing() throws SQLException {
    StatementRun run = run(OptionalInt.of(1));
    run.foresee(1, "");
    run.foresee(1, "");
    run.spend("");
  }

  @Test
  void withoutABudgetThereIsNoEnd() {
    StatementRun run = run(OptionalInt.empty());
    assertThatCode(
            () -> {
              run.foresee(Long.MAX_VALUE, "");
              for (int i = 0; i < 1_000; i++) {
                run.spend("");
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void scansShareWhatTheFirstMade() {
    StatementRun run = run(OptionalInt.empty());
    StringBuilder first = run.shared("key", StringBuilder.class, StringBuilder::new);
    assertThat(run.shared("key", StringBuilder.class, StringBuilder::new)).isSameAs(first);
    assertThat(run.shared("other", StringBuilder.class, StringBuilder::new)).isNotSameAs(first);
    assertThat(run.number()).isEqualTo(3);
  }

  @Test
  void canceledStatementStops() throws SQLException {
    AtomicBoolean canceled = new AtomicBoolean();
    StatementControl execution = new StatementControl(() -> false, canceled, Duration.ZERO);
    execution.check();
    canceled.set(true);
    assertThat(catchThrowableOfType(SQLException.class, execution::check).getSQLState())
        .isEqualTo("57014");
  }

  @Test
  void statementPastItsTimeStops() {
    StatementControl execution =
        new StatementControl(() -> false, new AtomicBoolean(), Duration.ofNanos(1));
    assertThat(catchThrowableOfType(SQLTimeoutException.class, execution::check).getSQLState())
        .isEqualTo("HYT00");
    assertThat(execution.sliceMillis()).isPositive();
  }
}
