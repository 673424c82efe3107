package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import java.time.Instant;
import java.util.Optional;

/**
 * The parameters of one List call.
 *
 * @param table whose List it is
 * @param maxResults rows a page, 1 to 1000
 * @param nextToken where to go on; empty for the first page
 */
public record ListRequest(
    TableDefinition table,
    ListFilter filter,
    ListOrder order,
    int maxResults,
    Optional<String> nextToken) {
  /** Returns the request for the page after this one. */
  public ListRequest next(String token) {
    return new ListRequest(table, filter, order, maxResults, Optional.of(token));
  }

  /** Returns the parameters as the SDK takes them, by the API's names. */
  public ImmutableMap<String, Object> values() {
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
    values.putAll(narrowing(table.capability(), filter, order));
    if (table.list().takes("maxResults")) {
      values.put("maxResults", maxResults);
    }
    nextToken.ifPresent(token -> values.put("nextToken", token));
    return values.buildOrThrow();
  }

  /** Returns the parameters as they are logged, by the API's names; a token only as its fact. */
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.copyOf(
        Maps.transformEntries(
            values(), (name, value) -> name.equals("nextToken") ? "…" : value.toString()));
  }

  /** Returns what narrows and orders a list, by the API's names. */
  public static ImmutableMap<String, Object> narrowing(
      ListCapability capability, ListFilter filter, ListOrder order) {
    ImmutableMap.Builder<String, Object> given = ImmutableMap.builder();
    filter.equal().forEach((parameter, value) -> given.put(parameter, value));
    filter.nameContains().ifPresent(v -> given.put(capability.name().orElseThrow().parameter(), v));
    capability
        .creation()
        .ifPresent(
            by -> {
              filter.createdAfter().ifPresent(v -> given.put(by.after(), Instant.ofEpochMilli(v)));
              filter
                  .createdBefore()
                  .ifPresent(v -> given.put(by.before(), Instant.ofEpochMilli(v)));
            });
    if (order != ListOrder.NONE) {
      given.put("sortBy", "CreationTime");
      given.put("sortOrder", order == ListOrder.ASCENDING ? "Ascending" : "Descending");
    }
    return given.buildOrThrow();
  }
}
