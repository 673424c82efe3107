package io.github.bedrocksql.adapter.plan;

import com.google.common.base.Joiner;
import io.github.bedrocksql.adapter.access.Bounds;
import io.github.bedrocksql.adapter.access.CallChoice;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a scan is taken to cost: from keys, limits, page size, and the lists read before. */
final class ScanEstimate {
  /** Rows of a table of which nothing is known. */
  private static final double UNKNOWN_ROWS = 5_000;

  /** The part of the rows that a condition is taken to keep. */
  private static final double CONDITION_KEEPS = 0.25;

  private static final int KEYS_SHOWN = 5;
  private static final String BATCH = " in (the keys of the join's rows, a batch at a time)";

  private final ScanAnalysis analysis;
  private final ScanSpec spec;
  private final TableDefinition<?, ?> table;
  private final ApiSession session;
  private final KnownRows known;
  private final Bounds bounds;
  private final Calls calls;

  ScanEstimate(ScanAnalysis analysis, ScanBinding binding) {
    this.analysis = analysis;
    this.spec = analysis.spec();
    this.table = spec.table();
    this.session = binding.executor().session();
    Optional<String> region = session.regionIfKnown();
    this.known =
        region.map(r -> session.lists().of(table.list().name(), r)).orElse(KnownRows.NOTHING);
    this.bounds = analysis.plannedBounds();
    this.calls =
        new CallChoice(
                table.capability(),
                table.identifier(),
                region,
                known,
                analysis.hydrates(),
                analysis.serverOrder() != ListOrder.NONE)
            .choose(bounds);
  }

  /** Returns the calls, as far as they can be told before the statement runs. */
  Calls calls() {
    return calls;
  }

  /** Returns how many rows the scan gives. */
  double rows() {
    if (calls instanceof Calls.None) {
      return 0;
    }
    double found = calls instanceof Calls.Get get ? get.keys().size() : listed() * partKept(false);
    return Math.min(found, limit());
  }

  /** Returns how many API calls it makes; those for keys of a join's batch are the join's. */
  double total() {
    return analysis.isBatched() && calls instanceof Calls.Get ? 0 : lists() + gets();
  }

  private double lists() {
    if (!(calls instanceof Calls.Listing listing) || limit() == 0) {
      return 0;
    }
    double pages = 0;
    for (ListFilter filter : listing.lists()) {
      pages += CallChoice.pages((long) Math.ceil(rowsOf(filter)));
    }
    boolean stops = spec.order().isEmpty() || analysis.serverOrder() != ListOrder.NONE;
    return stops ? Math.min(pages, pagesForLimit()) : pages;
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
    if (calls instanceof Calls.Get get) {
      return get.keys().size();
    }
    if (!(calls instanceof Calls.Listing) || !analysis.hydrates()) {
      return 0;
    }
    double survivors = Math.max(1, listed() * partKept(true));
    boolean detailDecides = !analysis.detailConditions().isEmpty() || analysis.sortsOnDetail();
    return Math.ceil(detailDecides ? survivors : Math.min(survivors, limit()));
  }

  /** The rows that List gives. */
  private double listed() {
    return calls instanceof Calls.Listing listing
        ? listing.lists().stream().mapToDouble(this::rowsOf).sum()
        : 0;
  }

  private double rowsOf(ListFilter filter) {
    if (known.rows(filter.status()).isPresent()) {
      return known.rows(filter.status()).getAsLong() * partListed(filter.withoutStatus());
    }
    double all = known.rows(Optional.empty()).orElse((long) UNKNOWN_ROWS);
    return all * partListed(filter);
  }

  private static double partListed(ListFilter filter) {
    return Math.pow(CONDITION_KEEPS, narrowings(filter));
  }

  private static int narrowings(ListFilter filter) {
    return (filter.status().isPresent() ? 1 : 0)
        + (filter.nameContains().isPresent() ? 1 : 0)
        + (filter.createdAfter().isPresent() ? 1 : 0)
        + (filter.createdBefore().isPresent() ? 1 : 0);
  }

  /** The part of the listed rows that the conditions keep which List does not know. */
  private double partKept(boolean summaryOnly) {
    int all = (summaryOnly ? analysis.summaryConditions() : analysis.conjuncts()).size();
    int pushed = calls instanceof Calls.Listing listing ? narrowings(listing.lists().get(0)) : 0;
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
    if (calls instanceof Calls.None || limit() == 0) {
      return "none: no row can match";
    }
    String where = session.regionIfKnown().map(r -> " in " + r).orElse("");
    if (calls instanceof Calls.Get get) {
      return table.get().name() + " for " + keys(get) + where;
    }
    String lists =
        ((Calls.Listing) calls)
            .lists().stream().map(this::describe).collect(Collectors.joining("; "));
    String later = bounds.later().isEmpty() ? "" : ", " + Joiner.on(", ").join(bounds.later());
    return lists + later + where + (analysis.hydrates() ? ", then " + hydration() : "");
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
            .join(ListRequest.describe(filter, analysis.serverOrder()));
    return table.list().name() + (parameters.isEmpty() ? "" : " " + parameters);
  }

  /** Returns the expected calls, for people. */
  String text() {
    if (analysis.isBatched() && calls instanceof Calls.Get) {
      return "1 get for each distinct key that arrives";
    }
    List<String> parts = new ArrayList<>();
    if (lists() > 0) {
      parts.add(count(lists(), "list"));
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
