package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * An aggregation over a resolved input, which hands up the ARN and the name behind what it groups
 * by. Grouping by those as well would part jobs of one name.
 */
final class ResolvedAggregate {
  private static final int NO_FILTER = -1;

  private final LogicalAggregate aggregate;
  private final ResolvedRel input;
  private final List<AggregateCall> calls;
  private final ImmutableMap.Builder<Integer, ResolvedRel.Keys> keys = ImmutableMap.builder();

  ResolvedAggregate(LogicalAggregate aggregate, ResolvedRel input) {
    this.aggregate = aggregate;
    this.input = input;
    this.calls = new ArrayList<>(aggregate.getAggCallList());
  }

  /**
   * Returns the distinct rows of a union: the keys of equal rows don't count in comparing them.
   *
   * @param union as it was
   * @param rows all of its rows, resolved
   * @param fields those of which the keys are wanted
   */
  static ResolvedRel distinct(LogicalUnion union, ResolvedRel rows, Set<Integer> fields) {
    RelNode all = LogicalUnion.create(union.getInputs(), true);
    ImmutableBitSet whole = ImmutableBitSet.range(all.getRowType().getFieldCount());
    ResolvedAggregate distinct =
        new ResolvedAggregate(
            LogicalAggregate.create(all, List.of(), whole, null, List.of()), rows);
    fields.forEach(distinct::addKeysOf);
    return distinct.build();
  }

  /** Hands up what the input knows of a field that is grouped by. */
  void addKeysOf(int group) {
    input
        .keysOf(aggregate.getGroupSet().nth(group))
        .ifPresent(
            known -> {
              int arn = aggregate.getGroupCount() + calls.size();
              keys.put(group, new ResolvedRel.Keys(arn, arn + 1));
              calls.add(least(known.arn()));
              calls.add(least(known.name()));
            });
  }

  private AggregateCall least(int field) {
    return AggregateCall.create(
        SqlParserPos.ZERO,
        SqlStdOperatorTable.MIN,
        false,
        false,
        false,
        ImmutableList.of(),
        ImmutableList.of(field),
        NO_FILTER,
        null,
        RelCollations.EMPTY,
        aggregate.getGroupCount() == 0,
        input.rel(),
        null,
        null);
  }

  ResolvedRel build() {
    return new ResolvedRel(
        LogicalAggregate.create(
            input.rel(),
            aggregate.getHints(),
            aggregate.getGroupSet(),
            aggregate.getGroupSets(),
            calls),
        keys.buildOrThrow());
  }
}
