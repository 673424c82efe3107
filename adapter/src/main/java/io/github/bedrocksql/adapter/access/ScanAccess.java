package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * What a scan's access path is chosen from: compiled once, asked by the planner with what it knows
 * and by each execution with every value. Holds nothing of an execution.
 *
 * @param columns the table's column names
 * @param restriction what the API could narrow by
 * @param hydrates whether a row of List needs its Get anyway
 * @param onlyListed the columns that the scan reads and that only List has
 * @param order the order that List can be asked for
 */
public record ScanAccess(
    ListCapability capability,
    KeyRange keys,
    ImmutableList<String> columns,
    Restriction restriction,
    boolean hydrates,
    ImmutableSet<Integer> onlyListed,
    ListOrder order) {

  /**
   * Returns what rows may look like there.
   *
   * @param values the run-time values, {@link Unbound} where not known yet
   */
  public Bounds bounds(KnownTarget target, Object[] values) {
    return new BoundsReader(capability, keys, target, columns, values).read(restriction);
  }

  /**
   * Returns the parameters of List that take values of which a join hands over several, where no
   * key arrives.
   *
   * @param values the run-time values, {@link Unbound} where not known yet
   */
  public ImmutableSet<String> arriving(Object[] values) {
    Bounds bounds = bounds(KnownTarget.UNKNOWN, values);
    return bounds.keys().isPresent() || !bounds.symbolic()
        ? ImmutableSet.of()
        : capability.filters().entrySet().stream()
            .filter(by -> bounds.of(by.getKey()).filter(several -> several.size() > 1).isPresent())
            .map(by -> by.getValue().parameter())
            .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns how rows are found there: by the fewest calls.
   *
   * @param known how many rows there are, as far as this connection has seen
   * @param values the run-time values, {@link Unbound} where not known yet
   */
  public AccessPath path(KnownTarget target, KnownRows known, Object[] values) {
    return new AccessPathChoice(
            capability, keys, target, known, hydrates, onlyListed, order != ListOrder.NONE)
        .choose(bounds(target, values));
  }
}
