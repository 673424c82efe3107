package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.Expressions;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/** Columns of scans on a join's right side whose values a row of the left gives. */
final class GivenColumns {
  private GivenColumns() {}

  /** Returns those parts of a join's condition that are wanted, as one; empty if none is. */
  static Optional<RexNode> condition(LogicalJoin join, Predicate<RexNode> wanted) {
    ImmutableList<RexNode> parts =
        RelOptUtil.conjunctions(join.getCondition()).stream()
            .filter(wanted)
            .collect(ImmutableList.toImmutableList());
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(RexUtil.composeConjunction(join.getCluster().getRexBuilder(), parts));
  }

  /** Returns the columns that an equality gives: for each field, of a union one in each input. */
  static Stream<ImmutableList<KeyOrigin>> of(LogicalJoin join, RexNode equality) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    return IdentifierComparison.of(equality, ref -> ref.getIndex() >= leftFields).stream()
        .filter(comparison -> comparison.isEquality() && Expressions.isEvaluable(equality))
        .filter(comparison -> isOfLeft(comparison.other(), leftFields))
        .flatMap(comparison -> comparison.field().stream())
        .map(ref -> KeyOrigin.allOf(join.getRight(), ref.getIndex() - leftFields));
  }

  private static boolean isOfLeft(RexNode value, int leftFields) {
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(value);
    return !read.isEmpty() && read.length() <= leftFields;
  }
}
