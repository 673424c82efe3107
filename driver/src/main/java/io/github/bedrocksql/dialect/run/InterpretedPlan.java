package io.github.bedrocksql.dialect.run;

import io.github.bedrocksql.adapter.OneScan;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.runtime.Bindable;

/** A plan that is run as it is. Calcite makes a class of each, and loads a compiler to do so. */
public final class InterpretedPlan implements Bindable<Object> {
  private final Function<DataContext, Enumerable<Object>> scan;

  private InterpretedPlan(Function<DataContext, Enumerable<Object>> scan) {
    this.scan = scan;
  }

  /** Returns what runs a physical plan; empty if code must be made of it. */
  public static Optional<Bindable<?>> of(RelNode plan) {
    return OneScan.rows(plan).map(InterpretedPlan::new);
  }

  /** Returns the rows, which can be stopped as those of a {@link CheckedPlan}. */
  @Override
  public Enumerable<Object> bind(DataContext context) {
    return PlanRun.ofThread().rows(scan.apply(context));
  }
}
