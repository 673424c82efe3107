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
  private final Comparator<Row> comparator;
  private final long wanted;
  private final HeldRows.Count held;
  private Iterator<Row> sorted;

  /**
   * Reads nothing yet.
   *
   * @param wanted no more than these rows will be read
   * @param held counts the rows that are kept
   */
  SortedRows(Rows source, Comparator<Row> comparator, long wanted, HeldRows.Count held) {
    this.source = source;
    this.comparator = comparator;
    this.wanted = wanted;
    this.held = held;
  }

  /** Returns whether only so many rows as are wanted are held at a time. */
  static boolean holdsFew(long wanted) {
    return wanted <= LARGEST_HEAP;
  }

  @Override
  public Row next() throws SQLException {
    if (sorted == null) {
      sorted = (holdsFew(wanted) ? first() : all()).iterator();
    }
    return sorted.hasNext() ? sorted.next() : null;
  }

  private List<Row> first() throws SQLException {
    // The last of the rows kept is on top, to give way.
    PriorityQueue<Row> kept = new PriorityQueue<>(Collections.reverseOrder(comparator));
    for (Row row = source.next(); row != null; row = source.next()) {
      kept.add(row);
      if (kept.size() > wanted) {
        kept.poll();
      } else {
        held.add();
      }
    }
    List<Row> rows = new ArrayList<>(kept);
    rows.sort(comparator);
    return rows;
  }

  private List<Row> all() throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Row row = source.next(); row != null; row = source.next()) {
      rows.add(row);
      held.add();
    }
    rows.sort(comparator);
    return rows;
  }
}
