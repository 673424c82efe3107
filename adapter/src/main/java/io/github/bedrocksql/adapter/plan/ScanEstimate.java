package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.AccessPath;
import io.github.bedrocksql.adapter.access.AccessPathChoice;
import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.KnownTarget;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.access.PlannedPath;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.explain.ReadableExpressions;
import io.github.bedrocksql.adapter.explain.ScanText;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a scan is taken to cost: from keys, limits, page size, and the lists read before. */
final class ScanEstimate {
  /** The part of the rows that a condition is taken to keep. */
  private static final double CONDITION_KEEPS = 0.25;

  private final ScanAnalysis analysis;
  private final ScanSpec spec;
  private final TableDefinition table;
  private final Object[] values;
  private final ApiSession session;
  private final ImmutableList<PlannedPath> paths;

  ScanEstimate(ScanAnalysis analysis, ScanBinding binding) {
    this.analysis = analysis;
    this.spec = analysis.spec();
    this.table = spec.table();
    this.values = analysis.planned(new ReadableExpressions(table.columnNames())::text);
    this.session = binding.executor().session();
    this.paths =
        session
            .targetsIfKnown()
            .map(targets -> targets.stream().map(this::choose).toList())
            .orElseGet(() -> List.of(choose(Optional.empty(), KnownRows.NOTHING)))
            .stream()
            .filter(path -> !(path.path() instanceof AccessPath.None))
            .collect(ImmutableList.toImmutableList());
  }

  private PlannedPath choose(Target target) {
    return choose(Optional.of(target), session.lists().of(table.list().name(), target));
  }

  private PlannedPath choose(Optional<Target> target, KnownRows known) {
    KnownTarget asked =
        new KnownTarget(target.map(Target::region), target.flatMap(Target::account));
    return new PlannedPath(
        target.map(Target::toString).orElse(""),
        known,
        // How many keys of a batch there are, the execution sees: far fewer, as a rule.
        analysis.access().path(asked, analysis.isBatched() ? KnownRows.NOTHING : known, values));
  }

  /** Returns how many Regions are asked. */
  int regions() {
    return paths.size();
  }

  /** Returns whether rows are found by List. */
  boolean lists() {
    return listings().findAny().isPresent();
  }

  private Stream<PlannedPath> listings() {
    return paths.stream().filter(path -> path.path() instanceof AccessPath.Listing);
  }

  private static ImmutableList<ListFilter> filters(PlannedPath path) {
    return ((AccessPath.Listing) path.path()).lists();
  }

  private Stream<Key> keys() {
    return paths.stream()
        .flatMap(
            path ->
                path.path() instanceof AccessPath.Get get ? get.keys().stream() : Stream.empty());
  }

  /** Returns how many rows the scan gives. */
  double rows() {
    double kept = Math.min(listed() * partKept(false), rowsOfKeys());
    return Math.min(
        keys().distinct().count() + (spec.bothIdentifiers() ? 2 * kept : kept), limit());
  }

