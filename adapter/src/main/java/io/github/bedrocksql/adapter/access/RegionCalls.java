package io.github.bedrocksql.adapter.access;

/**
 * The calls that a plan expects in one Region.
 *
 * @param region its code, and the account where several are asked; "" if it can't be told before
 *     the statement runs
 * @param known how many rows there are, as far as this connection has seen
 */
public record RegionCalls(String region, KnownRows known, Calls calls) {}
