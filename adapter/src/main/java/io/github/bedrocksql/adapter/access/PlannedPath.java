package io.github.bedrocksql.adapter.access;

/**
 * How a plan expects to find the rows of one target.
 *
 * @param target the Region's code, and the account where several are asked; "" if not known before
 *     the statement runs
 * @param known how many rows there are, as far as this connection has seen
 */
public record PlannedPath(String target, KnownRows known, AccessPath path) {}
