package io.github.bedrocksql.adapter.client;

import com.google.common.primitives.Ints;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Which failures are worth another attempt, and after what pause: the SDK decides, with jitter. The
 * SDK's own retries are not used because they know nothing of other connections or operations, and
 * treat a throttled call as a failed one.
 */
final class RetryRules {
  private static final String SCOPE = "call";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER = "Retry-After";

  private final RetryStrategy strategy;

  private final int maxRetries;
  private final Duration callTimeout;
  private final Duration throttleTimeout;

  RetryRules(BedrockConfig config) {
    this.strategy =
        StandardRetries.of(config).toBuilder()
            // We limit the attempts, not the SDK.
            .maxAttempts(Integer.MAX_VALUE)
            .circuitBreakerEnabled(false)
            .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
            .build();
    this.maxRetries = config.maxRetries();
    this.callTimeout = config.callTimeout();
    this.throttleTimeout = config.throttleTimeout();
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

  /** Returns how often a failed call is made again whatever became of others. */
  int maxRetries() {
    return maxRetries;
  }

  /** Returns how long a call may take that is not throttled. */
  Duration callTimeout() {
    return callTimeout;
  }

  /** Returns for how long a call may be throttled. */
  Duration throttleTimeout() {
    return throttleTimeout;
  }

  /** Returns what the attempts at a call start with. */
  RetryToken begin() {
    return strategy.acquireInitialToken(AcquireInitialTokenRequest.create(SCOPE)).token();
  }

  /** Returns the next attempt; empty if the failure is final. */
  Optional<RefreshRetryTokenResponse> next(RetryToken token, SdkException failure) {
    if (failure instanceof AbortedException || failure instanceof ApiCallTimeoutException) {
      return Optional.empty(); // What they were caused by may look like a lost connection.
    }
    if (failure instanceof StsException
        || (failure instanceof SdkServiceException service && service.isClockSkewException())) {
      return Optional.empty(); // The SDK's client has made these attempts.
    }
    try {
      return Optional.of(
          strategy.refreshRetryToken(
              RefreshRetryTokenRequest.builder()
                  .token(token)
                  .failure(failure)
                  .suggestedDelay(retryAfter(failure))
                  .build()));
    } catch (TokenAcquisitionFailedException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a call was not failed, but put off. */
  static boolean isThrottled(SdkException failure) {
    return failure instanceof AwsServiceException service
        && !(failure instanceof StsException)
        && (service.isThrottlingException()
            // What stands before the service has no code for it.
            || (service.statusCode() == UNAVAILABLE && header(service).isPresent()));
  }

  /** Returns for how long the server, or a proxy before it, asks to wait; zero if it does not. */
  static Duration retryAfter(SdkException failure) {
    return failure instanceof AwsServiceException service
        ? header(service).map(RetryRules::pause).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static Optional<String> header(AwsServiceException service) {
    return Optional.ofNullable(service.awsErrorDetails())
        .map(details -> details.sdkHttpResponse())
        .flatMap(response -> response.firstMatchingHeader(RETRY_AFTER));
  }

  /** Seconds, or a date. */
  private static Duration pause(String retryAfter) {
    Integer seconds = Ints.tryParse(retryAfter.strip());
    if (seconds != null) {
      return Duration.ofSeconds(Math.max(0, seconds));
    }
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter.strip()));
      Duration pause = Duration.between(Instant.now(), date);
      return pause.isNegative() ? Duration.ZERO : pause;
    } catch (DateTimeException e) {
      return Duration.ZERO; // Neither: it asks for nothing that can be done.
    }
  }
}
