package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Decides what the identifier columns of a query show, and what comparisons with them mean, in one
 * pass over the query before it is planned.
 *
 * <ul>
 *   <li>A value that is compared with an identifier, anywhere above its table, is told to the scan:
 *       the column shows the name of a resource that has this name.
 *   <li>A join on an identifier, {@code x = job_identifier}, reads the table as a list of its ARNs
 *       and of its names: then it is a join like any other, and the row shows x.
 *   <li>Any other comparison, as with a column of the same row, becomes one of ARN and name, which
 *       are handed up to it.
 * </ul>
 */
final class IdentifierResolution {
  /** A query that joins is gone over so often until all that its parts must know is known. */
  private static final int PASSES = 3;

  private final RexBuilder rexBuilder;
  private final Optional<IdentifierTables> known;
  private final IdentifierTables found = IdentifierTables.none();

  private IdentifierResolution(RexBuilder rexBuilder, Optional<IdentifierTables> known) {
    this.rexBuilder = rexBuilder;
    this.known = known;
  }

  /** Returns a query in which scans stand for its references to tables. */
  static RelNode of(RelNode query) {
    RelNode resolved = query;
    Optional<IdentifierTables> known = Optional.empty();
    int passes = joins(query) ? PASSES : 1;
    for (int pass = 0; pass < passes; pass++) {
      IdentifierResolution resolution =
          new IdentifierResolution(query.getCluster().getRexBuilder(), known);
      resolved = resolution.alone(query, Wanted.nothing(), "");
      known = Optional.of(resolution.found);
    }
    return resolved;
  }

  private static boolean joins(RelNode rel) {
    return rel instanceof Join || rel.getInputs().stream().anyMatch(IdentifierResolution::joins);
  }

  /**
   * Resolves a relation.
   *
   * @param place where it is in the query, as {@link IdentifierFields#tables} has it
   */
  private ResolvedRel resolve(RelNode rel, Wanted wanted, String place) {
    if (rel instanceof TableReference table) {
      return table(table, wanted, place);
    }
    if (rel instanceof LogicalProject project) {
      return project(project, wanted, place);
    }
    if (rel instanceof LogicalFilter filter) {
      return filter(filter, wanted, place);
    }
    if (rel instanceof LogicalJoin join) {
      return join(join, wanted, place);
    }
    if (rel instanceof Sort) {
      ResolvedRel input = resolve(rel.getInput(0), wanted.below(rel, 0), input(place, 0));
      return input.under(rel.copy(rel.getTraitSet(), List.of(input.rel())));
    }
    if (rel instanceof LogicalAggregate aggregate && !wanted.keys().isEmpty()) {
      return aggregate(aggregate, wanted, place);
    }
    return rel instanceof LogicalUnion union && !wanted.keys().isEmpty()
        ? union(union, wanted, place)
        : ResolvedRel.of(withInputs(rel, wanted, place));
  }

  /** A relation that hands up no keys. */
  private RelNode withInputs(RelNode rel, Wanted wanted, String place) {
    if (rel.getInputs().isEmpty()) {
      return rel;
    }
    List<RelNode> inputs = new ArrayList<>();
    for (int i = 0; i < rel.getInputs().size(); i++) {
      inputs.add(alone(rel.getInput(i), wanted.below(rel, i).withoutKeys(), input(place, i)));
    }
    return rel.copy(rel.getTraitSet(), inputs);
  }

  /** A relation with the fields that it had, and no others. */
  private RelNode alone(RelNode rel, Wanted wanted, String place) {
    return resolve(rel, wanted, place).with(rel.getRowType().getFieldNames(), List.of()).rel();
  }

  private ResolvedRel table(TableReference table, Wanted wanted, String place) {
    int identifier = table.identifier();
    if (identifier < 0) {
      return ResolvedRel.of(table.scan(List.of(), false));
    }
    if (!wanted.names().get(identifier).isEmpty()) {
      found.named().add(place);
    }
    return new ResolvedRel(
        table.scan(wanted.names().get(identifier), wanted.both().contains(identifier)),
        ImmutableMap.of(identifier, table.keys()));
  }

