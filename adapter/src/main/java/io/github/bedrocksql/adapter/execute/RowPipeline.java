package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import io.github.bedrocksql.adapter.access.CallChoice;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.ScanCalls;
import io.github.bedrocksql.adapter.session.StatementRun;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One scan, from its calls to its rows: find, check the summary, order, skip, hydrate, check the
 * detail, stop.
 */
final class RowPipeline<S, D> {
  private final ScanRequest<S, D> request;
  private final TableDefinition<S, D> table;
  private final ApiSession session;
  private final StatementRun run;
  private final ScanCalls calls;
  private final String region;
  private final RowReader<S, D> reader;
  private final Details<D> details;

  RowPipeline(ScanRequest<S, D> request, ApiSession session, StatementRun run, ScanCalls calls)
      throws SQLException {
    this.request = request;
    this.table = request.table();
    this.session = session;
    this.run = run;
    this.calls = calls;
    this.region = session.region();
    this.reader = new RowReader<>(table, request.identifiers(), region);
    this.details = Details.of(table, session, calls, run, request.shared());
  }

  /** Returns the rows; nothing is called before the first is read. */
  ScanCursor cursor() throws SQLException {
    if (request.calls() instanceof Calls.Get get) {
      return new ScanCursor(lookedUp(get), calls, request, request.offset());
    }
    return listed((Calls.Listing) request.calls());
  }

  private Rows lookedUp(Calls.Get get) throws SQLException {
    ImmutableSet<String> identifiers =
        get.keys().stream().map(Key::value).collect(ImmutableSet.toImmutableSet());
    boolean all = request.wanted() >= identifiers.size() || !request.order().isNone();
    int window = session.maxConcurrency();
    if (all) {
      run.foresee(
          identifiers.stream().filter(i -> !details.isAsked(i)).count(), request.estimate());
    } else {
      window = (int) Math.min(window, request.wanted());
    }
    Rows rows =
        filtered(
            new LookupRows<>(identifiers, reader, arnColumn(), details, window),
            request.checks()::keeps);
    return request.order().isNone() ? rows : sorted(rows, request.wanted());
  }

  private ScanCursor listed(Calls.Listing listing) throws SQLException {
    if (request.wanted() == Long.MAX_VALUE && !request.shared()) {
      run.foresee(knownPages(listing), request.estimate());
    }
    Rows rows = orderedBeforeHydration(listing);
    boolean hydrates =
        request.hydrate() || table.elements().isPresent() || request.checks().detail().isPresent();
    if (!hydrates) {
      return new ScanCursor(rows, calls, request, request.offset());
    }
    boolean oneForOne =
        request.checks().detail().isEmpty()
            && table.elements().isEmpty()
            && !request.order().onDetail();
    if (oneForOne) {
      // Rows to skip need no detail.
      Rows kept = skipped(rows, request.offset());
      return new ScanCursor(hydrated(kept, request.fetch()), calls, request, 0);
    }
    if (request.order().onDetail()) {
      Rows all = hydrated(rows, Long.MAX_VALUE);
      return new ScanCursor(sorted(all, request.wanted()), calls, request, request.offset());
    }
    return new ScanCursor(hydrated(rows, request.wanted()), calls, request, request.offset());
  }

  /** How many calls the lists are known to take at least, as earlier ones tell. */
  private long knownPages(Calls.Listing listing) {
    KnownRows known = session.lists().of(table.list().name(), region);
    // A list narrowed by more than its status may have a single page, whatever the status has.
    return listing.lists().stream()
        .mapToLong(f -> f.onlyStatus() ? CallChoice.pages(known.rows(f.status()).orElse(0)) : 1)
        .sum();
  }

  /** The rows that pass the summary's check, in order unless a detail must decide that. */
  private Rows orderedBeforeHydration(Calls.Listing listing) throws SQLException {
    RowOrder order = request.order();
    boolean sortsHere = !order.isNone() && !order.onDetail();
    ListOrder server = serverOrder(listing);
    if (server == ListOrder.NONE) {
      Rows rows = filtered(unordered(listing), request.checks().summary());
      boolean decided = request.checks().detail().isEmpty() && table.elements().isEmpty();
      return sortsHere ? sorted(rows, decided ? request.wanted() : Long.MAX_VALUE) : rows;
    }
    int creation = table.capability().creationColumn();
    Rows verified =
        new VerifiedOrder(
            rows(listing.lists().get(0), server),
            creation,
            server,
            () -> session.lists().orderBroken(table.list().name(), region));
    Rows rows = filtered(verified, request.checks().summary());
    return order.further() ? new SortedRuns(rows, creation, order.comparator()) : rows;
  }

