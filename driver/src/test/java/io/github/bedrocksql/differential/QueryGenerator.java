package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import io.github.bedrocksql.differential.Scope.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes up queries; the same dice give the same query. */
final class QueryGenerator {
  private final Dice dice;
  private final Set<Feature> features;
  private final Tables tables;
  private final Operands operands;
  private final Predicates predicates;
  private final Subqueries subqueries;
  private final Joins joins;
  private final Windows windows;

  QueryGenerator(Dice dice, Values values, Tables tables, Set<Feature> features) {
    this.dice = dice;
    this.features = features;
    this.tables = tables;
    this.operands = new Operands(dice, values, features);
    this.predicates = new Predicates(dice, operands, tables, features);
    this.subqueries = new Subqueries(dice, operands, predicates, tables, features);
    this.joins = new Joins(dice, operands, predicates, tables, features);
    this.windows = new Windows(dice, predicates, features);
  }

  Sql next() {
    return dice.<Sql>choice()
        .add(50, this::selection)
        .addIf(features.contains(Feature.AGGREGATES), 14, this::aggregate)
        .addIf(features.contains(Feature.JOINS), 14, this::join)
        .addIf(
            features.contains(Feature.SUBQUERIES) && features.contains(Feature.UNIQUENESS),
            14,
            this::withSubquery)
        .addIf(features.contains(Feature.SUBQUERIES), 4, this::derived)
        .addIf(
            features.contains(Feature.SUBQUERIES) && features.contains(Feature.UNIQUENESS),
            5,
            this::identified)
        .addIf(features.contains(Feature.SET_OPERATIONS), 5, this::setOperation)
        .addIf(windows.areMade(), 7, this::windowed)
        .make();
  }

  private Source table(String alias) {
    return new Source(tables.any(dice), alias);
  }

  private Query selection() {
    Source source = table(dice.of("", "j"));
    Scope scope = new Scope(source);
    return finished(scope, source.from(), predicates.conjuncts(scope));
  }

  private Query join() {
    Joins.Joined joined = joins.next();
    return dice.chance(0.25) && features.contains(Feature.AGGREGATES)
        ? grouped(joined.scope(), joined.from(), joined.where())
        : finished(joined.scope(), joined.from(), joined.where());
  }

  /** Selects window functions, below or above a SELECT too. */
  private Query windowed() {
    if (dice.chance(0.3)) {
      Joins.Joined joined = joins.next();
      return windowed(joined.scope(), joined.from(), joined.where());
    }
    Source source = table(dice.of("", "j"));
    Scope scope = new Scope(source);
    return windowed(scope, source.from(), predicates.conjuncts(scope));
  }

  private Query windowed(Scope scope, Fragment from, ImmutableList<Fragment> where) {
    Query query = Query.of(windows.among(items(scope), scope), from, where);
    return dice.<Query>choice()
        .add(2, () -> query)
        .add(3, () -> sortedByKey(query, scope))
        .add(1, () -> distinct(query))
        .make();
  }

  private Query withSubquery() {
    Source source = table("j");
    Scope scope = new Scope(source);
    List<Fragment> where = new ArrayList<>(predicates.conjuncts(scope));
    if (dice.chance(0.85)) {
      where.add(dice.below(where.size() + 1), subqueries.condition(scope));
      return finished(scope, source.from(), ImmutableList.copyOf(where));
    }
    List<Term> items = new ArrayList<>(items(scope));
    items.add(subqueries.scalar(scope));
    return Query.of(ImmutableList.copyOf(items), source.from(), ImmutableList.copyOf(where));
  }

  /** Selects from a SELECT. */
  private Query derived() {
    Source source = table("");
    Scope inner = new Scope(source);
    Query query =
        dice.chance(0.6)
            ? limitedByKey(inner, source)
            : grouped(inner, source.from(), predicates.conjuncts(inner));
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (int i = 0; i < query.items().size(); i++) {
      Column column = query.items().get(i).column();
      columns.add(new Column(label(i), column.type(), true, column.kind()));
      names.add(label(i));
    }
    Scope outer =
        new Scope(new Source(Table.derived(columns.build(), names.build()), dice.of("", "d")));
    return finished(
        outer, Fragment.of("(@) AS d", query.named(this::label)), predicates.conjuncts(outer));
  }

  private String label(int column) {
    return features.contains(Feature.WORDS_AS_NAMES) ? Labels.of(column) : "c" + column;
  }

