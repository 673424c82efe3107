package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.session.HeldRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Rows sorted here: all are read at the first, only those wanted are kept. */
final class SortedRows implements Rows {
  private static final int LARGEST_HEAP = 100_000;

  private final Rows source;
  private final Comparator<Object[]> comparator;
  private final long wanted;
  private final HeldRows.Count held;
  private Iterator<Object[]> sorted;

  /**
   * Reads nothing yet.
   *
   * @param wanted no more than these rows will be read
   * @param held counts the rows that are kept
   */
  SortedRows(Rows source, Comparator<Object[]> comparator, long wanted, HeldRows.Count held) {
    this.source = source;
    this.comparator = comparator;
    this.wanted = wanted;
    this.held = held;
  }

  @Override
  public Object[] next() throws SQLException {
    if (sorted == null) {
      sorted = (wanted <= LARGEST_HEAP ? first() : all()).iterator();
    }
    return sorted.hasNext() ? sorted.next() : null;
  }

  private List<Object[]> first() throws SQLException {
    // The last of the rows kept is on top, to give way.
    PriorityQueue<Object[]> kept = new PriorityQueue<>(Collections.reverseOrder(comparator));
    for (Object[] row = source.next(); row != null; row = source.next()) {
      kept.add(row);
      if (kept.size() > wanted) {
        kept.poll();
      } else {
        held.add();
      }
    }
    List<Object[]> rows = new ArrayList<>(kept);
    rows.sort(comparator);
    return rows;
  }

  private List<Object[]> all() throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row = source.next(); row != null; row = source.next()) {
      rows.add(row);
      held.add();
    }
    rows.sort(comparator);
    return rows;
  }
}
