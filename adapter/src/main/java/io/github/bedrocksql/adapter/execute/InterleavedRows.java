package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;

/** Rows of several sources in turn, so that the next pages of all are on their way at once. */
final class InterleavedRows implements Rows {
  private final Queue<Rows> sources;

  InterleavedRows(ImmutableList<Rows> sources) {
    this.sources = new ArrayDeque<>(sources);
  }

  @Override
  public Row next() throws SQLException {
    while (!sources.isEmpty()) {
      Rows source = sources.poll();
      Row row = source.next();
      if (row != null) {
        sources.add(source);
        return row;
      }
    }
    return null;
  }
}
