package io.github.bedrocksql.adapter.plan;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import io.github.bedrocksql.adapter.access.CallChoice;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.access.Place;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scan is taken to cost: from keys, limits, page size, and the lists read before. */
final class ScanEstimate {
  /** Rows of a table of which nothing is known. */
  private static final double UNKNOWN_ROWS = 5_000;

  /** The part of the rows that a condition is taken to keep. */
  private static final double CONDITION_KEEPS = 0.25;

  private static final int KEYS_SHOWN = 5;
  private static final int REGIONS_SHOWN = 5;
  private static final String BATCH = " in (the keys of the join's rows, a batch at a time)";

  private final ScanAnalysis analysis;
  private final ScanSpec spec;
  private final TableDefinition table;
  private final ApiSession session;
  private final ImmutableList<RegionCalls> regions;

  ScanEstimate(ScanAnalysis analysis, ScanBinding binding) {
    this.analysis = analysis;
    this.spec = analysis.spec();
    this.table = spec.table();
    this.session = binding.executor().session();
    this.regions =
        session
            .targetsIfKnown()
            .map(targets -> targets.stream().map(this::choose).toList())
            .orElseGet(() -> List.of(choose(Optional.empty(), KnownRows.NOTHING)))
            .stream()
            .filter(region -> !(region.calls() instanceof Calls.None))
            .collect(ImmutableList.toImmutableList());
  }

  private RegionCalls choose(Target target) {
    return choose(Optional.of(target), session.lists().of(table.list().name(), target));
  }

  private RegionCalls choose(Optional<Target> target, KnownRows known) {
    Place place = new Place(target.map(Target::region), target.flatMap(Target::account));
    return new RegionCalls(
        target.map(Target::toString).orElse(""), known, analysis.plannedCalls(place, known));
  }

  /** Returns how many Regions are asked. */
  int regions() {
    return regions.size();
  }

  /** Returns whether rows are found by List. */
  boolean lists() {
    return listings().findAny().isPresent();
  }

  private Stream<RegionCalls> listings() {
    return regions.stream().filter(region -> region.calls() instanceof Calls.Listing);
  }

  private static ImmutableList<ListFilter> filters(RegionCalls region) {
    return ((Calls.Listing) region.calls()).lists();
  }

  private Stream<Key> keys() {
    return regions.stream()
        .flatMap(
            region ->
                region.calls() instanceof Calls.Get get ? get.keys().stream() : Stream.empty());
  }

  /** Returns how many rows the scan gives. */
  double rows() {
    double kept = listed() * partKept(false);
    return Math.min(
        keys().distinct().count() + (spec.bothIdentifiers() ? 2 * kept : kept), limit());
  }

  /** Returns how many API calls it makes; those for keys of a join's batch are the join's. */
  double total() {
    return isBatchedGet() ? 0 : pages() + gets();
  }

  private boolean isBatchedGet() {
    return analysis.isBatched() && keys().findAny().isPresent() && !lists();
  }

  private double pages() {
    if (!lists() || limit() == 0) {
      return 0;
    }
    boolean ordered = analysis.serverOrder() != ListOrder.NONE;
    boolean stops = spec.order().isEmpty() || ordered;
    double all = 0;
    for (RegionCalls region : listings().toList()) {
      double pages = pages(region);
      all += ordered ? Math.min(pages, pagesForLimit()) : pages;
    }
    // In order, some rows of each Region must be seen; in none, one Region may have enough.
    return stops && !ordered ? Math.min(all, pagesForLimit()) : all;
  }

  private double pages(RegionCalls region) {
    return filters(region).stream()
        .mapToLong(filter -> CallChoice.pages((long) Math.ceil(rowsOf(region, filter))))
        .sum();
  }

  /** Pages read until the limit is reached. */
  private double pagesForLimit() {
    double part = analysis.isExact() ? 1 : partKept(false);
    return Math.max(1, Math.ceil(limit() / part / CallChoice.PAGE));
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
        .flatMapToDouble(
            region -> filters(region).stream().mapToDouble(filter -> rowsOf(region, filter)))
        .sum();
  }