  /** One list alone comes in its own order; of several, and of a server that can't, none does. */
  private ListOrder serverOrder(Calls.Listing listing) {
    boolean trusted = session.lists().keepsOrder(table.list().name(), region);
    // What the statement has read already is sorted here, rather than asked for again.
    boolean read = request.shared() && sharedLists().isComplete(listing.lists().get(0));
    return trusted && !read && listing.lists().size() == 1 && !request.order().onDetail()
        ? request.order().server()
        : ListOrder.NONE;
  }

  private Rows unordered(Calls.Listing listing) throws SQLException {
    List<Rows> all = new ArrayList<>();
    for (ListFilter filter : listing.lists()) {
      all.add(rows(filter, ListOrder.NONE));
    }
    return all.size() == 1 ? all.get(0) : concatenated(all.iterator(), arnColumn());
  }

  private Rows rows(ListFilter filter, ListOrder order) {
    boolean sortsHere = !request.order().isNone() && order == ListOrder.NONE;
    long wanted = sortsHere ? Long.MAX_VALUE : request.wanted();
    ListRequest first = new ListRequest(filter, order, pageSize(order, wanted), Optional.empty());
    Pages<S> pages =
        request.shared() ? sharedLists().open(filter, order, () -> fetched(first)) : fetched(first);
    boolean sure = wanted == Long.MAX_VALUE || request.exact();
    // A list of everything tells how many rows of each status there are.
    int statusColumn = filter.equals(ListFilter.ALL) ? table.capability().statusColumn() : -1;
    return new ListRows<>(
        pages, reader, calls, sure ? wanted : 0, statusColumn, s -> count(statusColumn, s));
  }

  private void count(int statusColumn, Multiset<String> statuses) {
    if (statusColumn >= 0) {
      for (String status : table.capability().statuses()) {
        session
            .lists()
            .readToEnd(table.list().name(), region, Optional.of(status), statuses.count(status));
      }
    }
  }

  private Pages<S> fetched(ListRequest first) {
    return new FetchedPages<>(table.list(), session, first);
  }

  /** A page of no more rows than will be read, where that is known; a shared one is whole. */
  private int pageSize(ListOrder order, long wanted) {
    if (!request.exact() || request.shared() || wanted >= CallChoice.PAGE) {
      return CallChoice.PAGE;
    }
    if (order == ListOrder.NONE) {
      return (int) wanted;
    }
    long ahead = request.order().further() ? 1 : 0;
    return (int) Math.min(CallChoice.PAGE, Math.max(VerifiedOrder.EVIDENCE, wanted + ahead));
  }

  @SuppressWarnings("unchecked") // One operation has one kind of row.
  private SharedLists<S> sharedLists() {
    return run.shared(new Lists(table.list().name(), region), SharedLists.class, SharedLists::new);
  }

  private record Lists(String operation, String region) {}

  private Rows hydrated(Rows rows, long wanted) {
    boolean always = request.hydrate() || table.elements().isPresent();
    return new HydratedRows<>(
        rows,
        reader,
        arnColumn(),
        details,
        row -> always || request.checks().needsDetail(row),
        row -> request.checks().keepsDetail(row),
        session.maxConcurrency(),
        wanted);
  }

  private Rows sorted(Rows rows, long wanted) {
    return new SortedRows(rows, request.order().comparator(), wanted);
  }

  private int arnColumn() {
    return table.identifier().arnColumn();
  }

  private static Rows filtered(Rows rows, Predicate<Object[]> check) {
    return () -> {
      Object[] row;
      do {
        row = rows.next();
      } while (row != null && !check.test(row));
      return row;
    };
  }

  private static Rows skipped(Rows rows, long count) {
    return new Rows() {
      private long left = count;

      @Override
      public Object[] next() throws SQLException {
        while (left > 0 && rows.next() != null) {
          left--;
        }
        left = 0;
        return rows.next();
      }
    };
  }

  /** A row that has moved from one list to the next meanwhile is given once. */
  private static Rows concatenated(Iterator<Rows> all, int arnColumn) {
    return new Rows() {
      private final Set<Object> given = new HashSet<>();
      private Rows current = all.next();

      @Override
      public Object[] next() throws SQLException {
        while (true) {
          Object[] row = current.next();
          if (row != null && given.add(row[arnColumn])) {
            return row;
          }
          if (row == null && !all.hasNext()) {
            return null;
          }
          current = row == null ? all.next() : current;
        }
      }
    };
  }
}
