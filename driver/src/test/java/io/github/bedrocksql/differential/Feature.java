package io.github.bedrocksql.differential;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Parts of the generator that can be left out. */
enum Feature {
  /** The table imported_models. */
  IMPORTED_MODELS,
  /** The four tables with one row for each element of a parent. */
  CHILD_TABLES,
  JOINS,
  /**
   * Joins and IN subqueries on job_identifier or model_identifier, IN lists so long that they are
   * planned as joins, and conditions on an identifier in a join.
   */
  IDENTIFIER_JOINS,
  /**
   * Several conditions on one identifier: where some name a row by its ARN and others by its name,
   * they are merged as different values (docs/architecture.md). Few rows meet two of them, unless
   * there are few rows.
   */
  IDENTIFIERS_AGAIN,
  AGGREGATES,
  SUBQUERIES,
  SET_OPERATIONS,
  /** {@code ILIKE}, which is not standard SQL. */
  ILIKE,
  /** A backslash in a LIKE without ESCAPE, which the standard takes for any character. */
  DEFAULT_ESCAPE,
  /** Literals of unequal length side by side, which standard SQL pads with blanks. */
  RAGGED_LITERALS,
  /** Text beyond ASCII in literals. */
  UNICODE,
  /** Parameters that are null. */
  NULL_PARAMETERS,
  /**
   * What is planned by which columns are unique: DISTINCT, GROUP BY, UNION, subqueries, joins of
   * tables.
   */
  UNIQUENESS,
  /** {@code GROUP BY} with CASE or COALESCE. */
  GROUPED_CASE,
  /**
   * Parameters that are given no type or a wrong one: within CASE and POSITION, and beside a column
   * of literals, to whose length they are cut.
   */
  UNTYPED_PARAMETERS,
  /** Words that SQL knows, as names of columns. */
  WORDS_AS_NAMES,
  /** Functions over windows. */
  WINDOWS,
  /** {@code (a, b) = (1, 2)} and its like. */
  ROW_VALUES,
  /** Intervals of several units, times a number, and between two times. */
  INTERVALS,
  /** {@code LIMIT ?} set to a long, not an int. */
  LONG_LIMITS;

  /** What the tests use. */
  static final Set<Feature> IN_USE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(UNTYPED_PARAMETERS)));
}
