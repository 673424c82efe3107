package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.access.NamePattern;
import io.github.bedrocksql.adapter.access.Place;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.execute.RowChecks;
import io.github.bedrocksql.adapter.execute.RowOrder;
import io.github.bedrocksql.adapter.execute.ScanExecutor;
import io.github.bedrocksql.adapter.execute.ScanRequest;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.scan.SortKey;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.StatementRun;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexNode;

/**
 * The compiled part of a plan that stays the same in each execution. Generated code calls {@link
 * #run} with what differs.
 */
public final class ScanProgram {
  private final ScanExecutor executor;
  private final ScanGroup group;
  private final TableDefinition table;
  private final ScanAnalysis analysis;
  private final boolean exact;
  private final boolean hydratesAll;
  private final boolean repeated;
  private final ImmutableList<Integer> projects;
  private final ImmutableList<Integer> identifiers;
  private final ImmutableList<SortKey> order;
  private final boolean bothIdentifiers;
  private final ListOrder serverOrder;
  private final boolean sortsOnDetail;
  private final LimitNumber offset;
  private final LimitNumber fetch;
  private final String estimate;

  private ScanProgram(AbstractBedrockScan scan, ScanGroup group) {
    ScanSpec spec = scan.spec;
    this.analysis = scan.analysis();
    this.executor = scan.binding.executor();
    this.group = group;
    this.table = spec.table();
    this.exact = analysis.isExact();
    this.hydratesAll = analysis.hydratesAll();
    this.bothIdentifiers = spec.bothIdentifiers();
    this.repeated = analysis.isCorrelated() || group.isJoined() || bothIdentifiers;
    this.projects = spec.projects();
    this.identifiers = analysis.identifiers().asList();
    this.order = spec.order();
    this.serverOrder = analysis.serverOrder();
    this.sortsOnDetail = analysis.sortsOnDetail();
    this.offset = LimitNumber.of(spec.offset(), analysis);
    this.fetch = LimitNumber.of(spec.fetch(), analysis);
    this.estimate = scan.estimate().text();
    group.add(table);
  }

  static ScanProgram of(AbstractBedrockScan scan, ScanGroup group) {
    return new ScanProgram(scan, group);
  }

  /**
   * Returns the rows; a row of one column is the value itself. Called by generated code.
   *
   * @param values the run-time values of {@link ScanAnalysis#values}
   * @param summary conditions that the summary decides; null for none
   * @param decided conditions under which {@code detail} holds whatever the detail; null for none
   * @param detail conditions that need the detail; null for none
   * @param sortKeys the values of sort keys that are no columns; null for none
   */
  public Enumerable<Object> run(
      DataContext root,
      Object[] values,
      Predicate1<Object[]> summary,
      Predicate1<Object[]> decided,
      Predicate1<Object[]> detail,
      Function1<Object[], Object[]> sortKeys) {
    RowChecks checks =
        new RowChecks(
            summary == null ? row -> true : summary::apply,
            decided == null ? row -> false : decided::apply,
            Optional.ofNullable(detail).<Predicate<Object[]>>map(d -> d::apply));
    RowOrder rowOrder =
        order.isEmpty()
            ? RowOrder.NONE
            : new RowOrder(
                new RowComparator(order, sortKeys), serverOrder, order.size() > 1, sortsOnDetail);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object> enumerator() {
        return start(root, values, checks, rowOrder);
      }
    };
  }

  private Enumerator<Object> start(
      DataContext root, Object[] values, RowChecks checks, RowOrder rowOrder) {
    ScanRequest request =
        new ScanRequest(
            table,
            calls(values),
            exact,
            identifiers.stream()
                .map(i -> (String) values[i])
                .filter(Objects::nonNull)
                .flatMap(ScanProgram::named)
                .collect(ImmutableSet.toImmutableSet()),
            bothIdentifiers,
            checks,
            rowOrder,
            hydratesAll,
            projects,
            offset.read(root, values, 0),
            fetch.read(root, values, Long.MAX_VALUE),
            repeated || group.shares(table),
            estimate);
    return executor.execute(request, statement(root));
  }

  /** A pattern of LIKE that is known only now names what it matches alone. */
  private static Stream<String> named(String value) {
    return Stream.concat(
        Stream.of(value), NamePattern.of(value, '\\').flatMap(NamePattern::exact).stream());
  }

  private ImmutableMap<Target, Calls> calls(Object[] values) {
    ApiSession session = executor.session();
    ImmutableMap.Builder<Target, Calls> calls = ImmutableMap.builder();
    for (Target target : executor.targets()) {
      Place place = new Place(Optional.of(target.region()), target.account());
      KnownRows known = session.lists().of(table.list().name(), target);
      Calls chosen = analysis.calls(place, known, values);
      if (!(chosen instanceof Calls.None)) {
        calls.put(target, chosen);
      }
    }
    return calls.buildOrThrow();
  }

  /**
   * An offset or a fetch: a parameter, a run-time value, or none.
   *
   * @param parameter its name in the DataContext; null if it is none
   * @param value its number among the run-time values; -1 if it is none
   */
  private record LimitNumber(String parameter, int value) {
    static LimitNumber of(RexNode number, ScanAnalysis analysis) {
      return number instanceof RexDynamicParam given
          ? new LimitNumber(given.getName(), -1)
          : new LimitNumber(null, analysis.number(number));
    }

    /** Returns the number; {@code absent} for none and for null, as LIMIT NULL is no limit. */
    long read(DataContext root, Object[] values, long absent) {
      Object given = parameter != null ? root.get(parameter) : value < 0 ? null : values[value];
      return given == null ? absent : ((Number) given).longValue();
    }
  }

  private StatementRun statement(DataContext root) {
    AtomicBoolean canceled = DataContext.Variable.CANCEL_FLAG.get(root);
    Object timeout = root.get(DataContext.Variable.TIMEOUT.camelName);
    return executor
        .session()
        .run(
            root,
            canceled == null ? new AtomicBoolean() : canceled,
            timeout instanceof Number millis
                ? Duration.ofMillis(millis.longValue())
                : Duration.ZERO);
  }
}
