package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.Interpreted;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;

/** A plan that is one scan, run without code made of it: {@link ScanImplementor}'s other way. */
public final class InterpretedScan {
  private final ScanProgram program;
  private final ImmutableList<Interpreted> values;
  private final Interpreted.Condition summary;
  private final Interpreted.Condition decided;
  private final Interpreted.Condition detail;

  private InterpretedScan(
      ScanProgram program,
      ImmutableList<Interpreted> values,
      Interpreted.Condition summary,
      Interpreted.Condition decided,
      Interpreted.Condition detail) {
    this.program = program;
    this.values = values;
    this.summary = summary;
    this.decided = decided;
    this.detail = detail;
  }

  /** Returns what runs a plan; empty if it is more than a scan, or code must be made of it. */
  public static Optional<InterpretedScan> of(RelNode plan) {
    if (!(plan instanceof BedrockEnumerableScan scan)
        || !scan.isAlone()
        || scan.spec.order().stream().anyMatch(key -> key.column() < 0)) {
      return Optional.empty();
    }
    ScanAnalysis analysis = scan.analysis();
    ImmutableList.Builder<Interpreted> values = ImmutableList.builder();
    for (RexNode value : analysis.values()) {
      Optional<Interpreted> interpreted = Interpreted.of(value);
      if (interpreted.isEmpty()) {
        return Optional.empty();
      }
      values.add(interpreted.get());
    }
    Optional<Interpreted.Condition> summary = Interpreted.all(analysis.summaryConditions());
    Optional<Interpreted.Condition> decided = Interpreted.all(analysis.decidedConditions());
    Optional<Interpreted.Condition> detail = Interpreted.all(analysis.detailConditions());
    return summary.isPresent() && decided.isPresent() && detail.isPresent()
        ? Optional.of(
            new InterpretedScan(
                ScanProgram.of(scan, ScanGroup.ofOne()),
                values.build(),
                summary.get(),
                decided.get(),
                detail.get()))
        : Optional.empty();
  }

  /** Returns the rows of an execution; a row of one column is the value itself. */
  public Enumerable<Object> rows(DataContext context) {
    return program.run(
        context,
        values.stream().map(value -> value.value(context, null)).toArray(),
        checks(summary, context),
        checks(decided, context),
        checks(detail, context),
        null);
  }

  /** Returns what generated code would hand over; null for nothing to check. */
  private static Predicate1<Object[]> checks(Interpreted.Condition condition, DataContext context) {
    if (condition.isEmpty()) {
      return null;
    }
    Predicate<Object[]> holds = condition.in(context);
    return holds::test;
  }
}
