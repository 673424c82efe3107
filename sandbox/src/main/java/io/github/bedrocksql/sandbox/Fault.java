package io.github.bedrocksql.sandbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What goes wrong with some requests, on purpose.
 *
 * @param operation whose answers go wrong, under the API's name
 * @param region where; empty for every Region
 * @param pages which pages of a list
 * @param times how many requests, the first ones, go wrong
 */
public record Fault(Kind kind, String operation, Optional<String> region, Pages pages, int times) {
  /** How an answer goes wrong. */
  public enum Kind {
    /** 429. */
    THROTTLED,
    /** 500. */
    SERVER_ERROR,
    /** 403: the caller's policy lacks the operation. */
    DENIED,
    /** 404: deleted since it was listed. */
    GONE,
    /** 400: the nextToken is too old. */
    EXPIRED_TOKEN,
    /** 200 with a page for people, as a captive portal has it. */
    HTML,
    /** 502 with such a page. */
    HTML_502,
    /** 503 with such a page. */
    HTML_503,
    /** 302 with such a page, to somewhere else. */
    REDIRECT,
    /** 418, which no service of AWS's answers. */
    TEAPOT,
    /** 200 without a body. */
    NO_BODY,
    /** An object without the fields that the API promises. */
    NO_FIELDS,
    /** A row that is null. */
    NULL_ROW,
    /** Times as numbers of seconds. */
    TIMES_IN_SECONDS,
    /** Times without their zone. */
    TIMES_WITHOUT_ZONE,
    /** A status that the API did not have. */
    UNKNOWN_STATUS,
    /** A data source that the API did not have. */
    UNKNOWN_MEMBER,
    /** Rows and details without their ARN. */
    MISSING_FIELD,
    /** Each page's nextToken is that of the page before. */
    SAME_TOKEN,
    /** Three tokens by turns. */
    CIRCLE_OF_TOKENS,
    /** Pages without rows, each with another token, without end. */
    EMPTY_PAGES,
    /** Half of the JSON, and the Content-Length of that half. */
    TRUNCATED,
    /** The connection ends in mid-body. */
    CUT,
    /** The body comes in pieces, half a second in all. */
    SLOW,
    /** Half of the body, then nothing more for a minute. */
    STALLED;

    /** Returns whether the server gives tokens that it does not take back. */
    boolean isOfTokens() {
      return this == SAME_TOKEN || this == CIRCLE_OF_TOKENS || this == EMPTY_PAGES;
    }
  }

  /** Pages of a list. */
  public enum Pages {
    /** Any request. */
    ALL,
    /** Only requests with a nextToken. */
    LATER
  }

  /** Checks the count. */
  public Fault {
    checkArgument(times > 0, "a fault of %s requests is none", times);
  }

  /** Returns a fault of all answers of an operation. */
  public static Fault of(Kind kind, String operation) {
    return new Fault(kind, operation, Optional.empty(), Pages.ALL, Integer.MAX_VALUE);
  }

  /** Returns the same in one Region only. */
  public Fault in(String newRegion) {
    return new Fault(kind, operation, Optional.of(newRegion), pages, times);
  }

  /** Returns the same for the pages after the first only. */
  public Fault onLaterPages() {
    return new Fault(kind, operation, region, Pages.LATER, times);
  }

  /** Returns the same for so many requests, the first ones. */
  public Fault times(int newTimes) {
    return new Fault(kind, operation, region, pages, newTimes);
  }

  boolean concerns(String asked, String where, ImmutableMap<String, String> parameters) {
    return operation.equals(asked)
        && region.filter(r -> !r.equals(where)).isEmpty()
        && (pages == Pages.ALL || parameters.containsKey("nextToken"));
  }
}
