package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.util.ImmutableBitSet;

/** Which fields of a relation the relations above it read. */
final class ReadFields {
  private ReadFields() {}

  /**
   * Returns the fields of an input that are read by what is above the relation, or by the relation
   * itself, its join condition aside.
   *
   * @param read the relation's own fields that are read above it
   */
  static ImmutableBitSet below(RelNode rel, int input, ImmutableBitSet read) {
    if (rel instanceof Project project) {
      return RelOptUtil.InputFinder.bits(
          read.asList().stream().map(project.getProjects()::get).toList(), null);
    }
    if (rel instanceof Filter filter) {
      return read.union(RelOptUtil.InputFinder.bits(filter.getCondition()));
    }
    if (rel instanceof Sort sort) {
      return read.union(ImmutableBitSet.of(sort.getCollation().getKeys()));
    }
    if (rel instanceof Aggregate aggregate) {
      return ofAggregate(aggregate);
    }
    int fields = rel.getInput(input).getRowType().getFieldCount();
    if (rel instanceof Join) {
      int before = input == 0 ? 0 : rel.getInput(0).getRowType().getFieldCount();
      return read.intersect(ImmutableBitSet.range(before, before + fields)).shift(-before);
    }
    return ImmutableBitSet.range(fields);
  }

  private static ImmutableBitSet ofAggregate(Aggregate aggregate) {
    ImmutableBitSet.Builder read = ImmutableBitSet.builder();
    read.addAll(aggregate.getGroupSet());
    for (AggregateCall call : aggregate.getAggCallList()) {
      read.addAll(call.getArgList());
      call.getCollation().getKeys().forEach(read::set);
      if (call.hasFilter()) {
        read.set(call.filterArg);
      }
    }
    return read.build();
  }
}
