package io.github.bedrocksql.adapter.plan;

import java.util.function.Consumer;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.rules.SubstitutionRule;
import org.apache.calcite.tools.RelBuilderFactory;

/** A rule that has nothing to configure: what it matches, and what it does then. */
class ScanRule extends RelRule<ScanRule.Config> {
  private final Consumer<RelOptRuleCall> match;

  private ScanRule(Config config, Consumer<RelOptRuleCall> match) {
    super(config);
    this.match = match;
  }

  /** Returns a rule that the planner tries with all others. */
  static ScanRule of(
      String description, OperandTransform operands, Consumer<RelOptRuleCall> match) {
    return new ScanRule(new Config(description, operands), match);
  }

  /** Returns a rule of joins that a {@link LookupJoin} can stand for. */
  static ScanRule ofJoin(String description, Consumer<RelOptRuleCall> match) {
    return of(
        description,
        b ->
            b.operand(LogicalJoin.class)
                .predicate(join -> LookupJoin.TYPES.contains(join.getJoinType()))
                .anyInputs(),
        match);
  }

  /**
   * Returns a rule by which a scan takes in what is above it. The planner applies such rules before
   * all others: a scan that knows more never costs more calls.
   */
  static ScanRule absorbing(
      String description, OperandTransform operands, Consumer<RelOptRuleCall> match) {
    return new Absorbing(new Config(description, operands), match, false);
  }

  /** Returns such a rule, after which the planner forgets what was there before. */
  static ScanRule replacing(
      String description, OperandTransform operands, Consumer<RelOptRuleCall> match) {
    return new Absorbing(new Config(description, operands), match, true);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    match.accept(call);
  }

  private static final class Absorbing extends ScanRule implements SubstitutionRule {
    private final boolean forgets;

    Absorbing(Config config, Consumer<RelOptRuleCall> match, boolean forgets) {
      super(config, match);
      this.forgets = forgets;
    }

    @Override
    public boolean autoPruneOld() {
      return forgets;
    }
  }

  /** No annotation processor makes it. */
  record Config(String description, OperandTransform operandSupplier) implements RelRule.Config {
    @Override
    public RelBuilderFactory relBuilderFactory() {
      return RelFactories.LOGICAL_BUILDER;
    }

    @Override
    public RelRule.Config withRelBuilderFactory(RelBuilderFactory factory) {
      throw fixed();
    }

    @Override
    public RelRule.Config withDescription(String other) {
      throw fixed();
    }

    @Override
    public RelRule.Config withOperandSupplier(OperandTransform other) {
      throw fixed();
    }

    @Override
    public RelRule<?> toRule() {
      throw fixed();
    }

    private UnsupportedOperationException fixed() {
      return new UnsupportedOperationException(description + " can't be configured");
    }
  }
}
