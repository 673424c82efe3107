package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import io.github.bedrocksql.differential.Scope.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions over the columns of a scope. */
final class Predicates {
  private final Dice dice;
  private final Operands operands;
  private final TextPredicates texts;
  private final TimePredicates times;
  private final Identifiers identifiers;
  private final RowValues rows;
  private final Set<Feature> features;

  Predicates(Dice dice, Operands operands, Tables tables, Set<Feature> features) {
    this.dice = dice;
    this.operands = operands;
    this.features = features;
    this.texts = new TextPredicates(dice, operands, features);
    this.times = new TimePredicates(dice, operands, features);
    this.rows = new RowValues(dice, operands);
    this.identifiers = new Identifiers(dice, operands, tables, features);
  }

  Identifiers identifiers() {
    return identifiers;
  }

  /** Returns conditions of a WHERE, to be joined by AND. */
  ImmutableList<Fragment> conjuncts(Scope scope) {
    int count = dice.of(0, 1, 1, 1, 2, 2, 3);
    List<Fragment> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(condition(scope, dice.of(0, 0, 0, 1, 1, 2)));
    }
    return ImmutableList.copyOf(all);
  }

  /** Returns a condition with AND, OR and NOT up to this depth. */
  Fragment condition(Scope scope, int depth) {
    if (depth == 0) {
      return atom(scope);
    }
    return dice.<Fragment>choice()
        .add(4, () -> nested(" OR ", scope, depth))
        .add(3, () -> nested(" AND ", scope, depth))
        .add(2, () -> not(condition(scope, depth - 1)))
        .make();
  }

  private Fragment nested(String operator, Scope scope, int depth) {
    Fragment left = condition(scope, depth - 1);
    Fragment right = condition(scope, dice.below(depth));
    return Fragment.of("(@" + operator + "@)", left, right)
        .withParts(ImmutableList.of(left, right));
  }

  private static Fragment not(Fragment condition) {
    return Fragment.of("NOT (@)", condition).withParts(ImmutableList.of(condition));
  }

  private Fragment atom(Scope scope) {
    boolean pushed = scope.sources().size() == 1 || features.contains(Feature.IDENTIFIER_JOINS);
    if (pushed && dice.chance(0.12)) {
      Fragment identified = scope.identify(dice, again()).map(identifiers::condition).orElse(null);
      if (identified != null) {
        return identified;
      }
    }
    if (dice.chance(0.02)) {
      return Fragment.text(dice.of("1 = 0", "1 = 1", "NULL IS NULL"));
    }
    if (features.contains(Feature.ROW_VALUES) && dice.chance(0.05)) {
      return rows.condition(scope);
    }
    return over(term(scope), scope);
  }

  private boolean again() {
    return features.contains(Feature.IDENTIFIERS_AGAIN);
  }

  RowValues rows() {
    return rows;
  }

  /** Returns a column, most often one that the API can filter by. */
  Term term(Scope scope) {
    ImmutableList<Term> all = scope.terms();
    List<Term> pushed = all.stream().filter(operands::isPushed).toList();
    return dice.of(!pushed.isEmpty() && dice.chance(0.65) ? pushed : all);
  }

  private Fragment over(Term term, Scope scope) {
    return dice.<Fragment>choice()
        .add(10, () -> typed(term))
        .add(5, () -> comparison(term))
        .add(1, () -> Fragment.of("@ IS NULL", term.sql()))
        .add(1, () -> Fragment.of("@ IS NOT NULL", term.sql()))
        .add(2, () -> in(term))
        .add(1, () -> between(term))
        .add(1, () -> caseWhen(term))
        .add(1, () -> columns(term, scope))
        .make();
  }

  private Fragment typed(Term term) {
    return switch (term.type()) {
      case TEXT -> texts.over(term);
      case TIME -> times.over(term);
      case LONG -> number(term);
      case DOUBLE -> fraction(term);
      case BOOL -> bool(term);
    };
  }

  private Fragment comparison(Term term) {
    String operator = dice.of(" = ", " = ", " <> ", " < ", " <= ", " > ", " >= ");
    return dice.chance(0.85)
        ? Fragment.of("@" + operator + "@", term.sql(), operands.near(term))
        : Fragment.of("@" + operator + "@", operands.near(term), term.sql());
  }

  private Fragment in(Term term) {
    return Fragment.of(dice.of("@ IN @", "@ IN @", "@ NOT IN @"), term.sql(), operands.list(term));
  }

  private Fragment between(Term term) {
    return Fragment.of(
        dice.of("@ BETWEEN @ AND @", "@ BETWEEN @ AND @", "@ NOT BETWEEN @ AND @"),
        term.sql(),
        operands.near(term),
        operands.near(term));
  }

  private Fragment caseWhen(Term term) {
    return Fragment.of(
        "CASE WHEN @ THEN 1 WHEN @ THEN 2 ELSE 3 END " + dice.of("= 1", "<> 1", "IN (2, 3)"),
        Fragment.of(
            "@" + dice.of(" = ", " <> ", " < ", " >= ") + "@", term.sql(), operands.lonely(term)),
        Fragment.of("@ IS NULL", term.sql()));
  }

  /** Compares two columns of a type. */
  private Fragment columns(Term term, Scope scope) {
    List<Term> others = scope.terms().stream().filter(t -> t.type() == term.type()).toList();
    return Fragment.of(
        "@" + dice.of(" = ", " <> ", " < ", " >= ") + "@", term.sql(), dice.of(others).sql());
  }

  private Fragment number(Term term) {
    return dice.<Fragment>choice()
        .add(2, () -> Fragment.of("@ / 60 > @", term.sql(), Fragment.text("" + dice.below(100))))
        .add(2, () -> Fragment.of("MOD(@, 7) = @", term.sql(), Fragment.text("" + dice.below(7))))
        .add(2, () -> Fragment.of("@ + 1 <= @", term.sql(), operands.near(term)))
        .add(1, () -> Fragment.of("-@ < -10", term.sql()))
        .add(2, () -> Fragment.of("COALESCE(@, 0) > @", term.sql(), operands.near(term)))
        .make();
  }

  private Fragment fraction(Term term) {
    return dice.<Fragment>choice()
        .add(2, () -> Fragment.of("@ * 2 > @", term.sql(), operands.near(term)))
        .add(1, () -> Fragment.of("-@ < -1", term.sql()))
        .add(2, () -> Fragment.of("COALESCE(@, 0) >= @", term.sql(), operands.near(term)))
        .make();
  }

  private Fragment bool(Term term) {
    return Fragment.of(
        dice.of("@", "NOT @", "@ IS TRUE", "@ IS NOT TRUE", "@ IS FALSE", "@ = TRUE", "@ <> TRUE"),
        term.sql());
  }

  /** Returns what the reference must hold for {@code identifier = other}. */
  static Fragment identifierEquals(Source source, Fragment other) {
    Fragment identifier = source.term(source.table().identifier().orElseThrow().name()).sql();
    Fragment arn = source.term(source.table().identified().get(0)).sql();
    Fragment name = source.term(source.table().identified().get(1)).sql();
    return Fragment.pair(
        Fragment.of("@ = @", identifier, other),
        Fragment.of("(@ = @ OR @ = @)", arn, other, name, other));
  }

  /** Returns an expression over a column, without parameters, so that GROUP BY may repeat it. */
  Term expression(Term term) {
    return switch (term.type()) {
      case TEXT -> texts.expression(term);
      case TIME -> times.expression(term);
      case LONG -> term.as(Fragment.of(dice.of("@ * 2", "@ / 60", "COALESCE(@, -1)"), term.sql()));
      case DOUBLE -> term.as(Fragment.of(dice.of("@ * 2", "-@"), term.sql()));
      case BOOL -> term.as(Fragment.of("NOT @", term.sql()));
    };
  }

  /** Returns the same to group by. */
  Term groupExpression(Term term) {
    if (features.contains(Feature.GROUPED_CASE)) {
      return expression(term);
    }
    return switch (term.type()) {
      case TEXT -> texts.simple(term);
      case LONG -> term.as(Fragment.of("@ / 60", term.sql()));
      default -> expression(term);
    };
  }

  /** Returns a condition as a value. */
  Term truth(Scope scope, Term term) {
    Fragment condition =
        dice.chance(0.5) ? identified(scope).orElseGet(() -> lonely(term)) : lonely(term);
    return term.as(
        operands.wide(Fragment.of("CASE WHEN @ THEN 1 ELSE 0 END", condition), ColumnType.LONG),
        ColumnType.LONG);
  }

  private Fragment lonely(Term term) {
    return Fragment.of(
        "@" + dice.of(" = ", " <> ", " < ", " >= ") + "@", term.sql(), operands.lonely(term));
  }

  /** Returns a condition on an identifier, without parameters; empty if there is none. */
  Optional<Fragment> identified(Scope scope) {
    boolean pushed = scope.sources().size() == 1 || features.contains(Feature.IDENTIFIER_JOINS);
    return pushed ? scope.identify(dice, again()).map(identifiers::literal) : Optional.empty();
  }
}