  /** Selects by an identifier from a SELECT that hands it up. */
  private Query identified() {
    Source derived = predicates.identifiers().derived();
    Scope scope = new Scope(derived);
    List<Fragment> where = new ArrayList<>(predicates.conjuncts(scope));
    if (dice.chance(0.7)) {
      where.add(predicates.identifiers().condition(derived));
    }
    Fragment from = predicates.identifiers().from(derived);
    scope.identify(derived);
    return dice.chance(0.3) && features.contains(Feature.AGGREGATES)
        ? grouped(scope, from, ImmutableList.copyOf(where))
        : finished(scope, from, ImmutableList.copyOf(where));
  }

  private Query limitedByKey(Scope scope, Source source) {
    List<Term> items = items(scope);
    Query plain =
        Query.of(
            windows.areMade() && dice.chance(0.15)
                ? windows.among(items, scope)
                : ImmutableList.copyOf(items),
            source.from(),
            predicates.conjuncts(scope));
    return dice.chance(0.5)
        ? plain
        : plain.sorted(orderBy(scope.key()), Check.WHOLE_ROWS).limited(Limit.literal(dice));
  }

  private Sql setOperation() {
    Source first = table("");
    Scope scope = new Scope(first);
    Query left = Query.of(items(scope), first.from(), predicates.conjuncts(scope));
    Source second = dice.chance(0.7) ? first : table("");
    Scope other = new Scope(second);
    List<Term> items = new ArrayList<>();
    for (Term item : left.items()) {
      List<Term> alike = other.terms().stream().filter(t -> t.type() == item.type()).toList();
      // A table without a column of the type has at least one of text, under another name.
      items.add(alike.isEmpty() ? item.as(nothing(item.type())) : dice.of(alike));
    }
    Query right = Query.of(ImmutableList.copyOf(items), second.from(), predicates.conjuncts(other));
    String operator =
        features.contains(Feature.UNIQUENESS)
            ? dice.of(" UNION ALL ", " UNION ALL ", " UNION ", " INTERSECT ", " EXCEPT ")
            : " UNION ALL ";
    List<Fragment> ordinals = new ArrayList<>();
    for (int i = 1; dice.chance(0.4) && i <= items.size(); i++) {
      ordinals.add(Fragment.text(String.valueOf(i)));
    }
    boolean sorted = ordinals.size() == items.size();
    return new SetOperation(
        left,
        operator,
        right,
        sorted ? ImmutableList.copyOf(ordinals) : ImmutableList.of(),
        sorted && dice.chance(0.5) ? Limit.of(dice, operands) : null);
  }

  private static Fragment nothing(ColumnType type) {
    return Fragment.text("CAST(NULL AS " + type.sql() + ")");
  }

  private Query aggregate() {
    Source source = table(dice.of("", "j"));
    Scope scope = new Scope(source);
    return grouped(scope, source.from(), predicates.conjuncts(scope));
  }

  private List<Term> groups(Scope scope) {
    List<Term> groups = new ArrayList<>();
    boolean grouped = features.contains(Feature.UNIQUENESS);
    for (int i = grouped ? dice.of(0, 1, 1, 1, 2, 3) : 0; i > 0; i--) {
      Term term = predicates.term(scope);
      groups.add(dice.chance(0.2) ? predicates.groupExpression(term) : term);
    }
    return Term.distinct(groups);
  }

  private Query grouped(Scope scope, Fragment from, ImmutableList<Fragment> where) {
    List<Term> groups = groups(scope);
    List<Term> items = new ArrayList<>(groups);
    Aggregates aggregates = new Aggregates(dice, predicates, features);
    for (int i = dice.between(1, 3); i > 0; i--) {
      items.add(aggregates.any(scope));
    }
    Fragment having =
        !groups.isEmpty() && dice.chance(0.3) ? aggregates.condition(scope, operands) : null;
    Query query =
        Query.of(ImmutableList.copyOf(items), from, where)
            .grouped(groups.stream().map(Term::sql).toList(), having);
    if (groups.isEmpty() || dice.chance(0.5)) {
      return query;
    }
    List<Term> keys = new ArrayList<>(groups);
    if (dice.chance(0.3)) {
      keys.add(0, aggregates.any(scope));
    }
    Query sorted = query.sorted(orderBy(keys), Check.WHOLE_ROWS);
    return dice.chance(0.5) ? sorted.limited(Limit.of(dice, operands)) : sorted;
  }

