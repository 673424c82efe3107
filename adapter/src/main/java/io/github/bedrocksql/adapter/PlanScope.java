package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.Target;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a connection a plan depends on. Connections for which it is equal may share plans.
 *
 * @param budgeted whether statements may make so many calls only: then what a plan is thought to
 *     cost is told to users, so that it must be told of this connection's lists
 * @param nativeArrays whether lists are arrays of SQL
 * @param targets the Regions that are asked, each with its account; empty as long as they are not
 *     known
 */
public record PlanScope(
    boolean budgeted, boolean nativeArrays, Optional<ImmutableList<Target>> targets) {
  // As for Target.

  @Override
  public boolean equals(Object other) {
    return other instanceof PlanScope scope
        && budgeted == scope.budgeted
        && nativeArrays == scope.nativeArrays
        && targets.equals(scope.targets);
  }

  @Override
  public int hashCode() {
    return Objects.hash(budgeted, nativeArrays, targets);
  }
}
