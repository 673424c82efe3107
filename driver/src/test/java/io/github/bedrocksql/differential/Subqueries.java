package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import io.github.bedrocksql.differential.Scope.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions and values that are SELECTs. */
final class Subqueries {
  private final Dice dice;
  private final Predicates predicates;
  private final Operands operands;
  private final Tables tables;
  private final Set<Feature> features;

  Subqueries(
      Dice dice, Operands operands, Predicates predicates, Tables tables, Set<Feature> features) {
    this.dice = dice;
    this.predicates = predicates;
    this.operands = operands;
    this.tables = tables;
    this.features = features;
  }

  Fragment condition(Scope outer) {
    return dice.<Fragment>choice()
        .add(5, () -> in(outer))
        .add(4, () -> exists(outer))
        .add(4, () -> compared(outer))
        .addIf(features.contains(Feature.IDENTIFIER_JOINS), 3, () -> identified(outer))
        .addIf(features.contains(Feature.IDENTIFIER_JOINS), 2, () -> among(outer))
        .addIf(features.contains(Feature.ROW_VALUES), 2, () -> rows(outer))
        .make();
  }

  private Source inner() {
    return new Source(tables.any(dice), "s");
  }

  private Fragment rows(Scope outer) {
    Source inner = inner();
    return predicates.rows().among(outer, inner, conjuncts(new Scope(inner)));
  }

  private Fragment in(Scope outer) {
    Source inner = inner();
    Scope scope = new Scope(inner);
    Term term = predicates.term(outer);
    boolean negative = dice.chance(0.3);
    List<Term> alike =
        scope.terms().stream()
            .filter(t -> t.type() == term.type() && !(negative && t.column().nullable()))
            .toList();
    List<Term> related =
        alike.stream()
            .filter(t -> operands.areRelated(t, term) || t.kind().endsWith("_name"))
            .toList();
    if (alike.isEmpty()) {
      return exists(outer);
    }
    Term chosen = dice.of(related.isEmpty() ? alike : related);
    Fragment query = Query.of(ImmutableList.of(chosen), inner.from(), conjuncts(scope)).text();
    return Fragment.of(negative ? "@ NOT IN (@)" : "@ IN (@)", term.sql(), query);
  }

  /** Conditions of a subquery; without any it would select most rows. */
  private ImmutableList<Fragment> conjuncts(Scope scope) {
    ImmutableList<Fragment> some = predicates.conjuncts(scope);
    return some.isEmpty() ? ImmutableList.of(predicates.condition(scope, 0)) : some;
  }

  private Fragment exists(Scope outer) {
    Source inner = inner();
    Scope scope = new Scope(inner);
    List<Fragment> where = new ArrayList<>(predicates.conjuncts(scope));
    correlation(outer, scope).ifPresent(c -> where.add(0, c));
    Query query =
        Query.of(
            ImmutableList.of(dice.of(scope.terms())), inner.from(), ImmutableList.copyOf(where));
    return Fragment.of(dice.of("EXISTS (@)", "NOT EXISTS (@)"), query.text());
  }

  private Optional<Fragment> correlation(Scope outer, Scope inner) {
    Term term = predicates.term(outer);
    List<Term> alike = inner.terms().stream().filter(t -> operands.areRelated(t, term)).toList();
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(Fragment.of("@ = @", dice.of(alike).sql(), term.sql()));
  }

  private Fragment compared(Scope outer) {
    Source inner = inner();
    Scope scope = new Scope(inner);
    Term term = predicates.term(outer);
    List<Term> alike =
        scope.terms().stream()
            .filter(t -> t.type() == term.type() && t.type() != ColumnType.BOOL)
            .toList();
    List<Term> same = alike.stream().filter(t -> operands.areRelated(t, term)).toList();
    if (alike.isEmpty()) {
      return exists(outer);
    }
    List<Fragment> where = new ArrayList<>(predicates.conjuncts(scope));
    if (dice.chance(0.25)) {
      correlation(outer, scope).ifPresent(c -> where.add(0, c));
    }
    Term chosen = dice.of(same.isEmpty() ? alike : same);
    Term extreme = chosen.as(Fragment.of(dice.of("MIN(@)", "MAX(@)"), chosen.sql()));
    Query query = Query.of(ImmutableList.of(extreme), inner.from(), ImmutableList.copyOf(where));
    return Fragment.of(
        "@" + dice.of(" = ", " = ", " >= ", " < ") + "(@)", term.sql(), query.text());
  }

