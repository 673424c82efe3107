package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

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
  private final QueryComparisons comparisons;
  private final JoinResolution joins;

  private IdentifierResolution(QueryComparisons comparisons) {
    this.rexBuilder = comparisons.rexBuilder();
    this.comparisons = comparisons;
    this.joins = new JoinResolution(comparisons, this::resolve);
  }

  /** Returns a query in which scans stand for its references to tables. */
  static RelNode of(RelNode query) {
    RelNode resolved = query;
    Optional<IdentifierTables> known = Optional.empty();
    int passes = joins(query) ? PASSES : 1;
    for (int pass = 0; pass < passes; pass++) {
      QueryComparisons comparisons =
          new QueryComparisons(query.getCluster().getRexBuilder(), known, IdentifierTables.none());
      resolved = new IdentifierResolution(comparisons).alone(query, Wanted.of(query), "");
      known = Optional.of(comparisons.found());
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
      return joins.resolve(join, wanted, place);
    }
    if (rel instanceof Sort) {
      ResolvedRel input =
          resolve(rel.getInput(0), wanted.below(rel, 0), IdentifierFields.place(place, 0));
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
      inputs.add(
          alone(
              rel.getInput(i),
              wanted.below(rel, i).withoutKeys(),
              IdentifierFields.place(place, i)));
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
      comparisons.found().named().add(place);
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
    ResolvedRel input = resolve(aggregate.getInput(), below, IdentifierFields.place(place, 0));
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
          resolve(union.getInput(i), wanted.below(union, i), IdentifierFields.place(place, i))
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
      comparisons
          .in(expression, input)
          .forEach(comparison -> comparisons.want(below, comparison, true));
    }
    ResolvedRel resolved = resolve(input, below, IdentifierFields.place(place, 0));
    ImmutableList.Builder<RexNode> expressions = ImmutableList.builder();
    for (RexNode expression : project.getProjects()) {
      RexNode compared =
          IdentifierComparison.replaced(
              expression,
              rexBuilder,
              QueryComparisons.isIdentifierOf(input),
              comparison -> resolved.eitherWay(comparison, rexBuilder));
      expressions.add(rexBuilder.ensureType(expression.getType(), compared, true));
    }
    return resolved.project(project, expressions.build(), wanted.keys());
  }

  /** A filter below the groups or the set that it is over: there the keys are known of each row. */
  private Optional<RelNode> movedBelow(LogicalFilter filter) {
    if (filter.getInput() instanceof LogicalAggregate aggregate) {
      return ConditionPushdown.belowGroups(
          filter, aggregate, c -> !comparisons.in(c, aggregate).isEmpty());
    }
    return filter.getInput() instanceof SetOp set
            && !comparisons.in(filter.getCondition(), set).isEmpty()
        ? Optional.of(ConditionPushdown.belowSet(filter, set))
        : Optional.empty();
  }

  private ResolvedRel filter(LogicalFilter filter, Wanted wanted, String place) {
    Optional<RelNode> moved = movedBelow(filter);
    if (moved.isPresent()) {
      return resolve(moved.get(), wanted, place);
    }
    RelNode input = filter.getInput();
    Wanted below = wanted.below(filter, 0);
    List<RexNode> conditions = RelOptUtil.conjunctions(filter.getCondition());
    Set<RexNode> asTheyAre = new HashSet<>();
    for (RexNode condition : conditions) {
      comparisons
          .joined(
              condition,
              input,
              IdentifierFields.place(place, 0),
              comparison -> QueryComparisons.joined(comparison, input, below.both()))
          .ifPresent(
              field -> {
                asTheyAre.add(condition);
                below.both().add(field);
              });
      for (IdentifierComparison comparison : comparisons.in(condition, input)) {
        boolean keys =
            !asTheyAre.contains(condition)
                && !comparisons.isPushed(comparison, input, IdentifierFields.place(place, 0));
        comparisons.want(below, comparison, keys);
      }
    }
    ResolvedRel resolved = resolve(input, below, IdentifierFields.place(place, 0));
    RexNode compared =
        comparisons.compared(
            conditions,
            asTheyAre,
            input,
            comparison ->
                comparisons.isPushed(comparison, input, IdentifierFields.place(place, 0))
                    ? Optional.empty()
                    : resolved.eitherWay(comparison, rexBuilder));
    return resolved.under(filter.copy(filter.getTraitSet(), resolved.rel(), compared));
  }
}
