package io.github.bedrocksql.adapter.execute;

import java.sql.SQLException;

/** Rows one after another, as calls bring them. */
interface Rows {
  /** No row. */
  Rows NONE = () -> null;

  /** Returns the next row, an array element a column of the table, or null after the last. */
  Row next() throws SQLException;
}
