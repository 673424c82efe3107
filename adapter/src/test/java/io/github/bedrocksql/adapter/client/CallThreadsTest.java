package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallThreadsTest {
  private final CallThreads threads = new CallThreads(1);
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private void run(String step) {
    ran.add(step + " in " + Thread.currentThread().getName().replaceAll("\\d+", "N"));
  }

  @Test
  void aStepRunsInTheCallersThread() {
    assertThat(threads.runHere(() -> run("step"))).isTrue();
    assertThat(ran).containsExactly("step in " + Thread.currentThread().getName());
  }

  @Test
  void aStepThatWaitsForTheCallersRunsAfterIt() throws InterruptedException {
    threads.runHere(
        () -> {
          threads.execute(() -> run("waiting"));
          assertThat(ran).isEmpty();
        });
    assertThat(ran.take()).isEqualTo("waiting in bedrock-sql-N");
  }

  @Test
  void noneRunsInTheCallersThreadWhereAsManyRunAsMay() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    threads.execute(
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(threads.runHere(() -> run("here"))).isFalse();
    threads.execute(() -> run("waiting"));
    end.countDown();
    assertThat(ran.take()).isEqualTo("waiting in bedrock-sql-N");
  }

  @Test
  void anInterruptIsForOneStep() throws InterruptedException {
    threads.execute(
        () -> {
          threads.execute(() -> run(String.valueOf(Thread.currentThread().isInterrupted())));
          Thread.currentThread().interrupt();
        });
    assertThat(ran.take()).startsWith("false");
  }

  @Test
  void nothingRunsAfterTheEnd() {
    threads.shutdownNow();
    assertThat(threads.runHere(() -> run("here"))).isFalse();
    assertThatThrownBy(() -> threads.execute(() -> run("step")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(ran).isEmpty();
  }

  @Test
  void theEndOfTheCallersStepAfterTheEndRunsNothing() {
    threads.runHere(
        () -> {
          threads.execute(() -> run("waiting"));
          threads.shutdownNow();
        });
    assertThat(ran).isEmpty();
  }
}
