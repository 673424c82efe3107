package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What the comparisons of a query with identifiers are taken for, and what they ask of the
 * relations below them.
 *
 * @param known what an earlier pass over the query found out; empty in the first
 * @param found what this pass finds out
 */
record QueryComparisons(
    RexBuilder rexBuilder, Optional<IdentifierTables> known, IdentifierTables found) {
  ImmutableList<IdentifierComparison> in(RexNode expression, RelNode rel) {
    return IdentifierComparison.in(expression, rexBuilder, isIdentifierOf(rel));
  }

  /** Whether a comparison becomes the scan's own, which knows ARN and name of its rows. */
  boolean isPushed(IdentifierComparison comparison, RelNode input, String place) {
    return isKept(comparison, input, place)
        && IdentifierComparison.shownFields(comparison.identifier()).stream()
            .allMatch(ref -> IdentifierFields.isPushable(input, ref.getIndex()));
  }

  /** Whether a comparison is right as it is: of values, the scan knows which are names. */
  boolean isKept(IdentifierComparison comparison, RelNode rel, String place) {
    return comparison.isWithValue()
        && !comparison.ignoresCase()
        && !isJoined(comparison, rel, place);
  }

  /** Whether the identifier is that of a table with a row for each ARN and each name. */
  boolean isJoined(IdentifierComparison comparison, RelNode rel, String place) {
    return known.isPresent()
        && IdentifierComparison.shownFields(comparison.identifier()).stream()
            .anyMatch(ref -> known.get().haveTwoRows(tables(rel, ref.getIndex(), place)));
  }

  static List<String> tables(RelNode rel, int field, String place) {
    return IdentifierFields.tables(rel, field).stream().map(below -> place + below).toList();
  }

  /**
   * The identifier of a condition whose table is to have a row for each ARN and each name. Of two
   * identifiers it is one that nothing else is joined with, and rather the one that no value names:
   * then both show that value.
   *
   * @param possible the field of a comparison that can be read so
   */
  Optional<Integer> joined(
      RexNode condition,
      RelNode rel,
      String place,
      Function<IdentifierComparison, Optional<Integer>> possible) {
    List<IdentifierComparison> sides = IdentifierComparison.of(condition, isIdentifierOf(rel));
    boolean pair = sides.size() > 1;
    if (pair && known.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> chosen =
        sides.stream()
            .flatMap(comparison -> possible.apply(comparison).stream())
            .filter(field -> !pair || !known.get().areJoined(tables(rel, field, place)))
            .min(
                Comparator.comparing(
                    field -> pair && known.get().areNamed(tables(rel, field, place))));
    chosen.ifPresent(
        field -> (pair ? found.paired() : found.joined()).addAll(tables(rel, field, place)));
    return chosen;
  }

  /** The field of a comparison that joins, though it is written as a condition on rows. */
  static Optional<Integer> joined(
      IdentifierComparison comparison, RelNode input, Set<Integer> both) {
    Set<String> given = IdentifierFields.tables(input, both);
    return comparison
        .field()
        .map(RexInputRef::getIndex)
        .filter(field -> comparison.isEquality())
        .filter(field -> IdentifierFields.areApart(input, field, read(comparison.other())))
        .filter(field -> IdentifierFields.canShowBoth(input, field, given));
  }

  static ImmutableBitSet read(RexNode expression) {
    return RelOptUtil.InputFinder.bits(expression);
  }

  void want(Wanted below, IdentifierComparison comparison, boolean keys) {
    want(field -> below, field -> field, comparison, keys);
  }

  void want(
      IntFunction<Wanted> wanted,
      IntUnaryOperator number,
      IdentifierComparison comparison,
      boolean keys) {
    for (RexInputRef ref : IdentifierComparison.shownFields(comparison.identifier())) {
      Wanted below = wanted.apply(ref.getIndex());
      int field = number.applyAsInt(ref.getIndex());
      comparison.named(rexBuilder).ifPresent(value -> below.names().put(field, value));
      if (keys) {
        below.keys().add(field);
      }
    }
  }

  /**
   * Returns the conjunction of conditions, with their comparisons replaced.
   *
   * @param asTheyAre those that stay as they are
   */
  RexNode compared(
      List<RexNode> conditions,
      Set<RexNode> asTheyAre,
      RelNode rel,
      Function<IdentifierComparison, Optional<RexNode>> replacement) {
    List<RexNode> compared = new ArrayList<>();
    for (RexNode condition : conditions) {
      compared.add(
          asTheyAre.contains(condition)
              ? condition
              : IdentifierComparison.replaced(
                  condition, rexBuilder, isIdentifierOf(rel), replacement));
    }
    return RexUtil.flatten(rexBuilder, RexUtil.composeConjunction(rexBuilder, compared));
  }

  static Predicate<RexInputRef> isIdentifierOf(RelNode rel) {
    return ref -> IdentifierFields.isIdentifier(rel, ref.getIndex());
  }
}
