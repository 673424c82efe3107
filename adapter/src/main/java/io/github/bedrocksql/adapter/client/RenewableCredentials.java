package io.github.bedrocksql.adapter.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials that are read again when the service says that they have expired: an SDK provider
 * keeps them until their stated expiry, which may be wrong or unknown.
 */
final class RenewableCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
  /** The SDK asks a machine's metadata service again after an hour. */
  private static final Duration FRESH = Duration.ofMinutes(50);

  /** The SDK refreshes credentials a quarter of an hour before they expire, at the earliest. */
  private static final Duration REFRESHED = Duration.ofMinutes(20);

  private final Optional<Supplier<AwsCredentialsProvider>> source;

  /** Held while credentials are read, too: the provider that reads them must not be closed. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Null until credentials are first asked for. */
  private AwsCredentialsProvider provider;

  private long generation;

  /** The last that were resolved, and when they were new; null before. */
  private AwsCredentials resolved;

  private Instant since;

  private RenewableCredentials(
      AwsCredentialsProvider provider, Optional<Supplier<AwsCredentialsProvider>> source) {
    this.provider = provider;
    this.source = source;
  }

  /** Makes credentials that no new reading changes. */
  static RenewableCredentials fixed(AwsCredentialsProvider provider) {
    return new RenewableCredentials(provider, Optional.empty());
  }

  /** Makes credentials that come from a new provider at first and each time they have expired. */
  static RenewableCredentials from(Supplier<AwsCredentialsProvider> source) {
    return new RenewableCredentials(null, Optional.of(source));
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return locked(
        () -> {
          if (provider == null) {
            provider = source.orElseThrow().get();
          }
          AwsCredentials current = provider.resolveCredentials();
          if (!current.equals(resolved)) {
            resolved = current;
            since = Instant.now();
          }
          return current;
        });
  }

  /**
   * Returns whether resolving them reads no file, runs no command and calls nobody: they don't
   * change, or were new not long ago and last for a while. Waits for nothing.
   */
  boolean areAtHand() {
    if (source.isEmpty()) {
      return true;
    }
    if (!lock.tryLock()) {
      return false;
    }
    try {
      Instant now = Instant.now();
      return resolved != null
          && now.isBefore(since.plus(FRESH))
          && resolved.expirationTime().map(now.plus(REFRESHED)::isBefore).orElse(true);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how often the credentials have been renewed. */
  long generation() {
    return locked(() -> generation);
  }

  /**
   * Renews the credentials, unless another call has done so: one renewal serves all calls that were
   * refused at once.
   *
   * @param refused the generation of the credentials that have expired
   * @return whether there may be others now
   */
  boolean renew(long refused) {
    return source.isPresent()
        && locked(
            () -> {
              if (generation == refused) {
                AwsCredentialsProvider old = provider;
                provider = source.get().get();
                resolved = null;
                generation++;
                close(old);
              }
              return true;
            });
  }

  private <T> T locked(Supplier<T> work) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Interrupted while waiting for credentials", e);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Doesn't wait for a reading under way: closing ends it. */
  @Override
  @SuppressWarnings("GuardedBy")
  public void close() {
    close(provider);
  }

  private static void close(AwsCredentialsProvider provider) {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
