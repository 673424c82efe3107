package io.github.bedrocksql.adapter.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What a pass over a query found out of its tables, by place ({@link IdentifierFields#tables}). The
 * next pass knows it from the start.
 *
 * @param named tables whose identifiers the query compares with values
 * @param joined tables that are joined on their identifier
 * @param paired tables that are joined on their identifier with that of another table
 */
record IdentifierTables(Set<String> named, Set<String> joined, Set<String> paired) {
  static IdentifierTables none() {
    return new IdentifierTables(new HashSet<>(), new HashSet<>(), new HashSet<>());
  }

  /** Returns whether one of the tables has a row for each ARN and one for each name. */
  boolean haveTwoRows(Collection<String> tables) {
    return !Collections.disjoint(tables, joined) || !Collections.disjoint(tables, paired);
  }

  boolean areNamed(Collection<String> tables) {
    return !Collections.disjoint(tables, named);
  }

  boolean areJoined(Collection<String> tables) {
    return !Collections.disjoint(tables, joined);
  }
}
