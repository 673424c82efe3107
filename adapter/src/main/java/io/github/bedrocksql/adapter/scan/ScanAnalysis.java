package io.github.bedrocksql.adapter.scan;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.access.Restriction;
import io.github.bedrocksql.adapter.access.ScanAccess;
import io.github.bedrocksql.adapter.execute.OrderKey;
import io.github.bedrocksql.adapter.execute.ReadColumns;
import io.github.bedrocksql.adapter.execute.RowOrder;
import io.github.bedrocksql.adapter.execute.ScanPlan;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/** What of a spec the API can take, worked out once for a scan. Immutable. */
public final class ScanAnalysis {
  private final ScanSpec spec;
  private final TableDefinition table;
  private final RexBuilder rexBuilder;
  private final ImmutableList<RexNode> conjuncts;
  private final ImmutableList<RexNode> checks;
  private final Restriction restriction;
  private final ImmutableSet<Integer> identifiers;
  private final ImmutableList<RexNode> values;

  private final Supplier<ScanAccess> access = Suppliers.memoize(this::findAccess);

  /** Analyses {@code spec}; nothing is called. */
  public ScanAnalysis(ScanSpec spec, RexBuilder rexBuilder) {
    this.spec = spec;
    this.table = spec.table();
    this.rexBuilder = rexBuilder;
    this.conjuncts =
        spec.conditions().stream()
            .map(c -> Searches.writtenOut(c, rexBuilder))
            .flatMap(c -> RelOptUtil.conjunctions(c).stream())
            .collect(ImmutableList.toImmutableList());
    this.checks = conjuncts.stream().map(this::checked).collect(ImmutableList.toImmutableList());
    RunTimeValues collected = new RunTimeValues();
    this.restriction = new PredicateTranslator(table, collected).all(conjuncts);
    this.identifiers = identifiers(collected);
    // A parameter of a limit is read as it was set: as the INTEGER it is taken for, it would wrap.
    Stream.of(Optional.ofNullable(spec.offset()), Optional.ofNullable(spec.fetch()))
        .flatMap(Optional::stream)
        .filter(number -> !(number instanceof RexDynamicParam))
        .forEach(collected::number);
    this.values = collected.expressions();
  }

  private boolean isIdentifier(RexInputRef field) {
    return table.identifier().isIdentifier(field.getIndex());
  }

  /**
   * A condition as it is checked on a row: an identifier is compared as ARN and as name, unless
   * there is a row for each.
   */
  private RexNode checked(RexNode condition) {
    if (spec.bothIdentifiers()) {
      return condition;
    }
    return IdentifierComparison.replaced(
        condition,
        rexBuilder,
        this::isIdentifier,
        comparison ->
            Optional.of(
                comparison.eitherWay(
                    rexBuilder,
                    field ->
                        rexBuilder.makeInputRef(field.getType(), table.identifier().arnColumn()),
                    field ->
                        rexBuilder.makeInputRef(
                            field.getType(), table.identifier().otherColumn().orElseThrow()))));
  }

  /** Returns what was analysed. */
  public ScanSpec spec() {
    return spec;
  }

  /** Returns the conditions as they were asked for, one by one, SEARCH written out. */
  public ImmutableList<RexNode> conjuncts() {
    return conjuncts;
  }

  /** Returns the expressions whose values an execution must give, by number. */
  public ImmutableList<RexNode> values() {
    return values;
  }

  /** Returns the number of a value of {@link #values}, -1 for null. */
  public int number(RexNode value) {
    return value == null ? -1 : values.indexOf(value);
  }

  /**
   * Returns the numbers of the values that the query compares with the identifier column: for a job
   * of which one is the name, the column shows the name.
   */
  public ImmutableSet<Integer> identifiers() {
    return identifiers;
  }

  private ImmutableSet<Integer> identifiers(RunTimeValues collected) {
    ImmutableSet.Builder<Integer> named = ImmutableSet.builder();
    conjuncts.stream()
        .flatMap(c -> IdentifierComparison.in(c, rexBuilder, this::isIdentifier).stream())
        .flatMap(comparison -> comparison.named(rexBuilder).stream())
        .forEach(value -> named.add(collected.number(value)));
    spec.names().forEach(value -> named.add(collected.number(value)));
    return named.build();
  }

  /** Returns what the calls are chosen from. */
  public ScanAccess access() {
    return access.get();
  }

  private ScanAccess findAccess() {
    return new ScanAccess(
        table.capability(),
        table.identifier(),
        table.columnNames(),
        restriction,
        hydrates(),
        onlyListed(),
        serverOrder());
  }

  /**
   * Returns the scan as its plan keeps it.
   *
   * @param estimate the calls that the plan expects, for people
   */
  public ScanPlan plan(String estimate) {
    ImmutableList<OrderKey> keys =
        spec.order().stream()
            .map(key -> new OrderKey(key.column(), key.descending(), key.nullsFirst()))
            .collect(ImmutableList.toImmutableList());
    return new ScanPlan(
        table,
        access(),
        isExact(),
        identifiers.asList(),
        spec.bothIdentifiers(),
        hydratesAll(),
        ReadColumns.of(table, used()),
        spec.projects(),
        new RowOrder(keys, serverOrder(), sortsOnDetail()),
        estimate);
  }

