package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Resolves the identifiers of a join and of its two sides. */
final class JoinResolution {
  /** Resolves a side. */
  interface Sides {
    ResolvedRel resolve(RelNode rel, Wanted wanted, String place);
  }

  private final QueryComparisons comparisons;
  private final Sides inputs;
  private final RexBuilder rexBuilder;

  JoinResolution(QueryComparisons comparisons, Sides inputs) {
    this.comparisons = comparisons;
    this.inputs = inputs;
    this.rexBuilder = comparisons.rexBuilder();
  }

  ResolvedRel resolve(LogicalJoin join, Wanted wanted, String place) {
    Optional<Membership> membership = Membership.of(join, wanted.read());
    return membership.isEmpty()
        ? plain(join, wanted, place)
        : membership.get().isMarked()
            ? marked(join, membership.get(), wanted, place)
            : members(join, membership.get(), wanted, place);
  }

  private ResolvedRel plain(LogicalJoin join, Wanted wanted, String place) {
    JoinSides sides = new JoinSides(join, wanted);
    List<RexNode> conditions = RelOptUtil.conjunctions(join.getCondition());
    Set<RexNode> asTheyAre = new HashSet<>();
    for (RexNode condition : conditions) {
      comparisons
          .joined(condition, join, place, sides::joined)
          .ifPresent(
              field -> {
                asTheyAre.add(condition);
                sides.wantedOf(field).both().add(sides.inSide(field));
              });
      for (IdentifierComparison comparison : comparisons.in(condition, join)) {
        boolean keys =
            !asTheyAre.contains(condition) && !comparisons.isKept(comparison, join, place);
        comparisons.want(sides::wantedOf, sides::inSide, comparison, keys);
      }
    }
    JoinSides.Resolved resolved =
        sides
        .new Resolved(
            inputs.resolve(join.getLeft(), sides.wanted(0), IdentifierFields.place(place, 0)),
            inputs.resolve(join.getRight(), sides.wanted(1), IdentifierFields.place(place, 1)));
    return resolved.on(
        comparisons.compared(
            conditions,
            asTheyAre,
            join,
            comparison ->
                comparisons.isKept(comparison, join, place)
                    ? Optional.empty()
                    : resolved.eitherWay(comparison, rexBuilder)));
  }

  /** The rows of the left side that are in the set. */
  private ResolvedRel members(
      LogicalJoin join, Membership membership, Wanted wanted, String place) {
    LogicalJoin semi =
        join.copy(
            join.getTraitSet(),
            join.getCondition(),
            join.getLeft(),
            join.getRight(),
            JoinRelType.SEMI,
            false);
    Wanted ofLeft = wanted.below(join, 0);
    List<RelDataTypeField> fields = join.getRowType().getFieldList();
    int left = join.getLeft().getRowType().getFieldCount();
    ResolvedRel resolved =
        plain(semi, ofLeft, place).with(join.getLeft().getRowType().getFieldNames(), ofLeft.keys());
    for (int field = left; field < fields.size(); field++) {
      RexInputRef equal = membership.equal(field).orElseThrow();
      resolved = resolved.inserted(field, rexBuilder.makeCast(fields.get(field).getType(), equal));
    }
    return resolved;
  }

  /** All rows of the left side, each with what the set has of its ARN, or else of its name. */
  private ResolvedRel marked(LogicalJoin join, Membership membership, Wanted wanted, String place) {
    JoinSides sides = new JoinSides(join, wanted);
    sides.wanted(0).keys().add(membership.identifier());
    ResolvedRel left =
        inputs.resolve(join.getLeft(), sides.wanted(0), IdentifierFields.place(place, 0));
    Optional<ResolvedRel.Keys> keys = left.keysOf(membership.identifier());
    if (keys.isEmpty()) {
      return plain(join, wanted, place);
    }
    RelNode set =
        inputs
            .resolve(
                join.getRight(), sides.wanted(1).withoutKeys(), IdentifierFields.place(place, 1))
            .with(join.getRight().getRowType().getFieldNames(), List.of())
            .rel();
    return new MarkedRows(join, membership.identifier(), left, set).of(keys.get());
  }
}
