package io.github.bedrocksql.dialect.aggregate;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.logical.LogicalWindow;

/** Logical window → the one that is evaluated here. */
public final class WindowToEnumerableRule extends ConverterRule {
  /** What a planner is given in the place of Calcite's rule. */
  public static final WindowToEnumerableRule INSTANCE =
      Config.INSTANCE
          .withConversion(
              LogicalWindow.class,
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "WindowToEnumerable")
          .withRuleFactory(WindowToEnumerableRule::new)
          .toRule(WindowToEnumerableRule.class);

  private WindowToEnumerableRule(Config config) {
    super(config);
  }

  /** Returns null where a function can't be run over a window. */
  @Override
  public RelNode convert(RelNode rel) {
    LogicalWindow window = (LogicalWindow) rel;
    boolean known =
        window.groups.stream()
            .flatMap(group -> group.aggCalls.stream())
            .allMatch(WindowFunctions::isKnown);
    return known
        ? new EnumerableWindow(
            window.getCluster(),
            window.getTraitSet().replace(EnumerableConvention.INSTANCE),
            convert(
                window.getInput(),
                window.getInput().getTraitSet().replace(EnumerableConvention.INSTANCE)),
            window.getConstants(),
            window.getRowType(),
            window.groups)
        : null;
  }
}
