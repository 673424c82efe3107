package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.execute.Details.Awaited;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * Rows of List with their details, a window of them in flight. The order of the rows stays; a row
 * that is gone since it was listed is left out.
 */
final class HydratedRows implements Rows {
  /** A row and its detail; {@code detail} is null where none is needed. */
  private record Sent(Object[] row, Awaited detail) {}

  private final Rows summaries;
  private final ImmutableList<? extends Site> sites;
  private final int arnColumn;
  private final Predicate<Object[]> needed;
  private final Predicate<Object[]> check;
  private final int maxWindow;
  private final Queue<Sent> sent = new ArrayDeque<>();
  private Iterator<Object[]> ready = ImmutableList.<Object[]>of().iterator();
  private long wanted;
  private boolean exhausted;

  /**
   * Makes no call yet.
   *
   * @param sites the Regions, in the order of their numbers
   * @param needed whether a row's detail must be seen
   * @param check holds for rows to keep
   * @param wanted rows after which the reader stops: no more Gets than that are in flight
   */
  HydratedRows(
      Rows summaries,
      ImmutableList<? extends Site> sites,
      int arnColumn,
      Predicate<Object[]> needed,
      Predicate<Object[]> check,
      int maxWindow,
      long wanted) {
    this.summaries = summaries;
    this.sites = sites;
    this.arnColumn = arnColumn;
    this.needed = needed;
    this.check = check;
    this.maxWindow = maxWindow;
    this.wanted = wanted;
  }

  @Override
  public Object[] next() throws SQLException {
    while (wanted > 0) {
      if (ready.hasNext()) {
        Object[] row = ready.next();
        if (check.test(row)) {
          wanted--;
          return row;
        }
      } else {
        fill();
        Sent first = sent.poll();
        if (first == null) {
          return null;
        }
        ready = rows(first).iterator();
      }
    }
    return null;
  }

  private void fill() throws SQLException {
    while (!exhausted && sent.size() < Math.min(maxWindow, wanted)) {
      Object[] row = summaries.next();
      if (row == null) {
        exhausted = true;
        return;
      }
      sent.add(new Sent(row, needed.test(row) ? detail(row) : null));
    }
  }

  private Awaited detail(Object[] row) throws SQLException {
    return site(row).details().hydrate((String) row[arnColumn], RowReader.state(row));
  }

  private Site site(Object[] row) {
    return sites.get(RowReader.region(row));
  }

  private ImmutableList<Object[]> rows(Sent sent) throws SQLException {
    if (sent.detail() == null) {
      return ImmutableList.of(sent.row());
    }
    Site site = site(sent.row());
    Optional<Resource> detail = site.details().await(sent.detail());
    if (detail.isEmpty()) {
      return ImmutableList.of();
    }
    site.details().remember(sent.row(), detail.get());
    return site.reader().hydrated(sent.row(), detail.get());
  }
}
