package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.Resource;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows of List with their details, the Gets of a window of them in flight. The order of the rows
 * stays; a row that is gone since it was listed is left out.
 */
final class HydratedRows implements Rows {
  /** A row and its detail; {@code detail} is null where none is needed. */
  private record Begun(Row row, Detail detail) {}

  private final Rows summaries;
  private final int arnColumn;
  private final Predicate<Row> needed;
  private final Predicate<Row> check;
  private final Window<Begun> window;
  private Iterator<Row> ready = ImmutableList.<Row>of().iterator();
  private long wanted;
  private boolean exhausted;

  /**
   * Makes no call yet.
   *
   * @param needed whether a row's detail must be seen
   * @param check holds for rows to keep
   * @param mostCalls Gets in flight at most
   * @param wanted rows after which the reader stops: no more Gets than that are in flight
   */
  HydratedRows(
      Rows summaries,
      int arnColumn,
      Predicate<Row> needed,
      Predicate<Row> check,
      int mostCalls,
      long wanted) {
    this.summaries = summaries;
    this.arnColumn = arnColumn;
    this.needed = needed;
    this.check = check;
    this.window = new Window<>(mostCalls);
    this.wanted = wanted;
  }

  @Override
  public Row next() throws SQLException {
    while (wanted > 0) {
      if (ready.hasNext()) {
        Row row = ready.next();
        if (check.test(row)) {
          wanted--;
          return row;
        }
      } else {
        fill();
        Begun first = window.poll();
        if (first == null) {
          return null;
        }
        ready = rows(first).iterator();
      }
    }
    return null;
  }

  private void fill() throws SQLException {
    while (!exhausted && window.hasRoom(wanted)) {
      Row row = summaries.next();
      if (row == null) {
        exhausted = true;
        return;
      }
      Detail detail = needed.test(row) ? detail(row) : null;
      window.add(new Begun(row, detail), detail instanceof Detail.Requested);
    }
  }

  private Detail detail(Row row) throws SQLException {
    return row.source().details().hydrate((String) row.value(arnColumn), row.state());
  }

  private ImmutableList<Row> rows(Begun begun) throws SQLException {
    Row row = begun.row();
    if (begun.detail() == null) {
      return ImmutableList.of(row);
    }
    Optional<Resource> detail = row.source().details().await(begun.detail());
    if (detail.isEmpty()) {
      return ImmutableList.of();
    }
    row.source().details().remember(row, detail.get());
    return row.source().hydrated(row, detail.get());
  }
}
