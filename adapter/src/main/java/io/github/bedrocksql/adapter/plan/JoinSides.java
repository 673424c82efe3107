package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.util.ImmutableBitSet;

/** The two sides of a join, as its condition sees them: one row of fields. */
final class JoinSides {
  private final Join join;
  private final int left;
  private final ImmutableList<Wanted> wanted;

  JoinSides(Join join, Wanted above) {
    this.join = join;
    this.left = join.getLeft().getRowType().getFieldCount();
    this.wanted = ImmutableList.of(above.below(join, 0), above.below(join, 1));
  }

  /** Returns what is wanted of a side. */
  Wanted wanted(int side) {
    return wanted.get(side);
  }

  /** Returns what is wanted of the side that a field is of. */
  Wanted wantedOf(int field) {
    return wanted.get(side(field));
  }

  private int side(int field) {
    return field < left ? 0 : 1;
  }

  /** Returns a field's number in its side. */
  int inSide(int field) {
    return field < left ? field : field - left;
  }

  /**
   * Returns the field to read by ARN and by name, if a comparison is one that joins: what does not
   * match is dropped, and no other comparison has its table read so.
   */
  Optional<Integer> joined(IdentifierComparison comparison) {
    return comparison
        .field()
        .map(RexInputRef::getIndex)
        .filter(field -> comparison.isEquality() && drops(side(field)))
        .filter(field -> isOfOtherSide(comparison.other(), side(field)))
        .filter(
            field -> {
              RelNode input = join.getInput(side(field));
              Set<String> given = IdentifierFields.tables(input, wantedOf(field).both());
              return IdentifierFields.canShowBoth(input, inSide(field), given);
            });
  }

  /** Whether the join gives only those rows of a side that match. */
  private boolean drops(int side) {
    return switch (join.getJoinType()) {
      case INNER -> true;
      case LEFT, SEMI, ANTI -> side == 1;
      case RIGHT -> side == 0;
      default -> false;
    };
  }

  boolean isOfOtherSide(RexNode value, int side) {
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(value);
    return !read.isEmpty() && read.stream().allMatch(field -> side(field) != side);
  }

  /**
   * The join of the two sides once they are resolved. Its fields are those that it had, then the
   * keys that the left side hands up, then the right side's.
   */
  final class Resolved {
    private final ResolvedRel leftRel;
    private final ResolvedRel rightRel;
    private final int right = join.getRight().getRowType().getFieldCount();
    private final int leftFields;
    private final ImmutableMap<Integer, ResolvedRel.Keys> keys;

    Resolved(ResolvedRel leftRel, ResolvedRel rightRel) {
      this.leftRel = leftRel;
      this.rightRel = rightRel;
      this.leftFields = leftRel.rel().getRowType().getFieldCount();
      ImmutableMap.Builder<Integer, ResolvedRel.Keys> all = ImmutableMap.builder();
      leftRel.keys().forEach((field, k) -> all.put(field, moved(k, 0)));
      rightRel.keys().forEach((field, k) -> all.put(field + left, moved(k, leftFields)));
      this.keys = all.buildOrThrow();
    }

    private ResolvedRel.Keys moved(ResolvedRel.Keys keys, int shift) {
      return new ResolvedRel.Keys(field(keys.arn() + shift), field(keys.name() + shift));
    }

    /** Returns where a field of the inputs, one behind the other, is in the result. */
    private int field(int ofInputs) {
      if (ofInputs < left) {
        return ofInputs;
      }
      if (ofInputs < leftFields) {
        return ofInputs + right;
      }
      return ofInputs < leftFields + right ? ofInputs - leftFields + left : ofInputs;
    }

    private int ofInputs(int field) {
      if (field < left) {
        return field;
      }
      if (field < left + right) {
        return field - left + leftFields;
      }
      return field < leftFields + right ? field - right : field;
    }

    /** Returns a comparison as one of ARN and name, if those are there. */
    Optional<RexNode> eitherWay(IdentifierComparison comparison, RexBuilder rexBuilder) {
      return ResolvedRel.Keys.eitherWay(
          comparison, rexBuilder, field -> Optional.ofNullable(keys.get(field)), this::type);
    }

    /** The type that a field of the result has in the join's condition. */
    private RelDataType type(int field) {
      int ofInputs = ofInputs(field);
      return ofInputs < leftFields
          ? leftRel.rel().getRowType().getFieldList().get(ofInputs).getType()
          : rightRel.rel().getRowType().getFieldList().get(ofInputs - leftFields).getType();
    }

    /** Returns the join on a condition that reads the fields of the result. */
    ResolvedRel on(RexNode condition) {
      RexNode ofInputs =
          condition.accept(
              new RexShuttle() {
                @Override
                public RexNode visitInputRef(RexInputRef ref) {
                  return new RexInputRef(ofInputs(ref.getIndex()), ref.getType());
                }
              });
      RelNode joined =
          join.copy(
              join.getTraitSet(),
              ofInputs,
              leftRel.rel(),
              rightRel.rel(),
              join.getJoinType(),
              join.isSemiJoinDone());
      if (!join.getJoinType().projectsRight()) {
        return leftRel.under(joined);
      }
      return new ResolvedRel(leftFields == left ? joined : ordered(joined), keys);
    }

    private RelNode ordered(RelNode joined) {
      List<RexNode> fields = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int field = 0; field < joined.getRowType().getFieldCount(); field++) {
        fields.add(RexInputRef.of(ofInputs(field), joined.getRowType()));
        names.add(joined.getRowType().getFieldNames().get(ofInputs(field)));
      }
      return LogicalProject.create(joined, List.of(), fields, names, Set.of());
    }
  }
}
