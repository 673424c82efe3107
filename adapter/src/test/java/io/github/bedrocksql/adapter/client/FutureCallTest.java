package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FutureCallTest {
  private final CallThreads threads = new CallThreads(1);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
    timer.shutdownNow();
  }

  /** A statement may be closed by another thread between the call's making and its start. */
  @Test
  void aCallIsCancelledBeforeItBegins() {
    FutureCall<String> call =
        new FutureCall<>(
            new AtomicLong(),
            () -> {
              throw new AssertionError("begun");
            },
            new CallTrace(),
            (answer, failure) -> {},
            threads,
            timer);
    assertThat(call.cancel(true)).isTrue();
    call.start();
    assertThat(call.isCancelled()).isTrue();
  }
}
