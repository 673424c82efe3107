package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.AccessPath;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import io.github.bedrocksql.adapter.session.StatementRun;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One scan, from its calls to its rows: find, check the summary, order, skip, hydrate, check the
 * detail, stop. Regions are read side by side where all of their rows are wanted, and one after
 * another where fewer may do.
 */
final class RowPipeline {
  private final ScanRequest request;
  private final TableDefinition table;
  private final ApiSession session;
  private final StatementRun run;
  private final InFlightCalls calls;
  private final ImmutableList<ScannedTarget> sources;
  private final LeftOut leftOut;

  RowPipeline(ScanRequest request, ApiSession session, StatementRun run, InFlightCalls calls) {
    this.request = request;
    this.table = request.table();
    this.session = session;
    this.run = run;
    this.calls = calls;
    ImmutableList.Builder<ScannedTarget> all = ImmutableList.builder();
    for (Target target : request.paths().keySet()) {
      all.add(
          new ScannedTarget(
              target,
              new RowReader(table, request.plan().read(), request.identifiers(), target.region()),
              Details.of(table, session, calls, run, target, request.shared()),
              hydrates()));
    }
    this.sources = all.build();
    this.leftOut = new LeftOut(session, run, sources.size());
  }

  /** Returns the rows; nothing is called before the first is read. */
  ScanCursor cursor() throws SQLException {
    ImmutableList<RegionLists> lists = lists();
    ImmutableList<LookupRows.Lookup> lookups = lookups();
    if (request.wanted() == Long.MAX_VALUE && !request.shared()) {
      run.foresee(
          lists.stream().mapToLong(RegionLists::knownPages).sum(), request.plan().estimate());
    }
    if (lookups.isEmpty() && hydrates() && isOneForOne()) {
      // Rows to skip need no detail.
      Rows kept = skipped(found(lists), request.offset());
      return new ScanCursor(hydrated(kept, request.fetch()), calls, request, 0);
    }
    ImmutableList.Builder<Rows> all = ImmutableList.builder();
    if (!lists.isEmpty()) {
      all.add(listed(lists));
    }
    if (!lookups.isEmpty()) {
      all.add(lookedUp(lookups));
    }
    return new ScanCursor(together(all.build()), calls, request, request.offset());
  }

  private ImmutableList<LookupRows.Lookup> lookups() {
    ImmutableList.Builder<LookupRows.Lookup> lookups = ImmutableList.builder();
    for (ScannedTarget source : sources) {
      if (request.paths().get(source.target()) instanceof AccessPath.Get get) {
        Set<String> identifiers = new LinkedHashSet<>();
        get.keys().forEach(key -> identifiers.add(key.value()));
        identifiers.forEach(identifier -> lookups.add(new LookupRows.Lookup(source, identifier)));
      }
    }
    return lookups.build();
  }

  private Rows lookedUp(ImmutableList<LookupRows.Lookup> lookups) throws SQLException {
    boolean all = request.wanted() >= lookups.size() || !request.order().isNone();
    if (all) {
      run.foresee(
          lookups.stream().filter(l -> !l.source().details().isAsked(l.identifier())).count(),
          request.plan().estimate());
    }
    long atOnce = all ? Long.MAX_VALUE : request.wanted();
    Rows found = new LookupRows(lookups, arnColumn(), session.maxConcurrency(), atOnce, leftOut);
    Rows rows = filtered(IdentifiedRows.of(found, request), request.checks()::keeps);
    return request.order().isNone() ? rows : sortedWhole(rows, request.wanted());
  }

  private ImmutableList<RegionLists> lists() {
    ImmutableList.Builder<RegionLists> lists = ImmutableList.builder();
    for (ScannedTarget source : sources) {
      if (request.paths().get(source.target()) instanceof AccessPath.Listing listing) {
        lists.add(new RegionLists(request, session, run, calls, source, listing));
      }
    }
    return lists.build();
  }

  private boolean hydrates() {
    return request.plan().hydratesAll()
        || table.hasElementsOfDetail()
        || request.checks().detail().isPresent();
  }

