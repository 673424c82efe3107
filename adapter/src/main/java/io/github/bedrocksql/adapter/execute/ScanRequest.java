package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One execution of a scan, all values known.
 *
 * @param calls which API calls are made
 * @param identifiers the values that the query compares with the identifier column
 * @param summaryCheck holds for rows to keep, as far as summary columns tell
 * @param detailCheck holds for rows to keep, as far as detail columns tell
 * @param hydrate whether a detail column is projected or checked
 * @param projects ordinals of the columns returned
 * @param offset rows to skip
 * @param fetch rows to return after those; {@link Long#MAX_VALUE} for all
 */
public record ScanRequest<S, D>(
    TableDefinition<S, D> table,
    Calls calls,
    ImmutableSet<String> identifiers,
    Predicate<Object[]> summaryCheck,
    Predicate<Object[]> detailCheck,
    boolean hydrate,
    ImmutableList<Integer> projects,
    long offset,
    long fetch) {

  /**
   * A key to look up.
   *
   * @param column the table's ordinal of the key column
   * @param value an ARN or a name, as the query has it
   */
  public record Key(int column, String value) {}

  /** Which API calls a scan makes. */
  public sealed interface Calls {
    /** None: no row can match. */
    record None() implements Calls {}

    /** Get for each key that a row can have. */
    record Get(ImmutableSet<Key> keys) implements Calls {}

    /** List; {@code exact}: every row it gives is expected to match. */
    record ListAll(Optional<String> status, boolean exact) implements Calls {}
  }
}
