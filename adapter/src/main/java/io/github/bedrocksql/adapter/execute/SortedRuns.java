package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.session.HeldRows;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Rows that come in the order of a first key, sorted by the others where the first is equal. */
final class SortedRuns implements Rows {
  private final Rows source;
  private final int firstKey;
  private final Comparator<Row> comparator;
  private final HeldRows.Count held;
  private final Deque<Row> run = new ArrayDeque<>();
  private Row ahead;
  private boolean started;

  SortedRuns(Rows source, int firstKey, Comparator<Row> comparator, HeldRows.Count held) {
    this.source = source;
    this.firstKey = firstKey;
    this.comparator = comparator;
    this.held = held;
  }

  @Override
  public Row next() throws SQLException {
    if (run.isEmpty()) {
      readRun();
    }
    return run.poll();
  }

  private void readRun() throws SQLException {
    if (!started) {
      started = true;
      ahead = source.next();
    }
    List<Row> rows = new ArrayList<>();
    held.reset();
    while (ahead != null
        && (rows.isEmpty() || Objects.equals(ahead.value(firstKey), rows.get(0).value(firstKey)))) {
      rows.add(ahead);
      held.add();
      ahead = source.next();
    }
    rows.sort(comparator);
    run.addAll(rows);
  }
}
