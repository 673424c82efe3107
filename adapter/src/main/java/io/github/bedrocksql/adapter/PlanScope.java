package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.Target;
import java.util.Optional;

/**
 * What of a connection a plan depends on. Connections for which it is equal may share plans.
 *
 * @param nativeArrays whether lists are arrays of SQL
 * @param targets the Regions that are asked, each with its account; empty as long as they are not
 *     known
 */
public record PlanScope(boolean nativeArrays, Optional<ImmutableList<Target>> targets) {}
