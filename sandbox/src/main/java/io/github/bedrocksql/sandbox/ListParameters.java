package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a List request, checked as the API model says.
 *
 * @param question what a page's token holds for
 */
record ListParameters(
    String status,
    String nameContains,
    Instant after,
    Instant before,
    boolean ascending,
    int maxResults,
    String question,
    PageToken token) {
  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;
  private static final ImmutableSet<String> STATUSES =
      ImmutableSet.of("InProgress", "Completed", "Failed");

  static ListParameters parse(Resource resource, Scope scope, Map<String, String> query) {
    // Models have no status: there the parameter is one that the API does not know.
    String status = resource == Resource.JOB ? query.get("statusEquals") : null;
    oneOf("statusEquals", status, STATUSES);
    String contains = query.get("nameContains");
    if (contains != null && !resource.isPartOfName(contains)) {
      throw ApiException.validation("Value at 'nameContains' fails to satisfy its pattern");
    }
    oneOf("sortBy", query.get("sortBy"), ImmutableSet.of("CreationTime"));
    oneOf("sortOrder", query.get("sortOrder"), ImmutableSet.of("Ascending", "Descending"));
    String question = PageToken.question(resource, scope, query);
    String token = query.get("nextToken");
    return new ListParameters(
        status,
        contains,
        instant(query, "creationTimeAfter"),
        instant(query, "creationTimeBefore"),
        "Ascending".equals(query.get("sortOrder")),
        maxResults(query.get("maxResults")),
        question,
        token == null ? PageToken.START : PageToken.decode(token, question));
  }

  private static void oneOf(String parameter, String value, ImmutableSet<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      throw ApiException.validation(
          "Value '" + value + "' at '" + parameter + "' is not one of " + allowed);
    }
  }

  private static Instant instant(Map<String, String> query, String parameter) {
    String value = query.get(parameter);
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeException e) {
      throw ApiException.validation("Value at '" + parameter + "' is no timestamp");
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

  boolean matches(Resource resource, ImportJob job, Behaviour behaviour) {
    if (behaviour.ignoreFilters()) {
      return true;
    }
    int edge = behaviour.exclusiveBounds() ? 1 : 0;
    Instant creation = resource.creationTime(job);
    return (status == null || status.equals(job.status()))
        && (after == null || creation.compareTo(after) >= edge)
        && (before == null || creation.compareTo(before) <= -edge)
        && (nameContains == null
            || contains(resource.name(job), behaviour.caseInsensitiveContains()));
  }

  private boolean contains(String name, boolean ignoreCase) {
    return ignoreCase
        ? name.toLowerCase(Locale.ROOT).contains(nameContains.toLowerCase(Locale.ROOT))
        : name.contains(nameContains);
  }
}
