package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.api.Page;
import io.github.bedrocksql.adapter.session.HeldRows;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The lists that a statement has read by one operation, kept for its other scans: the same scan
 * twice is made once, and sees the same.
 */
final class SharedLists {
  private final List<SharedList> lists = new ArrayList<>();
  private final HeldRows.Count held;

  /** Keeps nothing yet; {@code held} counts the rows that are kept. */
  SharedLists(HeldRows.Count held) {
    this.held = held;
  }

  /** Returns the pages of a list that has at least these rows, in this order. */
  synchronized Pages open(ListFilter filter, ListOrder order, Supplier<Pages> maker) {
    for (SharedList list : lists) {
      if (list.serves(filter, order)) {
        return list.reader();
      }
    }
    SharedList list = new SharedList(filter, order, maker.get(), held);
    lists.add(list);
    return list.reader();
  }

  /** Returns whether the statement has read all rows of such a list. */
  synchronized boolean isComplete(ListFilter filter) {
    return lists.stream().anyMatch(list -> list.isComplete(filter));
  }

  private static final class SharedList {
    private final ListFilter filter;
    private final ListOrder order;
    private final Pages source;
    private final HeldRows.Count held;
    private final List<Page> pages = new ArrayList<>();
    private boolean complete;

    SharedList(ListFilter filter, ListOrder order, Pages source, HeldRows.Count held) {
      this.filter = filter;
      this.order = order;
      this.source = source;
      this.held = held;
    }

    /** A wider list serves only once it is complete: else it might cost more than a new one. */
    synchronized boolean serves(ListFilter wanted, ListOrder wantedOrder) {
      boolean sameOrder = wantedOrder == ListOrder.NONE || wantedOrder == order;
      return sameOrder && (filter.equals(wanted) || (complete && filter.covers(wanted)));
    }

    synchronized boolean isComplete(ListFilter wanted) {
      return complete && filter.covers(wanted);
    }

    synchronized Page page(int index, InFlightCalls calls, boolean ahead) throws SQLException {
      while (pages.size() <= index && !complete) {
        Page page = source.next(calls, ahead);
        if (page == null) {
          complete = true;
        } else {
          pages.add(page);
          held.add(page.rows().size());
          complete = page.nextToken().isEmpty();
        }
      }
      return index < pages.size() ? pages.get(index) : null;
    }

    synchronized void start(InFlightCalls calls) throws SQLException {
      if (pages.isEmpty() && !complete) {
        source.start(calls);
      }
    }

    Pages reader() {
      return new Pages() {
        private int index;

        @Override
        public void start(InFlightCalls calls) throws SQLException {
          SharedList.this.start(calls);
        }

        @Override
        public Page next(InFlightCalls calls, boolean ahead) throws SQLException {
          return page(index++, calls, ahead);
        }
      };
    }
  }
}
