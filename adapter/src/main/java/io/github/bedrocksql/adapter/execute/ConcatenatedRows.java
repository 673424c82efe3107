package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Iterator;

/** Rows of one source after another: the next is not called before it is needed. */
final class ConcatenatedRows implements Rows {
  private final Iterator<Rows> sources;
  private Rows current = NONE;

  ConcatenatedRows(ImmutableList<Rows> sources) {
    this.sources = sources.iterator();
  }

  @Override
  public Row next() throws SQLException {
    while (true) {
      Row row = current.next();
      if (row != null || !sources.hasNext()) {
        return row;
      }
      current = sources.next();
    }
  }
}
