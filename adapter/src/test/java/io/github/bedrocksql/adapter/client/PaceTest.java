package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** A call that is sent now. */
  private Pace.Turn turn() {
    return new Pace.Turn(now(), pace.callsPerSecond());
  }

  private Pace.Turn admitted() {
    return pace.admit().orElseThrow();
  }

  /** Answers calls at an even rate for a second. */
  private void answer(int calls) {
    for (int i = 0; i < calls; i++) {
      clock.advance(Duration.ofSeconds(1).dividedBy(calls));
      pace.answered(turn());
    }
  }

  @Test
  void noLimitUntilThrottled() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(admitted().at()).isEqualTo(now());
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
    pace.throttled(turn());
    assertThat(pace.callsPerSecond()).isCloseTo(70, within(2.0));
  }

  @Test
  void callsThatWereUnderWayCutOnce() {
    answer(100);
    Pace.Turn sent = admitted();
    clock.advance(Duration.ofMillis(5));
    pace.throttled(sent);
    double cut = pace.callsPerSecond();
    for (int i = 0; i < 15; i++) {
      pace.throttled(sent);
    }
    assertThat(pace.callsPerSecond()).isEqualTo(cut);
    for (int i = 0; i < 6; i++) { // One may be bad luck.
      clock.advance(Duration.ofMillis(5));
      pace.throttled(turn());
    }
    assertThat(pace.callsPerSecond()).isLessThan(cut);
  }

  @Test
  void answersToCallsThatWereUnderWayTellOfTheRateBefore() {
    List<Pace.Turn> sent = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      sent.add(admitted());
    }
    clock.advance(Duration.ofMillis(20));
    pace.throttled(sent.get(0));
    assertThat(pace.callsPerSecond()).isEqualTo(1);
    for (Pace.Turn each : sent.subList(1, 16)) {
      pace.answered(each);
    }
    assertThat(pace.callsPerSecond()).isCloseTo(10.5, within(0.1));
  }

  @Test
  void neverBelowOneCallASecond() {
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofSeconds(1));
      pace.throttled(turn());
    }
    assertThat(pace.callsPerSecond()).isEqualTo(1);
  }

  /** A service that has recovered is not asked as if it had not. */
  @Test
  void aQuarterMinuteAfterTheWorstIsEnoughForAHundredCalls() {
    neverBelowOneCallASecond();
    long end = now() + Duration.ofSeconds(15).toNanos();
    int calls = 0;
    while (now() < end) {
      clock.advance(Duration.ofNanos(Math.max(1, pace.untilNext())));
      pace.answered(admitted());
      calls++;
    }
    assertThat(calls).isGreaterThan(100);
  }

  /** What answers, or throttles, calls. */
  private interface Server {
    boolean answers(double seconds);
  }

  /** Calls made one after another, {@code wanted} of them answered at most. */
  private record Load(int answered, int throttled, double seconds) {}

  private Load load(Server server, int wanted, Duration atMost) {
    long start = now();
    int throttled = 0;
    int answered = 0;
    while (answered < wanted && now() - start < atMost.toNanos()) {
      clock.advance(Duration.ofNanos(Math.max(1_000_000, pace.untilNext())));
      Pace.Turn sent = admitted();
      clock.advance(Duration.ofMillis(4));
      if (server.answers((now() - start) / 1e9)) {
        answered++;
        pace.answered(sent);
      } else {
        throttled++;
        pace.throttled(sent);
      }
    }
    return new Load(answered, throttled, (now() - start) / 1e9);
  }

  /** What a bucket that fills at the quota's rate lets pass is most of what is sent. */
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "5, 2", "20, 2", "100, 2", "5, 50", "20, 100"})
  void findsTheQuota(double quota, double atOnce) {
    double[] bucket = {atOnce, 0};
    Load load =
        load(
            seconds -> {
              bucket[0] = Math.min(atOnce, bucket[0] + (seconds - bucket[1]) * quota);
              bucket[1] = seconds;
              boolean answers = bucket[0] >= 1;
              bucket[0] -= answers ? 1 : 0;
              return answers;
            },
            Integer.MAX_VALUE,
            Duration.ofMinutes(10));
    System.out.println("Quota of " + quota + " a second: " + load);
    double part = load.throttled() / (double) (load.throttled() + load.answered());
    assertThat(part).as("throttled").isLessThan(quota < 5 ? 0.5 : 0.25);
    assertThat(load.answered() / 600.0 / quota).as("part of the quota").isGreaterThan(0.6);
  }

  /** Slower calls would be throttled as often: then there is no point in slowing down for long. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 30, 50, 70, 85})
  void doesNotSlowDownForWhatIsThrottledAtRandom(int percent) {
    for (int seed = 0; seed < 20; seed++) {
      Random dice = new Random(seed);
      PaceTest fresh = new PaceTest();
      Load load = fresh.load(seconds -> dice.nextInt(100) >= percent, 300, Duration.ofMinutes(10));
      System.out.println(percent + " % throttled at random: " + load);
      assertThat(load.answered()).isEqualTo(300);
      assertThat(load.seconds()).isLessThan(300);
    }
  }

  /** Nothing is answered: no slower rate can be told to be as good. */
  @Test
  void slowsDownForAServiceThatThrottlesEverything() {
    Load load = load(seconds -> false, 1, Duration.ofMinutes(5));
    assertThat(load.throttled()).isLessThan(330);
  }

  @Test
  void growsSlowlyToTheRateBeforeAndFastBeyond() {
    for (int second = 0; second < 10; second++) {
      answer(50);
    }
    pace.throttled(turn());
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
  void noLimitAfterALongTimeWithoutThrottling() {
    answer(5);
    pace.throttled(turn());
    assertThat(pace.callsPerSecond()).isFinite();
    clock.advance(Duration.ofMinutes(1));
    assertThat(pace.callsPerSecond()).isInfinite();
    assertThat(admitted().at()).isEqualTo(now());
  }

  @Test
  void nextCallWaitsForItsTurn() {
    answer(10);
    pace.throttled(turn());
    clock.advance(Duration.ofSeconds(1));
    admitted();
    long wait = pace.untilNext();
    assertThat(wait).isEqualTo((long) (1e9 / pace.callsPerSecond()));
    clock.advance(Duration.ofNanos(wait));
    assertThat(pace.untilNext()).isNotPositive();
    assertThat(admitted().at()).isEqualTo(now());
  }

  @Test
  void pacesAreOfAnAccountRegionAndOperation() {
    Paces paces = new Paces(clock);
    Paces.Called called =
        new Paces.Called(Optional.empty(), "111122223333", "us-east-1", "GetModelImportJob");
    paces.of(called).pace().throttled(turn());
    assertThat(paces.of(called).pace().callsPerSecond()).isEqualTo(1);
    for (Paces.Called other :
        List.of(
            new Paces.Called(Optional.empty(), "444455556666", "us-east-1", "GetModelImportJob"),
            new Paces.Called(Optional.empty(), "111122223333", "us-west-2", "GetModelImportJob"),
            new Paces.Called(
                Optional.empty(), "111122223333", "us-east-1", "ListModelImportJobs"))) {
      assertThat(paces.of(other).pace().callsPerSecond()).isInfinite();
    }
    clock.advance(Duration.ofHours(1));
    assertThat(paces.of(called).pace().callsPerSecond()).isInfinite();
  }
}
