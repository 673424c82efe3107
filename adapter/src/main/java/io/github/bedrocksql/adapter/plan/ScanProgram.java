package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.execute.ScanExecutor;
import io.github.bedrocksql.adapter.execute.ScanRequest;
import io.github.bedrocksql.adapter.execute.ScanRequest.Calls;
import io.github.bedrocksql.adapter.execute.StatementControl;
import io.github.bedrocksql.adapter.scan.Access;
import io.github.bedrocksql.adapter.scan.AccessAnalysis;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rex.RexNode;

/**
 * The compiled part of a plan that stays the same in each execution. Generated code calls {@link
 * #run} with what differs.
 */
public final class ScanProgram {
  private final ScanExecutor executor;
  private final TableDefinition<?, ?> table;
  private final Access access;
  private final boolean hydrate;
  private final ImmutableList<Integer> projects;
  private final ImmutableList<RexNode> values;
  private final ImmutableList<RexNode> identifiers;
  private final RexNode offset;
  private final RexNode fetch;

  private ScanProgram(AbstractBedrockScan scan) {
    ScanSpec spec = scan.spec;
    AccessAnalysis analysis = scan.analysis();
    this.executor = scan.binding.executor();
    this.table = spec.table();
    this.access = analysis.access();
    this.hydrate = scan.hydrates();
    this.projects = spec.projects();
    this.identifiers = analysis.identifiers().asList();
    this.offset = spec.offset();
    this.fetch = spec.fetch();
    ImmutableSet.Builder<RexNode> all = ImmutableSet.builder();
    if (access instanceof Access.Lookup lookup) {
      lookup.keys().forEach(k -> all.add(k.value()));
    } else if (access instanceof Access.Listing listing) {
      listing.status().ifPresent(all::add);
    }
    all.addAll(identifiers);
    Optional.ofNullable(offset).ifPresent(all::add);
    Optional.ofNullable(fetch).ifPresent(all::add);
    this.values = all.build().asList();
  }

  static ScanProgram of(AbstractBedrockScan scan) {
    return new ScanProgram(scan);
  }

  /** Returns the expressions whose values {@link #run} wants, in order. */
  ImmutableList<RexNode> values() {
    return values;
  }

  /**
   * Returns the rows; a row of one column is the value itself. Called by generated code.
   *
   * @param bound the run-time values of {@link #values}
   * @param summaryCheck conditions on summary columns; null for none
   * @param detailCheck conditions that need detail columns; null for none
   */
  public Enumerable<Object> run(
      DataContext root,
      Object[] bound,
      Predicate1<Object[]> summaryCheck,
      Predicate1<Object[]> detailCheck) {
    ScanRequest<?, ?> request =
        new ScanRequest<>(
            table,
            calls(bound),
            identifiers.stream()
                .map(i -> (String) valueOf(i, bound))
                .filter(i -> i != null)
                .collect(ImmutableSet.toImmutableSet()),
            predicate(summaryCheck),
            predicate(detailCheck),
            hydrate,
            projects,
            number(offset, bound, 0),
            number(fetch, bound, Long.MAX_VALUE));
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object> enumerator() {
        return executor.execute(request, control(root));
      }
    };
  }

  private Calls calls(Object[] bound) {
    if (access instanceof Access.Lookup lookup) {
      ImmutableSet.Builder<ScanRequest.Key> keys = ImmutableSet.builder();
      for (Access.Key key : lookup.keys()) {
        String value = (String) valueOf(key.value(), bound);
        if (value != null) {
          keys.add(new ScanRequest.Key(key.column(), value));
        }
      }
      return new Calls.Get(keys.build());
    }
    if (access instanceof Access.Listing listing) {
      if (listing.status().isEmpty()) {
        return new Calls.ListAll(Optional.empty(), listing.exact());
      }
      String status = (String) valueOf(listing.status().get(), bound);
      return table.statuses().contains(String.valueOf(status))
          ? new Calls.ListAll(Optional.of(status), listing.exact())
          : new Calls.None();
    }
    return new Calls.None();
  }

  private Object valueOf(RexNode expression, Object[] bound) {
    return bound[values.indexOf(expression)];
  }

  private long number(RexNode expression, Object[] bound, long absent) {
    return expression == null || valueOf(expression, bound) == null
        ? absent
        : ((Number) valueOf(expression, bound)).longValue();
  }

  private static Predicate<Object[]> predicate(Predicate1<Object[]> check) {
    return check == null ? row -> true : check::apply;
  }

  private static StatementControl control(DataContext root) {
    AtomicBoolean canceled = DataContext.Variable.CANCEL_FLAG.get(root);
    Object timeout = root.get(DataContext.Variable.TIMEOUT.camelName);
    return new StatementControl(
        canceled == null ? new AtomicBoolean() : canceled,
        timeout instanceof Number millis ? Duration.ofMillis(millis.longValue()) : Duration.ZERO);
  }
}
