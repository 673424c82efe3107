package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.Duration;

/**
 * How the endpoint answers, beside the data.
 *
 * @param latency before every answer
 * @param pageCap rows a page has at most, whatever was asked
 * @param emptyPages whether an empty page with a token stands before each other page
 * @param exclusiveBounds whether the filters by time leave out the bound itself
 * @param ignoreFilters whether filters and sorting are not heeded, as some emulators do
 * @param unsorted whether filters are heeded and sorting is not
 * @param caseInsensitiveContains whether nameContains ignores case
 * @param lenientIds whether any text is taken for an identifier
 * @param omitOptionalFields whether answers hold only the fields they always have
 * @param foreignIds whether the ids in ARNs are of another format than AWS's
 * @param throttleFirst requests answered 429 before the first good answer
 * @param throttleRate part of the requests answered 429
 * @param throttleFor how long that goes on, from the first request
 * @param quota of the account
 * @param errorRate part of the requests answered 500
 * @param seed of the dice for both rates
 * @param cutEvery each so-manieth answer breaks off in its body; 0 for none
 * @param disabledRegions where the account may not use the API
 * @param notOffered operations that a Region does not offer
 * @param deniedOperations what the caller's policy lacks
 * @param roles answers AssumeRole
 * @param apiKeys taken in place of signatures
 * @param secrets secret key by access key id; empty: any signed request is accepted
 */
record Behaviour(
    Duration latency,
    int pageCap,
    boolean emptyPages,
    boolean exclusiveBounds,
    boolean ignoreFilters,
    boolean unsorted,
    boolean caseInsensitiveContains,
    boolean lenientIds,
    boolean omitOptionalFields,
    boolean foreignIds,
    int throttleFirst,
    double throttleRate,
    Duration throttleFor,
    Quota quota,
    double errorRate,
    long seed,
    int cutEvery,
    ImmutableSet<String> disabledRegions,
    ImmutableSetMultimap<String, String> notOffered,
    ImmutableSet<String> deniedOperations,
    AssumedRoles roles,
    ApiKeys apiKeys,
    ImmutableMap<String, String> secrets) {
  /** Returns whether rows come in an order that is none, lest a client trust it. */
  boolean shufflesRows() {
    return ignoreFilters || unsorted;
  }

  /** Returns an identifier as answers show it; null for none. */
  String shown(String identifier) {
    return foreignIds ? ForeignIds.shown(identifier) : identifier;
  }
}