  /** The rows that keys name, where listing them is cheaper than looking them up. */
  private double rowsOfKeys() {
    return table.elements().isPresent()
        ? Double.POSITIVE_INFINITY
        : analysis
            .access()
            .bounds(KnownTarget.UNKNOWN, values)
            .keys()
            .map(keys -> (double) keys.size() * regions())
            .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns how many API calls it makes; those for keys of a join's batch are the join's. */
  double total() {
    return isBatchedGet() || isBatchedList() ? 0 : pages() + gets();
  }

  /** Whether values that List can be narrowed by arrive from a join. */
  private boolean isBatchedList() {
    return analysis.isBatched() && lists() && !analysis.access().arriving(values).isEmpty();
  }

  private boolean isBatchedGet() {
    return analysis.isBatched() && keys().findAny().isPresent() && !lists();
  }

  /** Returns how many calls of List it makes. */
  double pages() {
    if (!lists() || limit() == 0) {
      return 0;
    }
    boolean ordered = analysis.serverOrder() != ListOrder.NONE;
    boolean stops = spec.order().isEmpty() || ordered;
    double all = 0;
    for (PlannedPath path : listings().toList()) {
      double pages = pages(path);
      all += ordered ? Math.min(pages, pagesForLimit()) : pages;
    }
    // In order, some rows of each Region must be seen; in none, one Region may have enough.
    return stops && !ordered ? Math.min(all, pagesForLimit()) : all;
  }

  private double pages(PlannedPath path) {
    if (!table.capability().paged()) {
      return filters(path).size();
    }
    return filters(path).stream()
        .mapToLong(filter -> AccessPathChoice.pages((long) Math.ceil(rowsOf(path, filter))))
        .sum();
  }

  /** Pages read until the limit is reached. */
  private double pagesForLimit() {
    double part = analysis.isExact() ? 1 : partKept(false);
    return Math.max(1, Math.ceil(limit() / part / AccessPathChoice.PAGE));
  }

  private double gets() {
    if (limit() == 0) {
      return 0;
    }
    double lookups = keys().count();
    if (!lists() || !analysis.hydrates()) {
      return lookups;
    }
    double survivors = Math.max(1, listed() * partKept(true));
    boolean detailDecides = !analysis.detailConditions().isEmpty() || analysis.sortsOnDetail();
    return lookups + Math.ceil(detailDecides ? survivors : Math.min(survivors, limit()));
  }

  /** The rows that List gives. */
  private double listed() {
    return listings()
        .flatMapToDouble(path -> filters(path).stream().mapToDouble(filter -> rowsOf(path, filter)))
        .sum();
  }

  private static double rowsOf(PlannedPath path, ListFilter filter) {
    KnownRows known = path.known();
    OptionalLong counted = known.rows(filter.equal());
    if (counted.isPresent()) {
      return counted.getAsLong() * partListed(filter.withoutEqual());
    }
    double all = known.rows().orElse(KnownRows.GUESS);
    return all * partListed(filter);
  }

  /** Lists of each value of what only they tell have all rows together. */
  private static double partListed(ListFilter filter) {
    return Math.pow(CONDITION_KEEPS, filter.size() - filter.told().size());
  }

  /** The part of the listed rows that the conditions keep which List does not know. */
  private double partKept(boolean summaryOnly) {
    int all = (summaryOnly ? analysis.summaryConditions() : analysis.conjuncts()).size();
    int pushed = listings().findFirst().map(path -> filters(path).get(0).size()).orElse(0);
    return Math.pow(CONDITION_KEEPS, Math.max(0, all - pushed));
  }

  /** The most rows that are read, the skipped ones included; infinite if unknown yet. */
  private double limit() {
    if (spec.fetch() == null) {
      return Double.POSITIVE_INFINITY;
    }
    long fetch = ScanAnalysis.planned(spec.fetch());
    long offset = spec.offset() == null ? 0 : ScanAnalysis.planned(spec.offset());
    return fetch < 0 || offset < 0 ? Double.POSITIVE_INFINITY : (double) fetch + offset;
  }

  /** Returns what is sent to the API, for people. */
  String calls() {
    Stream<String> ofJoin =
        isBatchedList()
            ? analysis.access().arriving(values).stream().map(ScanText::ofJoin)
            : Stream.empty();
    ImmutableSet<String> later =
        Stream.concat(
                analysis.access().bounds(KnownTarget.UNKNOWN, values).later().stream(), ofJoin)
            .collect(ImmutableSet.toImmutableSet());
    return new ScanText(analysis).calls(limit() == 0 ? ImmutableList.of() : paths, later);
  }

  /** Returns the expected calls, for people. */
  String text() {
    if (isBatchedGet()) {
      return ScanText.expectedForBatches(paths.size());
    }
    return isBatchedList() ? ScanText.EXPECTED_FOR_LISTS : ScanText.expected(pages(), gets());
  }
}
