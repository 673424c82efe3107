package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import io.github.bedrocksql.adapter.access.AccessPath;
import io.github.bedrocksql.adapter.access.AccessPathChoice;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import io.github.bedrocksql.adapter.session.StatementRun;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lists that one scan reads in one Region. */
final class RegionLists {
  private final ScanRequest request;
  private final TableDefinition table;
  private final ApiSession session;
  private final StatementRun run;
  private final InFlightCalls calls;
  private final ScannedTarget source;
  private final AccessPath.Listing listing;
  private final ListOrder serverOrder;
  private final List<ListRows> opened = new ArrayList<>();

  RegionLists(
      ScanRequest request,
      ApiSession session,
      StatementRun run,
      InFlightCalls calls,
      ScannedTarget source,
      AccessPath.Listing listing) {
    this.request = request;
    this.table = request.table();
    this.session = session;
    this.run = run;
    this.calls = calls;
    this.source = source;
    this.listing = listing;
    this.serverOrder = chooseOrder();
  }

  /** Returns the Region. */
  Target target() {
    return source.target();
  }

  /** Starts the calls for the first pages. */
  void start() throws SQLException {
    for (ListRows list : opened) {
      list.start();
    }
  }

  /** How many calls the lists are known to take at least, as earlier ones tell. */
  long knownPages() {
    KnownRows known = session.lists().of(table.list().name(), source.target());
    // A list narrowed by more than equal values may have a single page, whatever those have.
    return listing.lists().stream()
        .mapToLong(f -> f.onlyEqual() ? AccessPathChoice.pages(known.rows(f.equal()).orElse(0)) : 1)
        .sum();
  }

  /** Returns whether the server sorts by the first key of the scan's order. */
  boolean isOrdered() {
    return serverOrder != ListOrder.NONE;
  }

  /** Returns the rows that pass the summary's check, in any order. */
  Rows unordered() {
    ImmutableList<Rows> all =
        listing.lists().stream()
            .map(filter -> rows(filter, ListOrder.NONE))
            .collect(ImmutableList.toImmutableList());
    return checked(
        all.size() == 1
            ? all.get(0)
            : new DistinctRows(new ConcatenatedRows(all), table, source.target()));
  }

  /**
   * Returns the rows that pass the summary's check, in the scan's order, which the server gives.
   */
  Rows ordered() {
    int creation = table.capability().creation().orElseThrow().column();
    Rows verified =
        new VerifiedOrder(
            rows(listing.lists().get(0), serverOrder),
            creation,
            serverOrder,
            calls.held().by("sorting"),
            () -> session.lists().orderBroken(table.list().name(), source.target()));
    Rows rows = checked(verified);
    CheckedOrder order = new CheckedOrder(request.comparator(), calls);
    return request.order().isFurther()
        ? new SortedRuns(rows, creation, order, calls.held().by("sorting"))
        : rows;
  }

  /** One list alone comes in its own order; of several, and of a server that can't, none does. */
  private ListOrder chooseOrder() {
    boolean trusted = session.lists().keepsOrder(table.list().name(), source.target());
    // What the statement has read already is sorted here, rather than asked for again.
    boolean read = request.shared() && sharedLists().isComplete(listing.lists().get(0));
    return trusted && !read && listing.lists().size() == 1 && !request.order().onDetail()
        ? request.order().server()
        : ListOrder.NONE;
  }

  private Rows rows(ListFilter filter, ListOrder order) {
    boolean sortsHere = !request.order().isNone() && order == ListOrder.NONE;
    long wanted = sortsHere ? Long.MAX_VALUE : request.wanted();
    ListRequest first =
        new ListRequest(table, filter, order, pageSize(order, wanted), Optional.empty());
    Pages pages =
        request.shared() ? sharedLists().open(filter, order, () -> fetched(first)) : fetched(first);
    // Of several Regions, any may have what is wanted.
    boolean sure = wanted == Long.MAX_VALUE || (isExact() && request.paths().size() == 1);
    // A list of everything shows how many rows of each status there are.
    Optional<ListCapability.ByStatus> statuses =
        table
            .capability()
            .status()
            .filter(by -> filter.equals(ListFilter.ALL) && table.elements().isEmpty());
    ListRows rows =
        new ListRows(
            pages,
            source,
            calls,
            sure ? wanted : 0,
            statuses.map(ListCapability.ByStatus::column),
            counted -> statuses.ifPresent(by -> count(by, counted)));
    opened.add(rows);
    return rows;
  }

  private boolean isExact() {
    return request.plan().exact() && !listing.widened();
  }

  private void count(ListCapability.ByStatus by, Multiset<String> statuses) {
    for (String status : by.statuses().all()) {
      ImmutableMap<String, String> equal = ImmutableMap.of(by.parameter(), status);
      session
          .lists()
          .readToEnd(table.list().name(), source.target(), equal, statuses.count(status));
    }
  }

  private Pages fetched(ListRequest first) {
    return new FetchedPages(table.list(), session, source.target(), first);
  }

  /** A page of no more rows than will be read, where that is known; a shared one is whole. */
  private int pageSize(ListOrder order, long wanted) {
    if (!isExact() || request.shared() || wanted >= AccessPathChoice.PAGE) {
      return AccessPathChoice.PAGE;
    }
    if (order == ListOrder.NONE) {
      return (int) wanted;
    }
    long ahead = request.order().isFurther() ? 1 : 0;
    return (int) Math.min(AccessPathChoice.PAGE, Math.max(VerifiedOrder.EVIDENCE, wanted + ahead));
  }

  private SharedLists sharedLists() {
    return run.shared(
        new Lists(table.list().name(), source.target()),
        SharedLists.class,
        () -> new SharedLists(run.held().by("listing")));
  }

  private record Lists(String operation, Target target) {}

  private Rows checked(Rows rows) {
    return RowPipeline.filtered(IdentifiedRows.of(rows, request), request.checks()::keepsSummary);
  }
}
