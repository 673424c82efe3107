package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

@Timeout(60)
class DeadlinesTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
  private final Deadlines deadlines = new Deadlines(timer);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  /** Waits as for credentials that never come. */
  private static String endless() {
    try {
      new CountDownLatch(1).await();
      return "an answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Interrupted", e);
    }
  }

  private void assertEnded() {
    assertThatThrownBy(
            () -> deadlines.within(Duration.ofMillis(1), new CallTrace(), DeadlinesTest::endless))
        .isInstanceOf(ApiCallTimeoutException.class)
        .hasMessage("The call took longer than 1 ms")
        .hasCauseInstanceOf(AbortedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void attemptIsEndedAtItsLimit() {
    assertEnded();
    assertThat(deadlines.within(LONG, new CallTrace(), () -> "an answer")).isEqualTo("an answer");
    assertEnded();
  }

  @Test
  void failureBeforeTheLimitStaysWhatItIs() {
    IllegalStateException failure = new IllegalStateException("of another kind");
    assertThatThrownBy(
            () ->
                deadlines.within(
                    LONG,
                    new CallTrace(),
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void answersAreGivenAfterTheTimerHasEnded() {
    timer.shutdownNow();
    assertThat(deadlines.within(LONG, new CallTrace(), () -> "an answer")).isEqualTo("an answer");
  }
}
