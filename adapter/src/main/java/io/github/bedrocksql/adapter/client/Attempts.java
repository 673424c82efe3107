package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.client.Paces.Learnt;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The attempts at one call, one after another: up to {@code maxRetries} more than the first, and
 * further ones while most calls to the service are answered, for {@code callTimeout}; those that
 * were throttled count for {@code throttleTimeout} only. Nothing here waits.
 */
final class Attempts<T> {
  /** Attempts beyond maxRetries: some seconds of pauses, after which a call fails in any case. */
  private static final int MOST_BEYOND = 12;

  /** Less is not worth an attempt. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final RetryRules rules;
  private final Learnt learnt;
  private final Deadlines deadlines;
  private final CallTrace trace;
  private final Supplier<T> once;
  private RetryToken token;
  private Duration left;
  private int failures;
  private Optional<Long> throttledSince = Optional.empty();

  /**
   * Sends nothing yet.
   *
   * @param once sends the request
   */
  Attempts(
      RetryRules rules, Learnt learnt, Deadlines deadlines, CallTrace trace, Supplier<T> once) {
    this.rules = rules;
    this.learnt = learnt;
    this.deadlines = deadlines;
    this.trace = trace;
    this.once = once;
    this.token = rules.begin();
    this.left = rules.callTimeout();
  }

  /**
   * What came of an attempt.
   *
   * @param answer null if there is to be another attempt
   * @param pause before that
   */
  record Outcome<T>(T answer, Duration pause) {}

  /**
   * Sends the request, in this thread.
   *
   * @throws SdkException what the last attempt ended with
   */
  Outcome<T> make(Pace.Turn turn) {
    long started = System.nanoTime();
    try {
      T answer = deadlines.within(left, trace, once);
      learnt.pace().answered(turn);
      learnt.allowance().answered();
      return new Outcome<>(answer, Duration.ZERO);
    } catch (SdkException e) {
      if (RetryRules.isThrottled(e)) {
        learnt.pace().throttled(turn);
        return new Outcome<>(null, afterThrottled(e, started));
      }
      if (e instanceof SdkServiceException && !(e instanceof StsException)) {
        learnt.pace().answered(turn);
      }
      left = left.minusNanos(System.nanoTime() - started);
      return new Outcome<>(null, afterFailed(e));
    }
  }

  private Duration afterThrottled(SdkException throttled, long started) {
    if (throttledSince.isEmpty()) {
      throttledSince = Optional.of(started);
    }
    Duration pause = RetryRules.retryAfter(throttled);
    Duration until = Duration.ofNanos(System.nanoTime() - throttledSince.get()).plus(pause);
    if (until.compareTo(rules.throttleTimeout()) >= 0) {
      throw throttled;
    }
    return pause;
  }

  private Duration afterFailed(SdkException failure) {
    Optional<RefreshRetryTokenResponse> next = rules.next(token, failure);
    if (next.isEmpty()) {
      if (failure instanceof SdkServiceException) {
        learnt.allowance().answered();
      }
      throw failure;
    }
    failures++;
    boolean more = learnt.allowance().failed();
    int beyond = failures - rules.maxRetries();
    // Setting 0 asks for none at all.
    boolean may = beyond <= 0 || (rules.maxRetries() > 0 && more && beyond <= MOST_BEYOND);
    left = left.minus(next.get().delay());
    if (!may || left.compareTo(SHORTEST) < 0) {
      throw failure;
    }
    token = next.get().token();
    return next.get().delay();
  }
}
