package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.scan.Interpreted;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rel.RelNode;

/** A plan that is one scan, run without code made of it: {@link ScanImplementor}'s other way. */
public final class InterpretedScan {
  private final ScanProgram program;
  private final Interpreted.Values values;
  private final Interpreted.Condition summary;
  private final Interpreted.Condition decided;
  private final Interpreted.Condition detail;

  private InterpretedScan(
      ScanProgram program,
      Interpreted.Values values,
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
    Optional<Interpreted.Values> values = Interpreted.values(analysis.values());
    Optional<Interpreted.Condition> summary = Interpreted.all(analysis.summaryConditions());
    Optional<Interpreted.Condition> decided = Interpreted.all(analysis.decidedConditions());
    Optional<Interpreted.Condition> detail = Interpreted.all(analysis.detailConditions());
    return values.isPresent() && summary.isPresent() && decided.isPresent() && detail.isPresent()
        ? Optional.of(
            new InterpretedScan(
                ScanProgram.of(scan, ScanGroup.ofOne()),
                values.get(),
                summary.get(),
                decided.get(),
                detail.get()))
        : Optional.empty();
  }

  /** Returns the rows of an execution; a row of one column is the value itself. */
  public Enumerable<Object> rows(DataContext context) {
    return program.run(
        context,
        values.in(context),
        checks(summary, context),
        checks(decided, context),
        checks(detail, context),
        null);
  }

  /** Returns what generated code would hand over; null for nothing to check. */
  private static Predicate1<Object[]> checks(Interpreted.Condition condition, DataContext context) {
    return condition.isEmpty() ? null : condition.in(context);
  }
}
