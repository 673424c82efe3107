package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import io.github.bedrocksql.differential.Scope.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins of two or three tables. */
final class Joins {
  /** What stands after FROM and WHERE. */
  record Joined(Scope scope, Fragment from, ImmutableList<Fragment> where) {}

  private final Dice dice;
  private final Operands operands;
  private final Predicates predicates;
  private final Tables tables;
  private final Set<Feature> features;

  Joins(Dice dice, Operands operands, Predicates predicates, Tables tables, Set<Feature> features) {
    this.dice = dice;
    this.operands = operands;
    this.predicates = predicates;
    this.tables = tables;
    this.features = features;
  }

  Joined next() {
    return dice.<Joined>choice()
        .addIf(features.contains(Feature.UNIQUENESS), 6, this::ofTables)
        .add(6, this::withValues)
        .addIf(features.contains(Feature.UNIQUENESS), 1, this::ofThree)
        .make();
  }

  private Joined ofTables() {
    Source left = new Source(tables.any(dice), "l");
    Source right = new Source(tables.any(dice), "r");
    Scope scope = new Scope(left, right);
    Fragment on = on(scope, left, right);
    Fragment from = Fragment.of("@ " + type() + " JOIN @ ON @", left.from(), right.from(), on);
    return new Joined(scope, from, predicates.conjuncts(scope));
  }

  private Joined ofThree() {
    Source first = new Source(tables.any(dice), "a");
    Source second = new Source(tables.any(dice), "b");
    Source third = new Source(tables.any(dice), "c");
    Scope scope = new Scope(first, second, third);
    Fragment from =
        Fragment.of(
            "@ " + type() + " JOIN @ ON @ " + type() + " JOIN @ ON @",
            first.from(),
            second.from(),
            equal(first, second),
            third.from(),
            equal(second, third));
    return new Joined(scope, from, predicates.conjuncts(scope));
  }

  private String type() {
    return dice.of("INNER", "INNER", "LEFT", "LEFT", "RIGHT");
  }

  private Fragment on(Scope scope, Source left, Source right) {
    boolean identified =
        features.contains(Feature.IDENTIFIER_JOINS)
            && right.table().identifier().isPresent()
            && dice.chance(0.2);
    Fragment equal = identified ? identified(scope, left, right) : equal(left, right);
    return dice.chance(0.3)
        ? Fragment.of("@ AND @", equal, predicates.condition(scope, dice.below(2)))
        : equal;
  }

  private Fragment identified(Scope scope, Source left, Source right) {
    scope.identify(right);
    List<Term> keys =
        new Scope(left)
            .terms().stream()
                .filter(t -> t.kind().endsWith("_arn") || t.kind().endsWith("_name"))
                .toList();
    return Predicates.identifierEquals(right, dice.of(keys).sql());
  }

  /** An equality that some rows meet. */
  private Fragment equal(Source left, Source right) {
    List<Fragment> equalities = new ArrayList<>();
    for (Term one : new Scope(left).terms()) {
      for (Term other : new Scope(right).terms()) {
        if (operands.areJoinable(one, other)) {
          int weight = isKey(one) ? 6 : 1;
          for (int i = 0; i < weight; i++) {
            equalities.add(Fragment.of("@ = @", one.sql(), other.sql()));
          }
        }
      }
    }
    return equalities.isEmpty()
        ? Fragment.of("@ = @", left.term(text(left)).sql(), right.term(text(right)).sql())
        : dice.of(equalities);
  }

  /** What names a thing, and not what it is like. */
  private static boolean isKey(Term term) {
    String field = Column.field(term.kind());
    return field.endsWith("_name")
        || field.endsWith("_identifier")
        || (field.endsWith("_arn") && !field.contains("role") && !field.contains("kms"))
        || (field.endsWith("_id") && !field.equals("account_id"));
  }

  private static String text(Source source) {
    return source.table().key().stream()
        .filter(name -> source.table().column(name).type() == ColumnType.TEXT)
        .findFirst()
        .orElseThrow();
  }

  private Joined withValues() {
    Source table = new Source(tables.any(dice), "j");
    boolean identified =
        features.contains(Feature.IDENTIFIER_JOINS)
            && table.table().identifier().isPresent()
            && dice.chance(0.5);
    Term term =
        table.term(identified ? table.table().identified().get(dice.below(2)) : column(table));
    boolean names = identified || dice.chance(0.5);
    boolean cast = castValues(term);
    Fragment list = values(term, names, cast);
    String name = cast ? "x" : Column.LITERAL;
    Column column = new Column(name, term.type(), false, term.kind());
    Source values =
        new Source(Table.derived(ImmutableList.of(column), ImmutableList.of(name)), "v");
    Scope scope = new Scope(values, table);
    Fragment x = values.term(name).sql();
    Fragment on =
        identified ? Predicates.identifierEquals(table, x) : Fragment.of("@ = @", x, term.sql());
    if (identified) {
      scope.identify(table);
    }
    boolean valuesFirst = dice.chance(0.7);
    Fragment template = Fragment.of("(VALUES @) AS v(" + name + ")", list);
    Fragment from =
        valuesFirst
            ? Fragment.of("@ " + type() + " JOIN @ ON @", template, table.from(), on)
            : Fragment.of("@ " + type() + " JOIN @ ON @", table.from(), template, on);
    return new Joined(scope, from, predicates.conjuncts(scope));
  }

  private String column(Source table) {
    return dice.of(predicates.term(new Scope(table)).column().name(), table.table().key().get(0));
  }

  /** Text in literals is CHAR, and a number too small a type. */
  private boolean castValues(Term term) {
    return !features.contains(Feature.RAGGED_LITERALS)
        || term.type() == ColumnType.LONG
        || term.type() == ColumnType.DOUBLE
        || dice.chance(0.3);
  }

  /** Rows of one value each. */
  private Fragment values(Term term, boolean held, boolean cast) {
    List<Fragment> rows = new ArrayList<>();
    for (int i = dice.between(1, 5); i > 0; i--) {
      Fragment value =
          held && term.type() == ColumnType.TEXT
              ? Values.literal(operands.held(term))
              : operands.literalNear(term);
      rows.add(Fragment.of(cast ? "(CAST(@ AS " + term.type().sql() + "))" : "(@)", value));
    }
    return Fragment.join(", ", rows);
  }
}
