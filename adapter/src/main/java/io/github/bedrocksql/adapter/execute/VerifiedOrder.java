package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.HeldRows;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Rows in the order of creation that the server was asked for. Not every server sorts: the order is
 * checked as rows come, and none is handed on before enough of them have shown it. Where it is not
 * kept, all rows are read and sorted here.
 */
final class VerifiedOrder implements Rows {
  /** Rows of different times that a server which does not sort hardly gives in order by chance. */
  static final int EVIDENCE = 10;

  private final Rows source;
  private final int timeColumn;
  private final boolean ascending;
  private final HeldRows.Count held;
  private final Runnable broken;
  private final Deque<Row> pending = new ArrayDeque<>();
  private Long latest;
  private int times;
  private boolean trusted;
  private boolean ended;

  /**
   * Reads nothing yet.
   *
   * @param timeColumn ordinal of the creation time
   * @param held counts the rows that are kept to be sorted
   * @param broken runs if the order is not kept
   */
  VerifiedOrder(
      Rows source, int timeColumn, ListOrder order, HeldRows.Count held, Runnable broken) {
    this.source = source;
    this.timeColumn = timeColumn;
    this.ascending = order == ListOrder.ASCENDING;
    this.held = held;
    this.broken = broken;
  }

  @Override
  public Row next() throws SQLException {
    while (!trusted && !ended) {
      Row row = read();
      if (row != null && !follows(row)) {
        pending.add(row);
        sortAll();
      } else if (row != null) {
        pending.add(row);
        trusted = times >= EVIDENCE;
      }
    }
    if (!pending.isEmpty()) {
      return pending.poll();
    }
    Row row = ended ? null : read();
    if (row != null && !follows(row)) {
      broken.run();
      throw SqlState.PROTOCOL_VIOLATION.exception(
          "The server stopped returning rows in the requested order; run the statement again:"
              + " this connection now sorts them itself",
          null);
    }
    return row;
  }

  private Row read() throws SQLException {
    Row row = source.next();
    ended = row == null;
    return row;
  }

  private boolean follows(Row row) {
    Long time = (Long) row.value(timeColumn);
    int compared = latest == null ? 1 : time.compareTo(latest) * (ascending ? 1 : -1);
    times += compared > 0 ? 1 : 0;
    latest = compared < 0 ? latest : time;
    return compared >= 0;
  }

  private void sortAll() throws SQLException {
    broken.run();
    List<Row> all = new ArrayList<>(pending);
    for (Row row = read(); row != null; row = read()) {
      all.add(row);
      held.add();
    }
    Comparator<Row> byTime = Comparator.comparing(row -> (Long) row.value(timeColumn));
    all.sort(ascending ? byTime : byTime.reversed());
    pending.clear();
    pending.addAll(all);
  }
}
