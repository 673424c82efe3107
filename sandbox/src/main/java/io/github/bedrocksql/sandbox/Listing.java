package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A List operation. A request's parameters that it does not declare are not heeded, as the API
 * does.
 *
 * @param result where an answer keeps its rows
 * @param paged whether it takes maxResults and nextToken
 * @param sorted whether it takes sortBy and sortOrder
 * @param filters by the parameter's name
 * @param summary writes a row
 */
record Listing<R>(
    String operation,
    String path,
    String result,
    boolean paged,
    boolean sorted,
    ImmutableMap<String, Filter<R>> filters,
    BiConsumer<R, Fields> summary) {
  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;
  private static final String ASCENDING = "Ascending";

  /** A List in pages, without filters. */
  static <R> Listing<R> of(
      String operation, String path, String result, BiConsumer<R, Fields> summary) {
    return new Listing<>(operation, path, result, true, false, ImmutableMap.of(), summary);
  }

  /** Takes sortBy and sortOrder. */
  Listing<R> sortable() {
    return new Listing<>(operation, path, result, paged, true, filters, summary);
  }

  /** Answers all rows at once. */
  Listing<R> inOnePage() {
    return new Listing<>(operation, path, result, false, sorted, filters, summary);
  }

  /** Takes a filter. */
  Listing<R> filter(String parameter, Filter<R> filter) {
    ImmutableMap<String, Filter<R>> more =
        ImmutableMap.<String, Filter<R>>builder()
            .putAll(filters)
            .put(parameter, filter)
            .buildOrThrow();
    return new Listing<>(operation, path, result, paged, sorted, more, summary);
  }

  /**
   * A request, checked as the API's model says.
   *
   * @param question what a page's token holds for
   */
  record Asked<R>(
      Predicate<R> filter, boolean ascending, int maxResults, String question, PageToken token) {}

  /**
   * Returns what a request asks for.
   *
   * @throws ApiException if the API refuses it
   */
  Asked<R> parse(Map<String, String> query, Filter.Asker asker) {
    Predicate<R> filter = filter(query, asker);
    if (sorted) {
      check(query, "sortBy", ImmutableSet.of("CreationTime"));
      check(query, "sortOrder", ImmutableSet.of(ASCENDING, "Descending"));
    }
    String question = PageToken.question(operation, asker.scope(), query);
    String token = paged ? query.get("nextToken") : null;
    return new Asked<>(
        asker.behaviour().ignoreFilters() ? row -> true : filter,
        sorted && ASCENDING.equals(query.get("sortOrder")),
        paged ? maxResults(query.get("maxResults")) : Integer.MAX_VALUE,
        question,
        token == null ? PageToken.START : PageToken.decode(token, question));
  }

  private Predicate<R> filter(Map<String, String> query, Filter.Asker asker) {
    Predicate<R> all = row -> true;
    for (Map.Entry<String, Filter<R>> filter : filters.entrySet()) {
      String value = query.get(filter.getKey());
      if (value != null) {
        all = all.and(filter.getValue().of(filter.getKey(), value, asker));
      }
    }
    return all;
  }

  private static void check(
      Map<String, String> query, String parameter, ImmutableSet<String> values) {
    String value = query.get(parameter);
    if (value != null) {
      Filter.checkOneOf(parameter, value, values);
    }
  }

  private static int maxResults(String value) {
    if (value == null) {
      return DEFAULT_PAGE;
    }
    int rows = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
    if (rows < 1 || rows > LARGEST_PAGE) {
      throw ApiException.validation("Value at 'maxResults' must be from 1 to " + LARGEST_PAGE);
    }
    return rows;
  }
}