  /** The rows of a group, if they show one identifier, have one ARN or at least one name. */
  private ResolvedRel aggregate(LogicalAggregate aggregate, Wanted wanted, String place) {
    Wanted below = wanted.below(aggregate, 0).withoutKeys();
    boolean simple = aggregate.getGroupType() == LogicalAggregate.Group.SIMPLE;
    List<Integer> grouped =
        wanted.keys().stream().filter(f -> simple && f < aggregate.getGroupCount()).toList();
    grouped.forEach(field -> below.keys().add(aggregate.getGroupSet().nth(field)));
    ResolvedRel input = resolve(aggregate.getInput(), below, input(place, 0));
    ResolvedAggregate resolved = new ResolvedAggregate(aggregate, input);
    grouped.forEach(resolved::addKeysOf);
    return resolved.build();
  }

  /** Inputs of one shape: of those whose field is a plain text, that is both ARN and name. */
  private ResolvedRel union(LogicalUnion union, Wanted wanted, String place) {
    List<String> names = union.getRowType().getFieldNames();
    List<ResolvedRel> inputs = new ArrayList<>();
    for (int i = 0; i < union.getInputs().size(); i++) {
      inputs.add(
          resolve(union.getInput(i), wanted.below(union, i), input(place, i))
              .with(names, wanted.keys()));
    }
    RelNode all = LogicalUnion.create(inputs.stream().map(ResolvedRel::rel).toList(), true);
    ResolvedRel rows = inputs.get(0).under(all);
    return union.all ? rows : ResolvedAggregate.distinct(union, rows, wanted.keys());
  }

  private ResolvedRel project(LogicalProject project, Wanted wanted, String place) {
    RelNode input = project.getInput();
    Wanted below = wanted.below(project, 0);
    for (RexNode expression : project.getProjects()) {
      comparisons(expression, input).forEach(comparison -> want(below, comparison, true));
    }
    ResolvedRel resolved = resolve(input, below, input(place, 0));
    ImmutableList.Builder<RexNode> expressions = ImmutableList.builder();
    for (RexNode expression : project.getProjects()) {
      RexNode compared =
          IdentifierComparison.replaced(
              expression,
              rexBuilder,
              isIdentifierOf(input),
              comparison -> resolved.eitherWay(comparison, rexBuilder));
      expressions.add(rexBuilder.ensureType(expression.getType(), compared, true));
    }
    return resolved.project(project, expressions.build(), wanted.keys());
  }

  private ResolvedRel filter(LogicalFilter filter, Wanted wanted, String place) {
    if (filter.getInput() instanceof LogicalAggregate aggregate) {
      // There the keys are known of each row.
      Optional<RelNode> moved =
          ConditionPushdown.belowGroups(
              filter, aggregate, c -> !comparisons(c, aggregate).isEmpty());
      if (moved.isPresent()) {
        return resolve(moved.get(), wanted, place);
      }
    }
    RelNode input = filter.getInput();
    if (input instanceof SetOp set && !comparisons(filter.getCondition(), set).isEmpty()) {
      return resolve(ConditionPushdown.belowSet(filter, set), wanted, place);
    }
    Wanted below = wanted.below(filter, 0);
    List<RexNode> conditions = RelOptUtil.conjunctions(filter.getCondition());
    Set<RexNode> asTheyAre = new HashSet<>();
    for (RexNode condition : conditions) {
      joined(
              condition,
              input,
              input(place, 0),
              comparison -> joined(comparison, input, below.both()))
          .ifPresent(
              field -> {
                asTheyAre.add(condition);
                below.both().add(field);
              });
      for (IdentifierComparison comparison : comparisons(condition, input)) {
        boolean keys =
            !asTheyAre.contains(condition) && !isPushed(comparison, input, input(place, 0));
        want(below, comparison, keys);
      }
    }
    ResolvedRel resolved = resolve(input, below, input(place, 0));
    RexNode compared =
        compared(
            conditions,
            asTheyAre,
            input,
            comparison ->
                isPushed(comparison, input, input(place, 0))
                    ? Optional.empty()
                    : resolved.eitherWay(comparison, rexBuilder));
    return resolved.under(filter.copy(filter.getTraitSet(), resolved.rel(), compared));
  }

  /** Whether a comparison becomes the scan's own, which knows ARN and name of its rows. */
  private boolean isPushed(IdentifierComparison comparison, RelNode input, String place) {
    return isKept(comparison, input, place)
        && IdentifierComparison.shownFields(comparison.identifier()).stream()
            .allMatch(ref -> IdentifierFields.isPushable(input, ref.getIndex()));
  }

