package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * An IN, which by now is a join with a set, of an identifier and values that may be ARNs and names:
 * a row whose ARN and name are both in the set is in it once all the same.
 *
 * @param identifier the field of the join's left side
 */
record Membership(Join join, int identifier) {
  /**
   * Returns what a join is, if it is that.
   *
   * @param read the join's fields that are read above it
   */
  static Optional<Membership> of(Join join, ImmutableBitSet read) {
    int left = join.getLeft().getRowType().getFieldCount();
    return isIn(join, read)
        ? equalities(join).stream()
            .filter(comparison -> valueOf(comparison).filter(v -> isMixed(join, v)).isPresent())
            .flatMap(comparison -> comparison.field().stream())
            .map(RexInputRef::getIndex)
            .filter(field -> field < left)
            .map(field -> new Membership(join, field))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isIn(Join join, ImmutableBitSet read) {
    int left = join.getLeft().getRowType().getFieldCount();
    RelNode set = join.getRight();
    return switch (join.getJoinType()) {
      // Rows of a join that is written as one are as many as match.
      case INNER ->
          isDistinct(set)
              && read.nextSetBit(left) < 0
              && IntStream.range(left, join.getRowType().getFieldCount())
                  .allMatch(field -> equal(join, field).isPresent());
      case LEFT -> isMarked(set);
      default -> false;
    };
  }

  private static boolean isDistinct(RelNode set) {
    if (set instanceof Values values) {
      return new HashSet<>(values.getTuples()).size() == values.getTuples().size();
    }
    if (set instanceof Project project) {
      return isDistinct(project, project.getProjects());
    }
    return set instanceof SetOp operation
        ? !operation.all
        : set instanceof Aggregate aggregate && aggregate.getAggCallList().isEmpty();
  }

  /** Whether these of a projection's fields have all that makes the rows below it distinct. */
  private static boolean isDistinct(Project project, List<RexNode> fields) {
    RelNode input = project.getInput();
    return fields.stream().allMatch(RexInputRef.class::isInstance)
        && RelOptUtil.InputFinder.bits(fields, null).cardinality()
            == input.getRowType().getFieldCount()
        && isDistinct(input);
  }

  /**
   * Whether it is the set of an IN whose truth is asked for, and not only rows that meet it: its
   * last field is true.
   */
  private static boolean isMarked(RelNode set) {
    if (set instanceof Project project) {
      List<RexNode> fields = project.getProjects();
      int last = fields.size() - 1;
      return fields.get(last).isAlwaysTrue() && isDistinct(project, fields.subList(0, last));
    }
    return set instanceof Aggregate aggregate
        && aggregate.getAggCallList().size() == 1
        && aggregate.getAggCallList().get(0).getAggregation().getKind() == SqlKind.LITERAL_AGG;
  }

  private static List<IdentifierComparison> equalities(Join join) {
    return RelOptUtil.conjunctions(join.getCondition()).stream()
        .flatMap(
            condition ->
                IdentifierComparison.of(
                    condition, ref -> IdentifierFields.isIdentifier(join, ref.getIndex()))
                    .stream())
        .filter(IdentifierComparison::isEquality)
        .toList();
  }

  private static Optional<RexInputRef> valueOf(IdentifierComparison comparison) {
    return Optional.of(IdentifierComparison.withoutCasts(comparison.other()))
        .filter(RexInputRef.class::isInstance)
        .map(RexInputRef.class::cast);
  }

  /** Whether the set may have both ARNs and names. */
  private static boolean isMixed(Join join, RexInputRef value) {
    int field = value.getIndex() - join.getLeft().getRowType().getFieldCount();
    return field >= 0 && IdentifierFields.kinds(join.getRight(), field).size() > 1;
  }

  /** Returns the left side's field that a field of the set is equal to. */
  Optional<RexInputRef> equal(int field) {
    return equal(join, field);
  }

  private static Optional<RexInputRef> equal(Join join, int field) {
    int left = join.getLeft().getRowType().getFieldCount();
    for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
      List<RexInputRef> sides =
          condition.isA(SqlKind.EQUALS)
              ? RelOptUtil.InputFinder.bits(condition).asList().stream()
                  .map(index -> RexInputRef.of(index, join.getRowType()))
                  .toList()
              : List.of();
      if (sides.size() == 2 && sides.get(0).getIndex() < left && sides.get(1).getIndex() == field) {
        return Optional.of(sides.get(0));
      }
    }
    return Optional.empty();
  }

  /** Whether rows that are not in the set are given, too. */
  boolean isMarked() {
    return join.getJoinType() == JoinRelType.LEFT;
  }
}
