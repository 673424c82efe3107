package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/**
 * The parameters of one List call.
 *
 * @param capability tells the names of the parameters
 * @param maxResults rows a page, 1 to 1000
 * @param nextToken where to go on; empty for the first page
 */
public record ListRequest(
    ListCapability capability,
    ListFilter filter,
    ListOrder order,
    int maxResults,
    Optional<String> nextToken) {

  /** Returns the request for the page after this one. */
  public ListRequest next(String token) {
    return new ListRequest(capability, filter, order, maxResults, Optional.of(token));
  }

  /** Returns {@code statusEquals}, null for none. */
  String status() {
    return filter.equal().get("statusEquals");
  }

  /** Returns {@code nameContains}, null for none. */
  String nameContains() {
    return filter.nameContains().orElse(null);
  }

  /** Returns {@code creationTimeAfter}, null for none. */
  Instant createdAfter() {
    return filter.createdAfter().map(Instant::ofEpochMilli).orElse(null);
  }

  /** Returns {@code creationTimeBefore}, null for none. */
  Instant createdBefore() {
    return filter.createdBefore().map(Instant::ofEpochMilli).orElse(null);
  }

  /** Returns {@code sortBy}, null for any order. */
  String sortBy() {
    return order == ListOrder.NONE ? null : "CreationTime";
  }

  /** Returns {@code sortOrder}, null for any order. */
  SortOrder sortOrder() {
    return switch (order) {
      case NONE -> null;
      case ASCENDING -> SortOrder.ASCENDING;
      case DESCENDING -> SortOrder.DESCENDING;
    };
  }

  /** Returns the parameters under the API's names, as they are logged; a token only as its fact. */
  public ImmutableMap<String, String> parameters() {
    ImmutableMap.Builder<String, String> given = ImmutableMap.builder();
    given.putAll(describe(capability, filter, order));
    given.put("maxResults", Integer.toString(maxResults));
    nextToken.ifPresent(token -> given.put("nextToken", "…"));
    return given.buildOrThrow();
  }

  /** Returns what narrows and orders a list, under the API's names. */
  public static ImmutableMap<String, String> describe(
      ListCapability capability, ListFilter filter, ListOrder order) {
    ImmutableMap.Builder<String, String> given = ImmutableMap.builder();
    given.putAll(filter.equal());
    filter.nameContains().ifPresent(v -> given.put(capability.name().orElseThrow().parameter(), v));
    filter
        .createdAfter()
        .ifPresent(v -> given.put(capability.creation().orElseThrow().after(), time(v)));
    filter
        .createdBefore()
        .ifPresent(v -> given.put(capability.creation().orElseThrow().before(), time(v)));
    if (order != ListOrder.NONE) {
      given.put("sortBy", "CreationTime");
      given.put("sortOrder", order == ListOrder.ASCENDING ? "Ascending" : "Descending");
    }
    return given.buildOrThrow();
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
