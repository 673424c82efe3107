package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.session.InFlightCalls.Call;
import java.util.Optional;

/** The detail of a resource: there, or on its way. */
sealed interface Detail {
  /** There; empty if there is no such resource. */
  record Known(Optional<Resource> resource) implements Detail {}

  /**
   * On its way.
   *
   * @param identifier the ARN or name that was asked for
   */
  record Requested(String identifier, Call<Resource> call) implements Detail {}
}
