package io.github.bedrocksql.sandbox;

/**
 * Who sends a request.
 *
 * @param name as {@link RecordedRequest} has it
 * @param scope whose jobs are seen
 */
record Caller(String name, Scope scope) {}
