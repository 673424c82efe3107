package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.LikePattern;
import io.github.bedrocksql.adapter.access.ScanAccess;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A scan as its plan has it, compiled once. Holds no state of an execution and no connection, so a
 * cache may keep it.
 *
 * @param access what the calls are chosen from
 * @param exact whether the parameters of List say all that the conditions say, on a server that
 *     applies them: then a limit is a limit of the page
 * @param identifiers numbers of the run-time values that the query compares with the identifier
 *     column
 * @param bothIdentifiers whether each row is given twice: identified by its ARN and by its name
 * @param hydratesAll whether each row needs its detail, beside what the checks need
 * @param read the columns that its rows have
 * @param projects ordinals of the columns returned
 * @param estimate the calls that the plan expects, for people
 */
public record ScanPlan(
    TableDefinition table,
    ScanAccess access,
    boolean exact,
    ImmutableList<Integer> identifiers,
    boolean bothIdentifiers,
    boolean hydratesAll,
    ReadColumns read,
    ImmutableList<Integer> projects,
    RowOrder order,
    String estimate) {

  /** Returns what the identifier column may show in place of the ARN. */
  ImmutableSet<String> identifiers(Object[] values) {
    if (identifiers.isEmpty()) {
      return ImmutableSet.of();
    }
    return identifiers.stream()
        .map(i -> (String) values[i])
        .filter(Objects::nonNull)
        .flatMap(ScanPlan::named)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** A pattern of LIKE that is known only now names what it matches alone. */
  private static Stream<String> named(String value) {
    return Stream.concat(
        Stream.of(value), LikePattern.of(value, '\\').flatMap(LikePattern::exact).stream());
  }
}
