package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.execute.RowChecks;
import io.github.bedrocksql.adapter.execute.ScanExecutor;
import io.github.bedrocksql.adapter.execute.ScanPlan;
import io.github.bedrocksql.adapter.execute.ScanValues;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.session.PlanPart;
import io.github.bedrocksql.adapter.session.StatementRun;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.Wrapper;

/**
 * What generated code calls to run a scan: the compiled plan, and how its execution is read off a
 * DataContext. Keeps no connection: the table in the statement's own schema has the executor.
 */
public final class ScanProgram implements PlanPart {
  private final ImmutableList<String> tablePath;
  private final WeakReference<ScanBinding> planned;
  private final ScanPlan plan;
  private final ScanGroup group;
  private final boolean repeated;
  private final LimitNumber offset;
  private final LimitNumber fetch;

  private ScanProgram(AbstractBedrockScan scan, ScanGroup group) {
    ScanAnalysis analysis = scan.analysis();
    this.tablePath = ImmutableList.copyOf(scan.getTable().getQualifiedName());
    this.planned = new WeakReference<>(scan.getTable().unwrapOrThrow(ScanBinding.class));
    this.plan = analysis.plan(scan.estimate().text());
    this.group = group;
    this.repeated = analysis.isCorrelated() || group.isJoined() || plan.bothIdentifiers();
    this.offset = LimitNumber.of(scan.spec.offset(), analysis);
    this.fetch = LimitNumber.of(scan.spec.fetch(), analysis);
    group.add(plan.table());
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
   * @param sortKeys the values of sort keys that are not columns; null for none
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
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object> enumerator() {
        ScanValues given =
            new ScanValues(
                values,
                checks,
                sortKeys == null ? null : sortKeys::apply,
                offset.read(root, values, 0),
                fetch.read(root, values, Long.MAX_VALUE),
                repeated || group.shares(plan.table()));
        ScanExecutor executor = executor(root);
        return executor.execute(plan, given, statement(executor, root));
      }
    };
  }

  private ScanExecutor executor(DataContext root) {
    return inSchemaOf(root)
        // RelRunners.run executes in a connection of its own, which has no schema.
        .or(() -> Optional.ofNullable(planned.get()))
        .orElseThrow(() -> new IllegalStateException("No table " + tablePath))
        .executor();
  }

  private Optional<ScanBinding> inSchemaOf(DataContext root) {
    SchemaPlus schema = root.getRootSchema();
    List<String> schemas = tablePath.subList(0, tablePath.size() - 1);
    for (String name : schemas) {
      schema = schema == null ? null : schema.subSchemas().get(name);
    }
    return Optional.ofNullable(schema)
        .map(found -> found.tables().get(tablePath.get(schemas.size())))
        .filter(Wrapper.class::isInstance)
        .flatMap(table -> ((Wrapper) table).maybeUnwrap(ScanBinding.class));
  }

  private static StatementRun statement(ScanExecutor executor, DataContext root) {
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

    /** Returns the number; {@code absent} for none and for null, as LIMIT NULL means no limit. */
    long read(DataContext root, Object[] values, long absent) {
      Object given = parameter != null ? root.get(parameter) : value < 0 ? null : values[value];
      return given == null ? absent : ((Number) given).longValue();
    }
  }
}
