package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rate that an operation is called at, by a clock that the tests set. */
@Timeout(30)
class PaceTest {
  private final Clock clock = new Clock();
  private final Pace pace = new Pace(clock);

  private static final class Clock extends Ticker {
    private long nanos;

    @Override
    public long read() {
      return nanos;
    }

    void advance(Duration time) {
      nanos += time.toNanos();
    }
  }

  private long now() {
    return clock.read();
  }

  /** Answers calls at an even rate for a second. */
  private void answer(int calls) {
    for (int i = 0; i < calls; i++) {
      clock.advance(Duration.ofSeconds(1).dividedBy(calls));
      pace.answered(now());
    }
  }

  @Test
  void noLimitUntilThrottled() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      assertThat(pace.await()).isEqualTo(now());
    }
    answer(1_000);
    assertThat(pace.callsPerSecond()).isInfinite();
    assertThat(pace.untilNext()).isNotPositive();
  }

  @Test
  void throttledCallCutsTheRateOfAnswers() {
    for (int second = 0; second < 10; second++) {
      answer(100);
    }
    pace.throttled(now());
    assertThat(pace.callsPerSecond()).isCloseTo(70, within(2.0));
  }

  @Test
  void callsThatWereUnderWayCutOnce() throws InterruptedException {
    answer(100);
    long sent = pace.await();
    clock.advance(Duration.ofMillis(5));
    pace.throttled(sent);
    double cut = pace.callsPerSecond();
    for (int i = 0; i < 15; i++) {
      pace.throttled(sent);
    }
    assertThat(pace.callsPerSecond()).isEqualTo(cut);
    clock.advance(Duration.ofMillis(5));
    pace.throttled(now());
    assertThat(pace.callsPerSecond()).isLessThan(cut);
  }

  @Test
  void answersToCallsThatWereUnderWayTellOfTheRateBefore() throws InterruptedException {
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      sent.add(pace.await());
    }
    clock.advance(Duration.ofMillis(20));
    pace.throttled(sent.get(0));
    assertThat(pace.callsPerSecond()).isEqualTo(0.7);
    for (long each : sent.subList(1, 16)) {
      pace.answered(each);
    }
    assertThat(pace.callsPerSecond()).isCloseTo(10.5, within(0.1));
  }

  @Test
  void neverBelowOneCallInFourSeconds() {
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofSeconds(1));
      pace.throttled(now());
    }
    assertThat(pace.callsPerSecond()).isEqualTo(0.25);
  }

  /** A service that has recovered is not asked as if it had not. */
  @Test
  void aQuarterMinuteAfterTheWorstIsEnoughForAHundredCalls() throws InterruptedException {
    neverBelowOneCallInFourSeconds();
    long end = now() + Duration.ofSeconds(15).toNanos();
    int calls = 0;
    while (now() < end) {
      clock.advance(Duration.ofNanos(Math.max(1, pace.untilNext())));
      pace.answered(pace.await());
      calls++;
    }
    assertThat(calls).isGreaterThan(100);
  }

  /** What a bucket that fills at the quota's rate lets pass is most of what is sent. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 5, 20, 100})
  void findsTheQuota(double quota) throws InterruptedException {
    double tokens = 2;
    int throttled = 0;
    int answered = 0;
    long end = now() + Duration.ofMinutes(10).toNanos();
    while (now() < end) {
      long wait = Math.max(Duration.ofMillis(5).toNanos(), pace.untilNext());
      clock.advance(Duration.ofNanos(wait));
      tokens = Math.min(2, tokens + wait / 1e9 * quota);
      long sent = pace.await();
      if (tokens >= 1) {
        tokens--;
        answered++;
        pace.answered(sent);
      } else {
        throttled++;
        pace.throttled(sent);
      }
    }
    assertThat(throttled / (double) (throttled + answered)).as("throttled").isLessThan(0.25);
    assertThat(answered / 600.0 / quota).as("part of the quota").isGreaterThan(0.6);
  }

  @Test
  void growsSlowlyToTheRateBeforeAndFastBeyond() {
    for (int second = 0; second < 10; second++) {
      answer(50);
    }
    pace.throttled(now());
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      rates.add(pace.callsPerSecond());
      clock.advance(Duration.ofMillis(500));
    }
    assertThat(rates).isSorted();
    // The cube root of (50 × 0.3 / 0.4), 3.35 seconds, is when it is back.
    assertThat(rates.get(7)).isCloseTo(50, within(1.5));
    assertThat(rates.get(15)).isGreaterThan(70);
  }

  @Test
  void noLimitAfterALongTimeWithoutThrottling() throws InterruptedException {
    answer(5);
    pace.throttled(now());
    assertThat(pace.callsPerSecond()).isFinite();
    clock.advance(Duration.ofMinutes(1));
    assertThat(pace.callsPerSecond()).isInfinite();
    assertThat(pace.await()).isEqualTo(now());
  }

  @Test
  void nextCallWaitsForItsTurn() throws InterruptedException {
    answer(10);
    pace.throttled(now());
    clock.advance(Duration.ofSeconds(1));
    pace.await();
    long wait = pace.untilNext();
    assertThat(wait).isEqualTo((long) (1e9 / pace.callsPerSecond()));
    clock.advance(Duration.ofNanos(wait));
    assertThat(pace.untilNext()).isNotPositive();
    assertThat(pace.await()).isEqualTo(now());
  }

  @Test
  void waitingEndsWithAnInterrupt() throws InterruptedException {
    answer(1);
    pace.throttled(now());
    pace.await();
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  pace.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.start();
      waiting.add(thread);
    }
    for (Thread thread : waiting) {
      thread.interrupt();
      thread.join();
    }
    assertThat(waiting).noneMatch(Thread::isAlive);
  }

  @Test
  void pacesAreOfAnAccountRegionAndOperation() {
    Paces paces = new Paces(clock);
    Paces.Called called =
        new Paces.Called(Optional.empty(), "111122223333", "us-east-1", "GetModelImportJob");
    paces.of(called).throttled(now());
    assertThat(paces.of(called).callsPerSecond()).isEqualTo(0.7);
    for (Paces.Called other :
        List.of(
            new Paces.Called(Optional.empty(), "444455556666", "us-east-1", "GetModelImportJob"),
            new Paces.Called(Optional.empty(), "111122223333", "us-west-2", "GetModelImportJob"),
            new Paces.Called(
                Optional.empty(), "111122223333", "us-east-1", "ListModelImportJobs"))) {
      assertThat(paces.of(other).callsPerSecond()).isInfinite();
    }
    clock.advance(Duration.ofHours(1));
    assertThat(paces.of(called).callsPerSecond()).isInfinite();
  }
}