  private static double rowsOf(RegionCalls region, ListFilter filter) {
    KnownRows known = region.known();
    OptionalLong counted = known.rows(filter.equal());
    if (counted.isPresent()) {
      return counted.getAsLong() * partListed(filter.withoutEqual());
    }
    double all = known.rows().orElse((long) UNKNOWN_ROWS);
    return all * partListed(filter);
  }

  private static double partListed(ListFilter filter) {
    return Math.pow(CONDITION_KEEPS, filter.size());
  }

  /** The part of the listed rows that the conditions keep which List does not know. */
  private double partKept(boolean summaryOnly) {
    int all = (summaryOnly ? analysis.summaryConditions() : analysis.conjuncts()).size();
    int pushed = listings().findFirst().map(region -> filters(region).get(0).size()).orElse(0);
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
  String describe() {
    if (regions.isEmpty() || limit() == 0) {
      return "none: no row can match";
    }
    ListMultimap<String, String> regionsOf =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    regions.forEach(region -> regionsOf.put(describe(region.calls()), region.region()));
    String calls =
        Multimaps.asMap(regionsOf).entrySet().stream()
            .map(e -> e.getKey() + where(e.getValue()))
            .collect(Collectors.joining("; "));
    return calls + (lists() && analysis.hydrates() ? ", then " + hydration() : "");
  }

  private String describe(Calls calls) {
    if (calls instanceof Calls.Get get) {
      return table.get().name() + " for " + keys(get);
    }
    String lists =
        ((Calls.Listing) calls)
            .lists().stream().map(this::describe).collect(Collectors.joining("; "));
    ImmutableSet<String> later = analysis.plannedBounds(Place.UNKNOWN).later();
    return lists + (later.isEmpty() ? "" : ", " + Joiner.on(", ").join(later));
  }

  private static String where(List<String> names) {
    if (names.get(0).isEmpty()) {
      return "";
    }
    return names.size() > REGIONS_SHOWN
        ? " in " + names.size() + " Regions"
        : " in " + Joiner.on(", ").join(names);
  }

  private String hydration() {
    return analysis.hydratesAll() || table.elements().isPresent()
        ? table.get().name() + " for each row kept"
        : table.get().name() + " for each row that its summary does not decide";
  }

  private String keys(Calls.Get get) {
    Map<String, List<String>> byColumn =
        get.keys().stream()
            .collect(
                Collectors.groupingBy(
                    key -> table.columns().get(key.column()).name(),
                    Collectors.mapping(Key::value, Collectors.toList())));
    return byColumn.entrySet().stream()
        .map(e -> e.getKey() + (analysis.isBatched() ? BATCH : shortened(e.getValue())))
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private static String shortened(List<String> values) {
    if (values.size() == 1) {
      return " = " + values.get(0);
    }
    List<String> shown = new ArrayList<>(values.subList(0, Math.min(KEYS_SHOWN, values.size())));
    if (values.size() > KEYS_SHOWN) {
      shown.add("… " + values.size() + " keys");
    }
    return " in (" + Joiner.on(", ").join(shown) + ")";
  }

  private String describe(ListFilter filter) {
    String parameters =
        Joiner.on(" ")
            .withKeyValueSeparator('=')
            .join(ListRequest.narrowing(table.capability(), filter, analysis.serverOrder()));
    return table.list().name() + (parameters.isEmpty() ? "" : " " + parameters);
  }

  /** Returns the expected calls, for people. */
  String text() {
    if (isBatchedGet()) {
      return "1 get for each distinct key that arrives"
          + (regions.size() > 1 ? ", where it names no Region one in each" : "");
    }
    List<String> parts = new ArrayList<>();
    if (pages() > 0) {
      parts.add(count(pages(), "list"));
    }
    if (gets() > 0) {
      parts.add(count(gets(), "get"));
    }
    return parts.isEmpty() ? "no call" : Joiner.on(" + ").join(parts);
  }

  private static String count(double number, String what) {
    long whole = (long) Math.ceil(number);
    return whole + " " + what + (whole == 1 ? "" : "s");
  }
}
