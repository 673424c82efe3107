/**
 * Queries made up by the hundred, each run twice: by this project over the sandbox and by H2 over
 * the same rows in memory. A difference is a defect of one of the two, and the message tells how to
 * see it again.
 *
 * <p>{@code Mode} is how the server behaves, {@code DataSet} the jobs it has, {@code ShownRows}
 * what its answers show of them, {@code Reference} the H2 with those rows. {@code QueryGenerator}
 * and the classes beside it make the queries: {@code Fragment} is SQL in both dialects at once.
 * {@code Trial} runs one and compares; {@code Shrinker} takes from a failing query whatever the
 * failure does not need.
 *
 * <p>Settings, as system properties: {@code differential.seed} (a number or {@code random}), {@code
 * differential.queries} (for each mode), {@code differential.only} (number of the one query to
 * run).
 */
package io.github.bedrocksql.differential;
