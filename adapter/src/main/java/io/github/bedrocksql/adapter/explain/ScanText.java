package io.github.bedrocksql.adapter.explain;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import io.github.bedrocksql.adapter.access.AccessPath;
import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.ListFilter;
import io.github.bedrocksql.adapter.access.PlannedPath;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.scan.SortKey;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexNode;

/** One scan in words: what it sends to the API, what it checks itself, how many calls it takes. */
public final class ScanText {
  private static final int KEYS_SHOWN = 5;
  private static final int REGIONS_SHOWN = 5;
  private static final String BATCHED = " in (the keys of the join's rows, a batch at a time)";

  private final ScanAnalysis analysis;
  private final ScanSpec spec;
  private final TableDefinition table;
  private final ReadableExpressions readable;

  /** Writes nothing yet. */
  public ScanText(ScanAnalysis analysis) {
    this.analysis = analysis;
    this.spec = analysis.spec();
    this.table = spec.table();
    this.readable = new ReadableExpressions(table.columnNames());
  }

  /** Returns the columns' names. */
  public List<String> columns() {
    return spec.projects().stream().map(table.columnNames()::get).toList();
  }

  /** Returns the names of the columns that take a Get for each row. */
  public List<String> hydrated() {
    return spec.projects().stream().filter(table::isDetail).map(table.columnNames()::get).toList();
  }

  /** Returns what is checked on the rows. */
  public String rechecks() {
    return analysis.isBatched() ? "the join's condition" : readable.all(analysis.conjuncts());
  }

  /** Returns the keys of the order. */
  public List<String> order() {
    return spec.order().stream().map(this::key).toList();
  }

  private String key(SortKey key) {
    return readable.text(key.expression()) + (key.descending() ? " DESC" : "");
  }

  /** Returns an offset or a fetch; null for none. */
  public String number(RexNode limit) {
    return limit == null ? null : readable.text(limit);
  }

  /** Returns whether a row's name may stand in the identifier column. */
  public boolean showsNames() {
    return spec.projects().stream().anyMatch(table.identifier()::isIdentifier)
        && (spec.bothIdentifiers() || !spec.names().isEmpty());
  }

  /** Returns what the identifier column shows. */
  public String identifiers() {
    return spec.bothIdentifiers()
        ? "ARN and name"
        : "ARN, or name if "
            + spec.names().stream().map(readable::text).collect(Collectors.joining(" or "));
  }

  /**
   * Returns what is sent to the API.
   *
   * @param paths by target; empty if no row can match
   * @param later what narrows further once its values are known
   */
  public String calls(List<PlannedPath> paths, Set<String> later) {
    if (paths.isEmpty()) {
      return "none: no row can match";
    }
    ListMultimap<String, String> targets =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    paths.forEach(path -> targets.put(path(path.path(), later), path.target()));
    String calls =
        Multimaps.asMap(targets).entrySet().stream()
            .map(e -> e.getKey() + where(e.getValue()))
            .collect(Collectors.joining("; "));
    boolean lists = paths.stream().anyMatch(path -> path.path() instanceof AccessPath.Listing);
    return calls + (lists && analysis.hydrates() ? ", then " + hydration() : "");
  }

  private String path(AccessPath path, Set<String> later) {
    if (path instanceof AccessPath.Get get) {
      return table.get().name() + " for " + keys(get.keys());
    }
    String lists =
        ((AccessPath.Listing) path)
            .lists().stream().map(this::list).collect(Collectors.joining("; "));
    return lists + (later.isEmpty() ? "" : ", " + Joiner.on(", ").join(later));
  }

  private String list(ListFilter filter) {
    String parameters =
        Joiner.on(" ")
            .withKeyValueSeparator('=')
            .join(ListRequest.narrowing(table.capability(), filter, analysis.serverOrder()));
    return table.list().name() + (parameters.isEmpty() ? "" : " " + parameters);
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
    return analysis.hydratesAll() || table.hasElementsOfDetail()
        ? table.get().name() + " for each row kept"
        : table.get().name() + " for each row that its summary does not decide";
  }

  private String keys(ImmutableSet<Key> keys) {
    Map<String, List<String>> byColumn =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    key -> table.columns().get(key.column()).name(),
                    Collectors.mapping(Key::value, Collectors.toList())));
    return byColumn.entrySet().stream()
        .map(e -> e.getKey() + (analysis.isBatched() ? BATCHED : shortened(e.getValue())))
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

  /**
   * Returns the calls expected.
   *
   * @param pages calls of List
   * @param gets calls of Get
   */
  public static String expected(double pages, double gets) {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    if (pages > 0) {
      parts.add(count(pages, "list"));
    }
    if (gets > 0) {
      parts.add(count(gets, "get"));
    }
    String calls = Joiner.on(" + ").join(parts.build());
    return calls.isEmpty() ? "no call" : calls;
  }

  /** Returns the calls expected where each key of a join is looked up. */
  public static String expectedForBatches(int regions) {
    return "1 get for each distinct key that arrives"
        + (regions > 1 ? ", where it names no Region one in each" : "");
  }

  /** The calls expected where List is narrowed by what a join hands over. */
  public static final String EXPECTED_FOR_LISTS =
      "1 list for each distinct value that arrives, or all lists if that is fewer";

  /** Returns what narrows by a parameter whose values a join hands over. */
  public static String ofJoin(String parameter) {
    return parameter + "=each value of the join's rows, if few";
  }

  private static String count(double number, String what) {
    long whole = (long) Math.ceil(number);
    return whole + " " + what + (whole == 1 ? "" : "s");
  }
}
