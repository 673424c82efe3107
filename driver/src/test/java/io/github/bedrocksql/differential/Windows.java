package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Functions over windows, each of which has one right value for a row. */
final class Windows {
  private final Dice dice;
  private final Predicates predicates;
  private final Set<Feature> features;

  Windows(Dice dice, Predicates predicates, Set<Feature> features) {
    this.dice = dice;
    this.predicates = predicates;
    this.features = features;
  }

  /** Returns a window function, or an expression over one. */
  Term any(Scope scope) {
    Term function = function(scope);
    return function.type() != ColumnType.LONG
        ? function
        : dice.<Term>choice()
            .add(6, () -> function)
            .add(1, () -> function.as(Fragment.of("COALESCE(@, 0) + 1", function.sql())))
            .add(
                1,
                () -> function.as(Fragment.of("CASE WHEN @ > 1 THEN 1 ELSE 0 END", function.sql())))
            .make();
  }

  private Term function(Scope scope) {
    Term term = predicates.term(scope);
    return dice.<Term>choice()
        .add(3, () -> rank(scope))
        .add(3, () -> neighbour(term, scope))
        .add(3, () -> ofFrame(term, scope))
        .add(4, () -> aggregate(term, scope))
        .add(1, () -> share(scope))
        .make();
  }

  private Term rank(Scope scope) {
    return dice.<Term>choice()
        .add(2, () -> number("ROW_NUMBER() OVER (@ @)", partition(scope), unique(scope)))
        .add(1, () -> number("RANK() OVER (@ @)", partition(scope), some(scope)))
        .add(1, () -> number("DENSE_RANK() OVER (@ @)", partition(scope), some(scope)))
        .add(
            1,
            () ->
                number(
                    "NTILE(" + dice.between(1, 4) + ") OVER (@ @)",
                    partition(scope),
                    unique(scope)))
        .make();
  }

  private Term share(Scope scope) {
    String function = dice.of("PERCENT_RANK()", "CUME_DIST()");
    Fragment share = Fragment.of(function + " OVER (@ @)", partition(scope), some(scope));
    return new Term(
        Fragment.of("CASE WHEN @ < " + dice.of("0.3", "0.5", "1") + " THEN 1 ELSE 0 END", share),
        column(ColumnType.LONG));
  }

  private Term neighbour(Term term, Scope scope) {
    String function = dice.of("LAG", "LEAD");
    String arguments = dice.of("(@)", "(@, 1)", "(@, 2)", "(@, 0)");
    return nullable(
        term,
        Fragment.of(
            function + arguments + " OVER (@ @)", term.sql(), partition(scope), unique(scope)));
  }

  private Term ofFrame(Term term, Scope scope) {
    String function = dice.of("FIRST_VALUE(@)", "LAST_VALUE(@)", "NTH_VALUE(@, 2)");
    return nullable(
        term,
        Fragment.of(
            function + " OVER (@ @ " + frame() + ")", term.sql(), partition(scope), unique(scope)));
  }

  private Term aggregate(Term term, Scope scope) {
    Fragment window = window(scope);
    return dice.<Term>choice()
        .add(2, () -> number("COUNT(*) OVER (@)", window))
        .add(2, () -> number("COUNT(@) OVER (@)", term.sql(), window))
        .add(1, () -> number("COUNT(*) FILTER (WHERE @ IS NOT NULL) OVER (@)", term.sql(), window))
        .addIf(
            term.type() == ColumnType.LONG,
            6,
            () ->
                term.as(
                    Fragment.of(
                        "SUM(@) OVER (@)", "CAST(SUM(@) OVER (@) AS BIGINT)", term.sql(), window)))
        .addIf(
            term.type() != ColumnType.BOOL,
            3,
            () ->
                nullable(
                    term, Fragment.of(dice.of("MIN", "MAX") + "(@) OVER (@)", term.sql(), window)))
        .make();
  }

  /** Returns a window whose frame holds the same rows whatever order ties come in. */
  private Fragment window(Scope scope) {
    return dice.<Fragment>choice()
        .add(2, () -> partition(scope))
        .add(2, () -> Fragment.of("@ @", partition(scope), some(scope)))
        .add(3, () -> Fragment.of("@ @ " + frame(), partition(scope), unique(scope)))
        .make();
  }

  private String frame() {
    return dice.of(
        "",
        "ROWS UNBOUNDED PRECEDING",
        "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
        "ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
        "ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING",
        "ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING",
        "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
        "RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
        "RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING");
  }

  private Fragment partition(Scope scope) {
    return dice.chance(0.4)
        ? Fragment.text("")
        : Fragment.of("PARTITION BY @", predicates.term(scope).sql());
  }

  /** Returns an order that may have ties. */
  private Fragment some(Scope scope) {
    return Fragment.of("ORDER BY @", sorted(predicates.term(scope)));
  }

  private Fragment unique(Scope scope) {
    List<Term> keys = new ArrayList<>();
    if (dice.chance(0.6)) {
      keys.add(predicates.term(scope));
    }
    keys.addAll(scope.key());
    List<Fragment> sorted = Term.distinct(keys).stream().map(this::sorted).toList();
    return Fragment.of("ORDER BY @", Fragment.join(", ", sorted));
  }

  private Fragment sorted(Term term) {
    String direction = dice.of("", "", " DESC");
    String nulls = term.column().nullable() ? dice.of("", " NULLS FIRST", " NULLS LAST") : "";
    return Fragment.of("@" + direction + nulls, term.sql());
  }

  private static Term nullable(Term term, Fragment function) {
    Column column = term.column();
    return new Term(function, new Column(column.name(), column.type(), true, column.kind()));
  }

  private static Term number(String template, Fragment... holes) {
    return new Term(Fragment.of(template, holes), column(ColumnType.LONG));
  }

  private static Column column(ColumnType type) {
    return new Column("w", type, false, Term.kindOf(type));
  }

  /** Returns whether the generator makes any. */
  boolean areMade() {
    return features.contains(Feature.WINDOWS);
  }

  /** Returns the items with one or two window functions among them. */
  ImmutableList<Term> among(List<Term> items, Scope scope) {
    List<Term> all = new ArrayList<>(items);
    for (int i = dice.between(1, 2); i > 0; i--) {
      all.add(dice.below(all.size() + 1), any(scope));
    }
    return Term.distinct(all);
  }
}