  /** Whether the identifier is that of a table with a row for each ARN and each name. */
  private boolean isJoined(IdentifierComparison comparison, RelNode rel, String place) {
    return known.isPresent()
        && IdentifierComparison.shownFields(comparison.identifier()).stream()
            .anyMatch(ref -> known.get().haveTwoRows(tables(rel, ref.getIndex(), place)));
  }

  private static List<String> tables(RelNode rel, int field, String place) {
    return IdentifierFields.tables(rel, field).stream().map(below -> place + below).toList();
  }

  private static String input(String place, int input) {
    return place + input + "/";
  }

  /**
   * The identifier of a condition whose table is to have a row for each ARN and each name. Of two
   * identifiers it is one that nothing else is joined with, and rather the one that no value names:
   * then both show that value.
   *
   * @param possible the field of a comparison that can be read so
   */
  private Optional<Integer> joined(
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
  private static Optional<Integer> joined(
      IdentifierComparison comparison, RelNode input, Set<Integer> both) {
    Set<String> given = IdentifierFields.tables(input, both);
    return comparison
        .field()
        .map(RexInputRef::getIndex)
        .filter(field -> comparison.isEquality())
        .filter(field -> IdentifierFields.areApart(input, field, read(comparison.other())))
        .filter(field -> IdentifierFields.canShowBoth(input, field, given));
  }

  private static ImmutableBitSet read(RexNode expression) {
    return RelOptUtil.InputFinder.bits(expression);
  }

  private ResolvedRel join(LogicalJoin join, Wanted wanted, String place) {
    JoinSides sides = new JoinSides(join, wanted);
    Optional<Integer> inSet = sides.memberOfBoth();
    if (inSet.isPresent()) {
      return member(join, inSet.get(), wanted, place);
    }
    List<RexNode> conditions = RelOptUtil.conjunctions(join.getCondition());
    Set<RexNode> asTheyAre = new HashSet<>();
    for (RexNode condition : conditions) {
      joined(condition, join, place, sides::joined)
          .ifPresent(
              field -> {
                asTheyAre.add(condition);
                sides.wantedOf(field).both().add(sides.inSide(field));
              });
      for (IdentifierComparison comparison : comparisons(condition, join)) {
        boolean keys = !asTheyAre.contains(condition) && !isKept(comparison, join, place);
        want(sides::wantedOf, sides::inSide, comparison, keys);
      }
    }
    JoinSides.Resolved resolved =
        sides
        .new Resolved(
            resolve(join.getLeft(), sides.wanted(0), input(place, 0)),
            resolve(join.getRight(), sides.wanted(1), input(place, 1)));
    return resolved.on(
        compared(
            conditions,
            asTheyAre,
            join,
            comparison ->
                isKept(comparison, join, place)
                    ? Optional.empty()
                    : resolved.eitherWay(comparison, rexBuilder)));
  }

  private ResolvedRel member(LogicalJoin join, int field, Wanted wanted, String place) {
    LogicalJoin semi =
        join.copy(
            join.getTraitSet(),
            join.getCondition(),
            join.getLeft(),
            join.getRight(),
            JoinRelType.SEMI,
            false);
    Wanted ofLeft = wanted.below(join, 0);
    int left = join.getLeft().getRowType().getFieldCount();
    ResolvedRel resolved =
        join(semi, ofLeft, place).with(join.getLeft().getRowType().getFieldNames(), ofLeft.keys());
    RelDataType type = join.getRowType().getFieldList().get(left).getType();
    return resolved.inserted(
        left, rexBuilder.makeCast(type, RexInputRef.of(field, resolved.rel().getRowType())));
  }

  /** Whether a comparison is right as it is: of values, the scan knows which are names. */
  private boolean isKept(IdentifierComparison comparison, RelNode rel, String place) {
    return comparison.isWithValue()
        && !comparison.ignoresCase()
        && !isJoined(comparison, rel, place);
  }

  private ImmutableList<IdentifierComparison> comparisons(RexNode expression, RelNode rel) {
    return IdentifierComparison.in(expression, rexBuilder, isIdentifierOf(rel));
  }

  private static Predicate<RexInputRef> isIdentifierOf(RelNode rel) {
    return ref -> IdentifierFields.isIdentifier(rel, ref.getIndex());
  }

  private void want(Wanted below, IdentifierComparison comparison, boolean keys) {
    want(field -> below, field -> field, comparison, keys);
  }

  private void want(
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
   * Returns conditions of which all hold, with their comparisons replaced.
   *
   * @param asTheyAre those that stay as they are
   */
  private RexNode compared(
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
}