  /** Whether each row found is a row of the result, in the order in which it is found. */
  private boolean isOneForOne() {
    return request.checks().detail().isEmpty()
        && !table.hasElementsOfDetail()
        && !request.order().onDetail();
  }

  private Rows listed(ImmutableList<RegionLists> lists) {
    Rows rows = found(lists);
    if (!hydrates()) {
      return rows;
    }
    return request.order().onDetail()
        ? sortedWhole(hydrated(rows, Long.MAX_VALUE), request.wanted())
        : hydrated(rows, request.wanted());
  }

  /** The rows that pass the summary's check, in order unless a detail must decide that. */
  private Rows found(ImmutableList<RegionLists> lists) {
    boolean sorts = !request.order().isNone() && !request.order().onDetail();
    if (sorts && lists.stream().anyMatch(RegionLists::isOrdered)) {
      return startedTogether(lists, together(each(lists, this::ordered)));
    }
    ImmutableList<Rows> unordered = each(lists, RegionLists::unordered);
    if (sorts) {
      return sorted(startedTogether(lists, new InterleavedRows(unordered)), sortedAhead());
    }
    return request.wanted() == Long.MAX_VALUE || request.order().onDetail()
        ? startedTogether(lists, new InterleavedRows(unordered))
        : new ConcatenatedRows(unordered);
  }

  private ImmutableList<Rows> each(
      ImmutableList<RegionLists> lists, Function<RegionLists, Rows> rows) {
    return lists.stream()
        .map(list -> leftOut.orNone(list.target(), rows.apply(list)))
        .collect(ImmutableList.toImmutableList());
  }

  private Rows ordered(RegionLists list) {
    return list.isOrdered() ? list.ordered() : sorted(list.unordered(), sortedAhead());
  }

  /** How many of the rows sorted here can be read, before a detail decides about them. */
  private long sortedAhead() {
    boolean decided = request.checks().detail().isEmpty() && !table.hasElementsOfDetail();
    return decided ? request.wanted() : Long.MAX_VALUE;
  }

  /** Rows of which some of every Region are needed: their first pages are fetched side by side. */
  private Rows startedTogether(ImmutableList<RegionLists> lists, Rows rows) {
    return new Rows() {
      private boolean started = lists.size() == 1;

      @Override
      public Row next() throws SQLException {
        if (!started) {
          started = true;
          for (RegionLists list : lists) {
            list.start();
          }
        }
        return rows.next();
      }
    };
  }

  private Rows together(ImmutableList<Rows> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    return request.order().isNone()
        ? new ConcatenatedRows(all)
        : new MergedRows(all, request.comparator());
  }

  private Rows hydrated(Rows rows, long wanted) {
    boolean always = request.plan().hydratesAll() || table.hasElementsOfDetail();
    return new HydratedRows(
        rows,
        arnColumn(),
        row -> always || request.checks().needsDetail(row),
        request.checks()::keepsDetail,
        session.maxConcurrency(),
        wanted);
  }

  private Rows sorted(Rows rows, long wanted) {
    return hydrates() ? sorted(rows, request.comparator(), wanted) : sortedWhole(rows, wanted);
  }

  /** Sorts rows of which nothing more is asked than what is shown. */
  private Rows sortedWhole(Rows rows, long wanted) {
    if (SortedRows.holdsFew(wanted) || request.order().isComputed()) {
      return sorted(rows, request.comparator(), wanted);
    }
    PackedRows packed = PackedRows.of(request);
    return packed.unpacked(sorted(packed.packed(rows), packed.comparator(), wanted));
  }

  private Rows sorted(Rows rows, Comparator<Row> comparator, long wanted) {
    CheckedOrder order = new CheckedOrder(comparator, calls);
    return new SortedRows(rows, order, wanted, calls.held().by("sorting"));
  }

  private int arnColumn() {
    return table.identifier().arnColumn();
  }

  static Rows filtered(Rows rows, Predicate<Row> check) {
    return () -> {
      Row row;
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
      public Row next() throws SQLException {
        while (left > 0 && rows.next() != null) {
          left--;
        }
        left = 0;
        return rows.next();
      }
    };
  }
}
