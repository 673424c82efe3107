package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;

/**
 * A condition of a scan as far as the API could narrow by it. Values are numbers into the scan's
 * list of run-time values: one restriction serves every execution of a plan.
 */
public sealed interface Restriction {
  /** All parts hold. */
  record All(ImmutableList<Restriction> parts) implements Restriction {}

  /** One of the parts holds. */
  record Any(ImmutableList<Restriction> parts) implements Restriction {}

  /** A condition that the API can't help with. */
  record Anything() implements Restriction {}

  /** A condition that no row meets. */
  record Nothing() implements Restriction {}

  /** A value, which is a truth value, is true: then it is of every row. */
  record Holds(int value) implements Restriction {}

  /** A column, by its ordinal in the table, equals a value. */
  record Equals(int column, int value) implements Restriction {}

  /** A column, by its ordinal in the table, is what the query itself says. */
  record Is(int column, String value) implements Restriction {}

  /** A column, by its ordinal in the table, is another value. */
  record Differs(int column, int value) implements Restriction {}

  /**
   * A column is LIKE a value.
   *
   * @param escape the value that is the escape character; -1 for none
   * @param ignoreCase whether it is ILIKE
   */
  record Like(int column, int value, int escape, boolean ignoreCase) implements Restriction {}

  /** A column has a value somewhere in it: {@code POSITION(value IN column) > 0}. */
  record Contains(int column, int value) implements Restriction {}

  /**
   * A time column compared with a value.
   *
   * @param days whether the column is compared as a DATE and the value is one, in days
   */
  record Compares(int column, Comparison comparison, int value, boolean days)
      implements Restriction {}

  /**
   * A time column, cut down to the start of its month or the like, compared with a value.
   *
   * @param longest milliseconds that such a unit of time has at most
   */
  record Truncates(int column, Comparison comparison, int value, long longest)
      implements Restriction {}

  /** How a time column is compared. */
  enum Comparison {
    EQUAL("="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** Returns the operator in SQL. */
    public String sign() {
      return sign;
    }

    /** Returns the comparison with its sides exchanged. */
    public Comparison mirrored() {
      return switch (this) {
        case EQUAL -> EQUAL;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      };
    }
  }
}
