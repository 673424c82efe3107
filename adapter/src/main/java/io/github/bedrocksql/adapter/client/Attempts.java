package io.github.bedrocksql.adapter.client;

import com.google.common.primitives.Ints;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Makes a call again while that may help: up to {@code maxRetries} times, and for {@code
 * callTimeout}, in which waiting for the {@link Pace} does not count. What is worth another attempt
 * and how long to wait before it, with jitter, is the SDK's to say; that its own retries know
 * neither other connections nor other operations is why they are not used.
 */
final class Attempts {
  private static final String SCOPE = "call";

  /** The SDK sets no timer for less, so that there would be no end. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final StandardRetryStrategy retries;
  private final Duration callTimeout;

  Attempts(BedrockConfig config) {
    this.retries =
        StandardRetries.of(config).toBuilder()
            // It gives up on all calls when many were throttled, where the pace slows down.
            .circuitBreakerEnabled(false)
            .build();
    this.callTimeout = config.callTimeout();
  }

  /**
   * Returns the retries that are the SDK client's own: one, where it learnt from the refusal what
   * the server's time is, which only it can sign with.
   */
  static RetryStrategy ofClient(BedrockConfig config) {
    return StandardRetryStrategy.builder()
        .useClientDefaults(false)
        .maxAttempts(Math.min(2, config.maxRetries() + 1))
        .circuitBreakerEnabled(false)
        .retryOnException(
            e -> e instanceof SdkServiceException service && service.isClockSkewException())
        .build();
  }

  /**
   * Makes a call.
   *
   * @param once sends it, with the time that {@code trace} leaves it
   * @throws SdkException what the last attempt ended with
   */
  <T> T make(Pace pace, CallTrace trace, Supplier<T> once) {
    RetryToken token =
        retries.acquireInitialToken(AcquireInitialTokenRequest.create(SCOPE)).token();
    Duration left = callTimeout;
    while (true) {
      long sentAt = admitted(pace);
      long started = System.nanoTime();
      trace.mayTake(left);
      try {
        T answer = once.get();
        pace.answered(sentAt);
        return answer;
      } catch (SdkException e) {
        tell(pace, sentAt, e);
        left = left.minusNanos(System.nanoTime() - started);
        RefreshRetryTokenResponse next = next(token, e);
        left = left.minus(next.delay());
        if (left.compareTo(SHORTEST) < 0) {
          throw e;
        }
        sleep(next.delay());
        token = next.token();
      }
    }
  }

  private static void tell(Pace pace, long sentAt, SdkException e) {
    if (!(e instanceof AwsServiceException service) || e instanceof StsException) {
      return; // No answer, or one on the way to the call, which has not been sent.
    }
    if (service.isThrottlingException()) {
      pace.throttled(sentAt);
    } else {
      pace.answered(sentAt);
    }
  }

  /** Returns the next attempt; throws the failure if there is none. */
  private RefreshRetryTokenResponse next(RetryToken token, SdkException failure) {
    if (failure instanceof AbortedException || failure instanceof ApiCallTimeoutException) {
      throw failure; // What they were caused by may look like a lost connection.
    }
    if (failure instanceof StsException
        || (failure instanceof SdkServiceException service && service.isClockSkewException())) {
      throw failure; // The SDK's client has made these attempts.
    }
    try {
      return retries.refreshRetryToken(
          RefreshRetryTokenRequest.builder()
              .token(token)
              .failure(failure)
              .suggestedDelay(retryAfter(failure))
              .build());
    } catch (TokenAcquisitionFailedException e) {
      throw failure;
    }
  }

  /** What the server, or a proxy before it, asks for. */
  private static Duration retryAfter(SdkException failure) {
    return failure instanceof AwsServiceException service
            && service.awsErrorDetails() != null
            && service.awsErrorDetails().sdkHttpResponse() != null
        ? service
            .awsErrorDetails()
            .sdkHttpResponse()
            .firstMatchingHeader("Retry-After")
            .map(Ints::tryParse) // Null for a date, which nobody sends here.
            .map(seconds -> Duration.ofSeconds(Math.max(0, seconds)))
            .orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static long admitted(Pace pace) {
    try {
      return pace.await();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void sleep(Duration delay) {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AbortedException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return AbortedException.create("Interrupted before an attempt", e);
  }
}
