package io.github.bedrocksql.adapter.client;

import com.google.common.base.Ticker;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What this JVM has learnt of all that it calls. What is not asked for in a while is forgotten. */
final class Paces {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  /**
   * The quota is the account's, so what one connection learns of it holds for all: this is the one
   * state that connections share.
   */
  static final Paces OF_JVM = new Paces(Ticker.systemTicker());

  private final LoadingCache<Called, Pace> paces;
  private final LoadingCache<Service, RetryAllowance> allowances;

  /**
   * What has a quota of its own.
   *
   * @param endpoint what is called in place of AWS's own
   * @param account its id or, where that is not known, the access key that speaks for it
   */
  record Called(Optional<URI> endpoint, String account, String region, String operation) {
    /** An operation that is called once in a while fails with the others, and works with them. */
    Service service() {
      return new Service(endpoint, account, region);
    }

    // As for Target.

    @Override
    public boolean equals(Object other) {
      return other instanceof Called called
          && operation.equals(called.operation)
          && region.equals(called.region)
          && account.equals(called.account)
          && endpoint.equals(called.endpoint);
    }

    @Override
    public int hashCode() {
      return Objects.hash(endpoint, account, region, operation);
    }
  }

  /** What works, or fails, as a whole. */
  record Service(Optional<URI> endpoint, String account, String region) {
    // As for Target.

    @Override
    public boolean equals(Object other) {
      return other instanceof Service service
          && region.equals(service.region)
          && account.equals(service.account)
          && endpoint.equals(service.endpoint);
    }

    @Override
    public int hashCode() {
      return Objects.hash(endpoint, account, region);
    }
  }

  /** What the calls of an operation, and of its service, have taught. */
  record Learnt(Pace pace, RetryAllowance allowance) {}

  Paces(Ticker ticker) {
    this.paces = cache(ticker).build(CacheLoader.from(called -> new Pace(ticker)));
    this.allowances = cache(ticker).build(CacheLoader.from(service -> new RetryAllowance()));
  }

  private static CacheBuilder<Object, Object> cache(Ticker ticker) {
    return CacheBuilder.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).ticker(ticker);
  }

  Learnt of(Called called) {
    return new Learnt(paces.getUnchecked(called), allowances.getUnchecked(called.service()));
  }
}
