package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.List;
import java.util.Set;

/** Aggregate functions. */
final class Aggregates {
  private static final Column COUNT =
      new Column("n", ColumnType.LONG, false, Term.kindOf(ColumnType.LONG));

  private final Dice dice;
  private final Predicates predicates;
  private final Set<Feature> features;

  Aggregates(Dice dice, Predicates predicates, Set<Feature> features) {
    this.dice = dice;
    this.predicates = predicates;
    this.features = features;
  }

  /** Returns an aggregate, or an expression over some. */
  Term any(Scope scope) {
    List<Term> numbers = scope.terms().stream().filter(t -> t.type() == ColumnType.LONG).toList();
    return dice.<Term>choice()
        .add(6, () -> one(scope))
        .addIf(!numbers.isEmpty(), 3, () -> withoutNull(scope, numbers))
        .add(1, () -> compared(scope))
        .make();
  }

  private Term withoutNull(Scope scope, List<Term> numbers) {
    Term sum = sum(numbers);
    Fragment count = count("COUNT(@)", dice.of(scope.terms()).sql()).sql();
    return sum.as(
        dice.<Fragment>choice()
            .add(3, () -> Fragment.of("COALESCE(@, 0)", sum.sql()))
            .add(
                1,
                () ->
                    Fragment.of(
                        "COALESCE(SUM(@) FILTER (WHERE @ > 1), 0)",
                        "COALESCE(CAST(SUM(@) FILTER (WHERE @ > 1) AS BIGINT), 0)",
                        dice.of(numbers).sql(),
                        dice.of(numbers).sql()))
            .add(1, () -> Fragment.of("CASE WHEN @ > 1 THEN @ ELSE -1 END", count, sum.sql()))
            .add(1, () -> Fragment.of("@ + @", sum.sql(), count))
            .add(
                1,
                () ->
                    Fragment.of(
                        "COALESCE(SUM(DISTINCT @), -1) - @",
                        "COALESCE(CAST(SUM(DISTINCT @) AS BIGINT), -1) - @",
                        dice.of(numbers).sql(),
                        count))
            .make());
  }

  private Term compared(Scope scope) {
    Fragment count = count("COUNT(@)", dice.of(scope.terms()).sql()).sql();
    return new Term(
        Fragment.of("@ " + dice.of(">", "=", "<=") + " COUNT(*)", count),
        new Column("b", ColumnType.BOOL, false, Term.kindOf(ColumnType.BOOL)));
  }

  private Term one(Scope scope) {
    Term term = predicates.term(scope);
    ImmutableList<Term> numbers =
        scope.terms().stream()
            .filter(t -> t.type() == ColumnType.LONG)
            .collect(ImmutableList.toImmutableList());
    return dice.<Term>choice()
        .add(4, () -> count("COUNT(*)"))
        .add(2, () -> count("COUNT(@)", dice.of(scope.terms()).sql()))
        .addIf(
            features.contains(Feature.UNIQUENESS),
            2,
            () -> count("COUNT(DISTINCT @)", dice.of(scope.terms()).sql()))
        .add(
            1,
            () ->
                count(
                    "COUNT(*) FILTER (WHERE @)",
                    predicates
                        .identified(scope)
                        .filter(condition -> dice.chance(0.5))
                        .orElseGet(
                            () -> Fragment.of("@ IS NOT NULL", dice.of(scope.terms()).sql()))))
        .addIf(term.type() != ColumnType.BOOL, 4, () -> extreme(term))
        .addIf(!numbers.isEmpty(), 2, () -> sum(numbers))
        .make();
  }

  private static Term count(String template, Fragment... holes) {
    return new Term(Fragment.of(template, holes), COUNT);
  }

  private Term extreme(Term term) {
    Column column = term.column();
    return new Term(
        Fragment.of(dice.of("MIN(@)", "MAX(@)"), term.sql()),
        new Column(column.name(), column.type(), true, column.kind()));
  }

  private Term sum(List<Term> numbers) {
    Term number = dice.of(numbers);
    // H2's has a fraction when it is divided.
    return number.as(Fragment.of("SUM(@)", "CAST(SUM(@) AS BIGINT)", number.sql()));
  }

  /** Returns a condition on groups. */
  Fragment condition(Scope scope, Operands operands) {
    Term term = predicates.term(scope);
    return dice.<Fragment>choice()
        .addIf(
            term.type() == ColumnType.LONG,
            4,
            () -> Fragment.of("COALESCE(SUM(@), 0) >= COUNT(*)", term.sql()))
        .add(3, () -> Fragment.text("COUNT(*) " + dice.of("> 1", "= 1", ">= 10", "< 3")))
        .addIf(
            term.type() != ColumnType.BOOL,
            2,
            () ->
                Fragment.of(
                    dice.of("MAX(@) >= @", "MIN(@) = @", "MIN(@) < @"),
                    term.sql(),
                    operands.near(term)))
        .make();
  }
}