  /**
   * Returns what is known of {@link #values} before the statement runs, {@link
   * io.github.bedrocksql.adapter.access.Unbound} for the others.
   *
   * @param text how the plan writes those
   */
  public Object[] planned(Function<RexNode, String> text) {
    return RunTimeValues.planned(values, text);
  }

  /** Returns the value of an offset or a fetch; -1 if it is not known before the statement runs. */
  public static long planned(RexNode number) {
    return RunTimeValues.planned(ImmutableList.of(number), RexNode::toString)[0]
            instanceof Long known
        ? known
        : -1;
  }

  /**
   * Returns whether the parameters of List say all that the conditions say, on a server that
   * applies them: times are widened and names may be compared without case, but a status is
   * compared exactly, and a Region is either asked or not.
   */
  public boolean isExact() {
    if (table.elements().isPresent()
        || spec.bothIdentifiers()
        || !(restriction instanceof Restriction.All all)) {
      return false;
    }
    Set<Integer> listed = new HashSet<>();
    return all.parts().stream().allMatch(part -> isExact(part, listed));
  }

  private boolean isExact(Restriction part, Set<Integer> listed) {
    int region = table.capability().regionColumn();
    if (part instanceof Restriction.Differs differs) {
      return differs.column() == region;
    }
    if (part instanceof Restriction.Is is) {
      return listed.add(is.column());
    }
    return part instanceof Restriction.Equals equals
        && (equals.column() == region
            || (table.capability().isListed(equals.column()) && listed.add(equals.column())));
  }

  /** Returns whether a detail column is projected or sorted by: then each row needs its detail. */
  public boolean hydratesAll() {
    return spec.projects().stream().anyMatch(table::isDetail) || sortsOnDetail();
  }

  /** Returns whether a sort key reads a detail. */
  public boolean sortsOnDetail() {
    return spec.order().stream().anyMatch(k -> Expressions.readsDetail(k.expression(), table));
  }

  /** Returns whether some rows at least need their detail. */
  public boolean hydrates() {
    return hydratesAll()
        || table.hasElementsOfDetail()
        || conjuncts.stream().anyMatch(c -> Expressions.readsDetail(c, table));
  }

  /** The columns that are shown, compared and sorted by. */
  private ImmutableSet<Integer> used() {
    ImmutableSet.Builder<Integer> used = ImmutableSet.builder();
    used.addAll(spec.projects());
    conjuncts.forEach(c -> used.addAll(RelOptUtil.InputFinder.bits(c)));
    spec.order().forEach(k -> used.addAll(RelOptUtil.InputFinder.bits(k.expression())));
    return used.build();
  }

  /** The columns that are read and that only List has. */
  private ImmutableSet<Integer> onlyListed() {
    // How many rows there are may be told by List, whatever is read of them.
    List<Integer> rows = table.hasOnlyListedElements() ? table.primaryKey() : List.of();
    return Stream.concat(used().stream(), rows.stream())
        .filter(table::isOnlyListed)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the order that List can be asked for. */
  public ListOrder serverOrder() {
    if (spec.order().isEmpty()
        || sortsOnDetail()
        || !table.capability().isOrder(spec.order().get(0).column())) {
      return ListOrder.NONE;
    }
    return spec.order().get(0).descending() ? ListOrder.DESCENDING : ListOrder.ASCENDING;
  }

  /** Returns conditions that hold for every row that is kept, and that the summary decides. */
  public ImmutableList<RexNode> summaryConditions() {
    return checks.stream()
        .map(c -> withoutDetail(c, true))
        .filter(c -> !c.isAlwaysTrue())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the conditions that a detail may decide. */
  public ImmutableList<RexNode> detailConditions() {
    return checks.stream()
        .filter(c -> Expressions.readsDetail(c, table))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns conditions that the summary decides and under which {@link #detailConditions} hold. */
  public ImmutableList<RexNode> decidedConditions() {
    return detailConditions().stream()
        .map(c -> withoutDetail(c, false))
        .collect(ImmutableList.toImmutableList());
  }

  /** A condition with each part that reads a detail taken for true or for false. */
  private RexNode withoutDetail(RexNode condition, boolean taken) {
    if (!Expressions.readsDetail(condition, table)) {
      return condition;
    }
    if (condition.getKind() == SqlKind.AND || condition.getKind() == SqlKind.OR) {
      ImmutableList<RexNode> parts =
          ((RexCall) condition)
              .getOperands().stream()
                  .map(part -> withoutDetail(part, taken))
                  .collect(ImmutableList.toImmutableList());
      return condition.getKind() == SqlKind.AND
          ? RexUtil.composeConjunction(rexBuilder, parts)
          : RexUtil.composeDisjunction(rexBuilder, parts);
    }
    return rexBuilder.makeLiteral(taken);
  }

  /** Returns whether keys of many rows of a join arrive at once. */
  public boolean isBatched() {
    return values.stream().filter(Expressions::isCorrelated).limit(2).count() > 1;
  }

  /**
   * Returns whether a join or subquery hands values over, so that the scan runs again and again.
   */
  public boolean isCorrelated() {
    return conjuncts.stream().anyMatch(Expressions::isCorrelated);
  }
}
