package io.github.bedrocksql.adapter.client;

/**
 * How many attempts may be made at a service beyond {@code maxRetries}: as many as answers have
 * earned and failures not used up. So every call gets through while most do, and a service that
 * answers none is not asked for long. Starts with nothing. Thread-safe.
 */
final class RetryAllowance {
  /** What an answer earns. */
  private static final int EARNED = 2;

  /** Kept at most: how many failures it takes to find that a service is gone. */
  private static final int MOST = 60;

  private int attempts;

  /** Records an answer, even an error, that shows that the service works. */
  synchronized void answered() {
    attempts = Math.min(MOST, attempts + EARNED);
  }

  /**
   * Records an attempt that failed.
   *
   * @return whether there is another
   */
  synchronized boolean failed() {
    attempts = Math.max(0, attempts - 1);
    return attempts > 0;
  }
}
