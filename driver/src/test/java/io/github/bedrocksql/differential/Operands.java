package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Literals and parameters. */
final class Operands {
  private final Dice dice;
  private final Values values;
  private final Set<Feature> features;

  Operands(Dice dice, Values values, Set<Feature> features) {
    this.dice = dice;
    this.values = values;
    this.features = features;
  }

  /** Returns whether the API can filter by the term. */
  boolean isPushed(Term term) {
    return values.isPushed(term.column());
  }

  /** Returns whether two terms have values in common, or may have. */
  boolean areRelated(Term one, Term other) {
    return values.areRelated(one.column(), other.column());
  }

  /** Returns whether a join on two terms has rows, but not too many. */
  boolean areJoinable(Term one, Term other) {
    return one.type() != ColumnType.BOOL && values.areJoinable(one.column(), other.column());
  }

  /** Returns whether no two rows have the same value of the term. */
  boolean isDistinct(Term term) {
    return values.isDistinct(term.column());
  }

  /** Returns a literal or a parameter to compare the term with. */
  Fragment near(Term term) {
    return isCut(term) ? literalNear(term) : any(term);
  }

  /** Whether a parameter beside the term would be cut to its length. */
  private boolean isCut(Term term) {
    return term.column().isLiteral() && !features.contains(Feature.UNTYPED_PARAMETERS);
  }

  private Fragment any(Term term) {
    return operand(term.type(), () -> value(term), features.contains(Feature.NULL_PARAMETERS));
  }

  /** Returns a literal or a parameter, text that the supplier gives, to stand beside the term. */
  Fragment text(Term beside, Supplier<String> some) {
    return isCut(beside) ? Values.literal(some.get()) : operand(ColumnType.TEXT, some::get, false);
  }

  /** Returns a literal or a parameter that is one of the numbers. */
  Fragment number(long value, Supplier<Object> others) {
    return dice.chance(0.6)
        ? Values.literal(value)
        : Fragment.parameter(
            new Parameter(
                ColumnType.LONG,
                narrowed(value),
                TimeSetter.LOCAL_DATE_TIME,
                () -> narrowed(others.get())));
  }

  private Object narrowed(Object number) {
    return features.contains(Feature.LONG_LIMITS) && dice.chance(0.5)
        ? number
        : (Object) ((Long) number).intValue();
  }

  /** Returns what stands where a parameter's type may follow from nothing beside it. */
  Fragment lonely(Term term) {
    return features.contains(Feature.UNTYPED_PARAMETERS) ? near(term) : literalNear(term);
  }

  /** Returns the same for text. */
  Fragment lonely(Term term, Supplier<String> some) {
    return features.contains(Feature.UNTYPED_PARAMETERS)
        ? text(term, some)
        : Fragment.of("CAST(@ AS VARCHAR)", text(term, some));
  }

  private Fragment operand(ColumnType type, Supplier<Object> some, boolean nulls) {
    if (dice.chance(0.6)) {
      return Values.literal(some.get());
    }
    Supplier<Object> others = () -> nulls && dice.chance(0.03) ? null : some.get();
    return Fragment.parameter(
        new Parameter(type, others.get(), dice.of(TimeSetter.values()), others));
  }

  /** Returns an int as a long, short text as any text, lest a parameter beside it be cut. */
  Fragment wide(Fragment narrow, ColumnType type) {
    return features.contains(Feature.UNTYPED_PARAMETERS)
        ? narrow
        : Fragment.of("CAST(@ AS " + type.sql() + ")", narrow);
  }

  /** Returns a value to compare the term with. */
  Object value(Term term) {
    return values.any(dice, term.column());
  }

  /** Returns text that the term's column holds. */
  String held(Term term) {
    return values.heldText(dice, term.kind());
  }

  /** Returns a literal to compare the term with. */
  Fragment literalNear(Term term) {
    return Values.literal(value(term));
  }

  /** Returns a list of values in brackets; now and then a longer one than planners keep a list. */
  Fragment list(Term term) {
    return dice.chance(0.05)
        ? longList(term)
        : list(IntStream.range(0, dice.between(1, 5)).mapToObj(i -> near(term)).toList());
  }

  /** Returns a list of literals in brackets for an identifier that is like the term. */
  Fragment literals(Term term) {
    return features.contains(Feature.IDENTIFIER_JOINS) && dice.chance(0.05)
        ? longList(term)
        : list(IntStream.range(0, dice.between(1, 5)).mapToObj(i -> literalNear(term)).toList());
  }

  private Fragment longList(Term term) {
    return list(IntStream.range(0, 25).mapToObj(i -> literalNear(term)).toList());
  }

  private static Fragment list(List<Fragment> items) {
    return Fragment.of("(@)", Fragment.join(", ", ImmutableList.copyOf(items)));
  }
}
