package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.apache.calcite.rex.RexNode;

/** The calls that serve a scan, values still as expressions. */
public sealed interface Access {

  /** No call: no row can match. */
  record Nothing() implements Access {}

  /** Get, once for each distinct key. */
  record Lookup(ImmutableList<Key> keys) implements Access {}

  /**
   * List, all pages.
   *
   * @param status the only status wanted
   * @param exact whether the parameters say all that the conditions say, on a server that heeds
   *     them: then a limit is a limit of the page
   */
  record Listing(Optional<RexNode> status, boolean exact) implements Access {}

  /**
   * A key that Get takes.
   *
   * @param column the table's ordinal of the key column compared
   * @param value an expression without input
   */
  record Key(int column, RexNode value) {}
}
