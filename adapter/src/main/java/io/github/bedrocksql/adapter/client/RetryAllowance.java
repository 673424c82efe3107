package io.github.bedrocksql.adapter.client;

/**
 * How many attempts at calls to a service may be made beyond {@code maxRetries}: those that answers
 * have earned and failures have not used up. So each call gets through while most do, and where
 * none does, none is asked for long. Starts with nothing. Thread-safe.
 */
final class RetryAllowance {
  /** What an answer earns. */
  private static final int EARNED = 2;

  /** Kept at most: how many failures it takes to find that a service is gone. */
  private static final int MOST = 60;

  private int attempts;

  /** Is told of an answer, be it an error, that shows that the service works. */
  synchronized void answered() {
    attempts = Math.min(MOST, attempts + EARNED);
  }

  /**
   * Is told of an attempt that failed.
   *
   * @return whether there is another
   */
  synchronized boolean failed() {
    attempts = Math.max(0, attempts - 1);
    return attempts > 0;
  }
}
