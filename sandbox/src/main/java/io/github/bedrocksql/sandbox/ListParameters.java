package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The parameters of a List request, checked as the API model says. */
record ListParameters(
    String status,
    String nameContains,
    Instant after,
    Instant before,
    boolean ascending,
    int maxResults,
    int start) {
  private static final int DEFAULT_PAGE = 100;
  private static final ImmutableSet<String> STATUSES =
      ImmutableSet.of("InProgress", "Completed", "Failed");

  static ListParameters parse(Map<String, String> query, String operation, Pattern name) {
    String status = query.get("statusEquals");
    oneOf("statusEquals", status, STATUSES);
    String contains = query.get("nameContains");
    if (contains != null && (contains.length() > 63 || !name.matcher(contains).matches())) {
      throw ApiException.validation("nameContains fails to satisfy its pattern");
    }
    oneOf("sortBy", query.get("sortBy"), ImmutableSet.of("CreationTime"));
    oneOf("sortOrder", query.get("sortOrder"), ImmutableSet.of("Ascending", "Descending"));
    return new ListParameters(
        status,
        contains,
        instant(query, "creationTimeAfter"),
        instant(query, "creationTimeBefore"),
        "Ascending".equals(query.get("sortOrder")),
        maxResults(query.get("maxResults")),
        start(query.get("nextToken"), operation));
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
    if (!value.matches("[0-9]{1,4}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 1000) {
      throw ApiException.validation("maxResults must be from 1 to 1000");
    }
    return Integer.parseInt(value);
  }

  /** Tokens say nothing to whoever gets them, and hold for one operation only. */
  static String token(String operation, int start) {
    String plain = operation + "/" + start;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static int start(String token, String operation) {
    if (token == null) {
      return 0;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      String plain = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
      if (plain.matches(operation + "/[0-9]{1,9}")) {
        return Integer.parseInt(plain.substring(operation.length() + 1));
      }
    } catch (IllegalArgumentException e) {
      throw ApiException.validation("nextToken is invalid: " + e.getMessage());
    }
    throw ApiException.validation("nextToken is invalid");
  }

  boolean matches(String name, Instant creation, String jobStatus, Behaviour behaviour) {
    if (behaviour.ignoreFilters()) {
      return true;
    }
    int edge = behaviour.exclusiveBounds() ? 1 : 0;
    return (status == null || status.equals(jobStatus))
        && (nameContains == null || contains(name, behaviour.caseInsensitiveContains()))
        && (after == null || creation.compareTo(after) >= edge)
        && (before == null || creation.compareTo(before) <= -edge);
  }

  private boolean contains(String name, boolean ignoreCase) {
    return ignoreCase
        ? name.toLowerCase(Locale.ROOT).contains(nameContains.toLowerCase(Locale.ROOT))
        : name.contains(nameContains);
  }
}