  /** Adds columns, order and limit. */
  private Query finished(Scope scope, Fragment from, ImmutableList<Fragment> where) {
    boolean everything = dice.chance(0.08) && scope.isFixed();
    Query query = Query.of(everything ? everything(scope) : items(scope), from, where);
    List<Term> times = scope.sources().size() == 1 ? times(scope) : List.of();
    return dice.<Query>choice()
        .add(4, () -> query)
        .add(1, () -> query.limited(Limit.of(dice, operands)))
        .addIf(!everything && features.contains(Feature.UNIQUENESS), 1, () -> distinct(query))
        .add(5, () -> sortedByKey(query, scope))
        .addIf(!everything, 1, () -> sortedByItems(query, scope))
        .addIf(!times.isEmpty(), 4, () -> sortedByTime(query, dice.of(times), scope))
        .make();
  }

  /** Identifiers too, which without a condition on them show ARNs. */
  private static ImmutableList<Term> everything(Scope scope) {
    return ImmutableList.of(scope.terms().get(0).as(Fragment.text("*")));
  }

  /** Returns the times by which the API can filter, and perhaps sort. */
  private List<Term> times(Scope scope) {
    return scope.terms().stream()
        .filter(term -> term.type() == ColumnType.TIME && operands.isPushed(term))
        .toList();
  }

  /** Where rows have a time in common, the times alone are in one order only. */
  private Query sortedByTime(Query query, Term time, Scope scope) {
    boolean distinct = !scope.sources().get(0).table().isDerived() && operands.isDistinct(time);
    Query fixed = distinct ? query : query.withItems(List.of(time));
    Query sorted = fixed.sorted(orderBy(ImmutableList.of(time)), Check.WHOLE_ROWS);
    return dice.chance(0.8) ? sorted.limited(Limit.of(dice, operands)) : sorted;
  }

  private Query sortedByKey(Query query, Scope scope) {
    List<Term> terms = new ArrayList<>();
    for (int i = dice.below(3); i > 0; i--) {
      Term term = predicates.term(scope);
      terms.add(dice.chance(0.15) ? predicates.expression(term) : term);
    }
    terms.addAll(scope.key());
    Query sorted = query.sorted(orderBy(terms), Check.WHOLE_ROWS);
    return dice.chance(0.6) ? sorted.limited(Limit.of(dice, operands)) : sorted;
  }

  private Query sortedByItems(Query query, Scope scope) {
    List<Term> terms = new ArrayList<>();
    for (int i = dice.between(1, 2); i > 0; i--) {
      terms.add(predicates.term(scope));
    }
    List<Term> items = new ArrayList<>(terms);
    items.addAll(query.items());
    List<Term> sortedBy = Term.distinct(terms);
    return query.withItems(Term.distinct(items)).sorted(orderBy(sortedBy), sortedBy.size());
  }

  private Query distinct(Query query) {
    List<Term> items = query.items();
    Query distinct = query.withPrefix(Query.DISTINCT);
    boolean parameters = items.stream().anyMatch(item -> !item.sql().parameters().isEmpty());
    // Two parameters are never the same expression, even if of one value.
    if (parameters || dice.chance(0.5)) {
      return distinct;
    }
    Query sorted = distinct.sorted(orderBy(items), Check.WHOLE_ROWS);
    return dice.chance(0.5) ? sorted.limited(Limit.of(dice, operands)) : sorted;
  }

  private ImmutableList<Fragment> orderBy(List<Term> terms) {
    ImmutableList.Builder<Fragment> keys = ImmutableList.builder();
    for (Term term : terms) {
      String direction = dice.of("", "", " ASC", " DESC", " DESC");
      String nulls = term.column().nullable() ? dice.of("", "", " NULLS FIRST", " NULLS LAST") : "";
      keys.add(Fragment.of("@" + direction + nulls, term.sql()));
    }
    return keys.build();
  }

  private ImmutableList<Term> items(Scope scope) {
    List<Term> all = scope.terms();
    List<Term> items = new ArrayList<>();
    for (int i = dice.between(1, 4); i > 0; i--) {
      Term term = dice.chance(0.5) ? predicates.term(scope) : dice.of(all);
      items.add(
          dice.<Term>choice()
              .add(10, () -> term)
              .add(1, () -> predicates.expression(term))
              .add(1, () -> predicates.truth(scope, term))
              .make());
    }
    return ImmutableList.copyOf(Term.distinct(items));
  }
}
