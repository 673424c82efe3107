package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.Resource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lists of a resource whose elements are the rows of a table. One of the two is there.
 *
 * @param ofSummary reads them off a row of List; empty if only Get has them
 * @param ofDetail reads them off an answer of Get; empty if only List has them
 */
public record ElementLists(
    Optional<Function<Resource, ImmutableList<Element>>> ofSummary,
    Optional<Function<Resource, ImmutableList<Element>>> ofDetail) {

  /**
   * An element.
   *
   * @param kind which of several lists it is of; empty if there is one
   * @param value the SDK's object
   */
  public record Element(String kind, Object value) {}
}
