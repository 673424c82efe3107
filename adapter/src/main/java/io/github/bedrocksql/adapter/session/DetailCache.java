package io.github.bedrocksql.adapter.session;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.bedrocksql.adapter.config.Target;
import java.util.Objects;
import java.util.Optional;

/**
 * Details seen before, each reused only while the fresh summary shows the state that the detail
 * itself had. Bounded in entries.
 */
public final class DetailCache {
  private record Resource(String operation, Target target, String arn) {
    // As for Target.

    @Override
    public boolean equals(Object other) {
      return other instanceof Resource resource
          && arn.equals(resource.arn)
          && operation.equals(resource.operation)
          && target.equals(resource.target);
    }

    @Override
    public int hashCode() {
      return Objects.hash(operation, target, arn);
    }
  }

  private record Kept(String state, Object detail) {}

  private final Cache<Resource, Kept> details;

  DetailCache(int entries) {
    this.details = CacheBuilder.newBuilder().maximumSize(entries).build();
  }

  /**
   * Returns the detail if it still holds.
   *
   * @param state what the fresh summary shows; null if unknown
   */
  public Optional<Object> get(String operation, Target target, String arn, String state) {
    if (state == null) {
      return Optional.empty();
    }
    Kept kept = details.getIfPresent(new Resource(operation, target, arn));
    return kept != null && kept.state().equals(state)
        ? Optional.of(kept.detail())
        : Optional.empty();
  }

  /**
   * Remembers a detail.
   *
   * @param state what the detail itself shows; null if unknown
   */
  public void put(String operation, Target target, String arn, String state, Object detail) {
    if (state != null && arn != null) {
      details.put(new Resource(operation, target, arn), new Kept(state, detail));
    }
  }
}
