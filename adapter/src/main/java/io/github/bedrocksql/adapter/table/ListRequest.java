package io.github.bedrocksql.adapter.table;

import java.util.Optional;

/**
 * The parameters of one List call.
 *
 * @param status the only status wanted, if the table's List can filter by it
 * @param maxResults rows a page, 1 to 1000
 * @param nextToken where to go on; empty for the first page
 */
public record ListRequest(Optional<String> status, int maxResults, Optional<String> nextToken) {
  /** The most rows that a page can be asked for (API model). */
  public static final int MAX_RESULTS = 1_000;

  /** Returns the request for the page after this one. */
  public ListRequest next(String token) {
    return new ListRequest(status, maxResults, Optional.of(token));
  }
}
