package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Scope.Source;
import java.util.List;
import java.util.stream.IntStream;

/** Conditions that compare several columns at once. */
final class RowValues {
  private final Dice dice;
  private final Operands operands;

  RowValues(Dice dice, Operands operands) {
    this.dice = dice;
    this.operands = operands;
  }

  /** Returns a condition over two or three of the columns. */
  Fragment condition(Scope scope) {
    ImmutableList<Term> columns = dice.some(scope.terms(), dice.of(2, 2, 3));
    return dice.<Fragment>choice()
        .add(3, () -> compared(columns))
        .add(3, () -> in(columns))
        .add(1, () -> withColumns(columns, scope))
        .make();
  }

  private Fragment compared(List<Term> columns) {
    String operator = dice.of(" = ", " = ", " <> ", " < ", " >= ");
    return Fragment.of("@" + operator + "@", row(columns), values(columns));
  }

  private Fragment in(List<Term> columns) {
    List<List<Fragment>> rows =
        IntStream.range(0, dice.between(1, 4))
            .mapToObj(i -> columns.stream().map(operands::lonely).toList())
            .toList();
    Fragment any = Fragment.join(" OR ", rows.stream().map(row -> equal(columns, row)).toList());
    boolean negated = dice.chance(0.3);
    // H2 takes a row with a null for unequal to none, and mixes up columns of different types.
    return Fragment.pair(
        Fragment.of(
            negated ? "@ NOT IN (@)" : "@ IN (@)",
            row(columns),
            Fragment.join(", ", rows.stream().map(RowValues::bracketed).toList())),
        Fragment.of(negated ? "NOT (@)" : "(@)", any));
  }

  /** Returns the comparison of each column with its value. */
  private static Fragment equal(List<Term> columns, List<Fragment> values) {
    List<Fragment> all =
        IntStream.range(0, columns.size())
            .mapToObj(i -> Fragment.of("@ = @", columns.get(i).sql(), values.get(i)))
            .toList();
    return Fragment.of("(@)", Fragment.join(" AND ", all));
  }

  private Fragment withColumns(List<Term> columns, Scope scope) {
    List<Term> others =
        columns.stream()
            .map(c -> dice.of(scope.terms().stream().filter(t -> t.type() == c.type()).toList()))
            .toList();
    return Fragment.of("@" + dice.of(" = ", " <> ") + "@", row(columns), row(others));
  }

  /** Returns a condition that the columns are among the rows that a SELECT gives. */
  Fragment among(Scope outer, Source inner, ImmutableList<Fragment> where) {
    List<Term> pairs =
        new Scope(inner).terms().stream().filter(t -> !t.column().nullable()).toList();
    ImmutableList<Term> selected = dice.some(pairs, 2);
    List<Term> columns =
        selected.stream()
            .map(
                s ->
                    outer.terms().stream()
                        .filter(t -> operands.areRelated(t, s))
                        .filter(t -> !t.column().nullable())
                        .findFirst()
                        .orElse(null))
            .toList();
    if (columns.contains(null)) {
      return Fragment.of("EXISTS (@)", Query.of(selected, inner.from(), where).text());
    }
    return Fragment.of(
        dice.of("@ IN (@)", "@ IN (@)", "@ NOT IN (@)"),
        row(columns),
        Query.of(selected, inner.from(), where).text());
  }

  private Fragment values(List<Term> columns) {
    return bracketed(columns.stream().map(operands::lonely).toList());
  }

  private static Fragment row(List<Term> columns) {
    return bracketed(columns.stream().map(Term::sql).toList());
  }

  private static Fragment bracketed(List<Fragment> fragments) {
    return Fragment.of("(@)", Fragment.join(", ", fragments));
  }
}
