package io.github.bedrocksql.differential;

import java.util.List;

/** A statement, alone or in another. */
interface Sql {
  /** Returns its text. */
  Fragment text();

  /** Returns the text to ask the reference; its rows are all that the answer may have. */
  Fragment reference();

  Check check();

  /** Returns statements with a little less to them, most telling first. */
  List<? extends Sql> smaller();
}
