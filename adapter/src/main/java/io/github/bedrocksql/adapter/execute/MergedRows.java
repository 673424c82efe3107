package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Rows of several sources, each in one order, in that order; equal ones in the sources' order. */
final class MergedRows implements Rows {
  private record Head(Row row, int source) {}

  private final ImmutableList<Rows> sources;
  private final PriorityQueue<Head> heads;
  private boolean started;
  private int emptied = -1;

  MergedRows(ImmutableList<Rows> sources, Comparator<Row> comparator) {
    this.sources = sources;
    this.heads =
        new PriorityQueue<>(
            Comparator.comparing(Head::row, comparator).thenComparingInt(Head::source));
  }

  @Override
  public Row next() throws SQLException {
    if (!started) {
      started = true;
      for (int i = 0; i < sources.size(); i++) {
        advance(i);
      }
    } else if (emptied >= 0) {
      // Only now: the row after the last one given may not be wanted, and cost a call.
      advance(emptied);
    }
    Head least = heads.poll();
    emptied = least == null ? -1 : least.source();
    return least == null ? null : least.row();
  }

  private void advance(int source) throws SQLException {
    Row row = sources.get(source).next();
    if (row != null) {
      heads.add(new Head(row, source));
    }
  }
}