  /** ARN or name among those that a SELECT gives. */
  private Fragment identified(Scope outer) {
    Optional<Source> source = outer.identify(dice, features.contains(Feature.IDENTIFIERS_AGAIN));
    if (source.isEmpty()) {
      return in(outer);
    }
    Source inner = inner();
    Scope scope = new Scope(inner);
    List<Term> keys =
        scope.terms().stream()
            .filter(t -> t.kind().endsWith("_arn") || t.kind().endsWith("_name"))
            .toList();
    Table table = source.get().table();
    Fragment both = named(source.get(), table.identifier().orElseThrow().name());
    Fragment arn = named(source.get(), table.identified().get(0));
    Fragment name = named(source.get(), table.identified().get(1));
    Term key = dice.of(keys);
    Fragment one = Query.of(ImmutableList.of(key), inner.from(), conjuncts(scope)).text();
    Fragment query =
        dice.chance(0.3)
            ? Fragment.of(
                "@ UNION ALL @",
                one,
                Query.of(ImmutableList.of(dice.of(keys)), inner.from(), conjuncts(scope)).text())
            : one;
    return key.column().nullable() || dice.chance(0.7)
        ? Fragment.pair(
            Fragment.of("@ IN (@)", both, query),
            Fragment.of("(@ IN (@) OR @ IN (@))", arn, query, name, query))
        : Fragment.pair(
            Fragment.of("@ NOT IN (@)", both, query),
            Fragment.of("(@ NOT IN (@) AND @ NOT IN (@))", arn, query, name, query));
  }

  /** ARN or name of the outer query among the identifiers that a SELECT gives. */
  private Fragment among(Scope outer) {
    Source inner = inner();
    List<Term> keys =
        outer.terms().stream()
            .filter(t -> t.kind().endsWith("_arn") || t.kind().endsWith("_name"))
            .toList();
    if (inner.table().identifier().isEmpty() || keys.isEmpty()) {
      return in(outer);
    }
    Scope scope = new Scope(inner);
    Fragment key = dice.of(keys).sql();
    ImmutableList<Fragment> where = conjuncts(scope);
    Fragment both = ofKey(inner, inner.table().identifier().orElseThrow().name(), where);
    Fragment arns = ofKey(inner, inner.table().identified().get(0), where);
    Fragment names = ofKey(inner, inner.table().identified().get(1), where);
    return Fragment.pair(
        Fragment.of("@ IN (@)", key, both),
        Fragment.of("(@ IN (@) OR @ IN (@))", key, arns, key, names));
  }

  private static Fragment ofKey(Source inner, String column, ImmutableList<Fragment> where) {
    return Query.of(ImmutableList.of(inner.term(column)), inner.from(), where).text();
  }

  private static Fragment named(Source source, String column) {
    return source.term(column).sql();
  }

  /** Returns a SELECT of one value, or whether an identifier is among the values of one. */
  Term scalar(Scope outer) {
    if (features.contains(Feature.IDENTIFIER_JOINS) && dice.chance(0.3)) {
      return outer
          .key()
          .get(0)
          .as(Fragment.of("CASE WHEN @ THEN 1 ELSE 0 END", identified(outer)), ColumnType.LONG);
    }
    Source inner = inner();
    Scope scope = new Scope(inner);
    List<Fragment> where = new ArrayList<>(predicates.conjuncts(scope));
    correlation(outer, scope).ifPresent(c -> where.add(0, c));
    Term aggregate = new Aggregates(dice, predicates, features).any(scope);
    Query query = Query.of(ImmutableList.of(aggregate), inner.from(), ImmutableList.copyOf(where));
    return aggregate.as(Fragment.of("(@)", query.text()));
  }
}
