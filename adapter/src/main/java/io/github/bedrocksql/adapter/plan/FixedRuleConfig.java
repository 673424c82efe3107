package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.tools.RelBuilderFactory;

/** The configuration of a rule that has nothing to configure: no annotation processor needed. */
abstract class FixedRuleConfig implements RelRule.Config {
  private final RelRule.OperandTransform operands;
  private final String description;

  FixedRuleConfig(RelRule.OperandTransform operands, String description) {
    this.operands = operands;
    this.description = description;
  }

  @Override
  public RelBuilderFactory relBuilderFactory() {
    return RelFactories.LOGICAL_BUILDER;
  }

  @Override
  public RelRule.Config withRelBuilderFactory(RelBuilderFactory factory) {
    throw fixed();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public RelRule.Config withDescription(String newDescription) {
    throw fixed();
  }

  @Override
  public RelRule.OperandTransform operandSupplier() {
    return operands;
  }

  @Override
  public RelRule.Config withOperandSupplier(RelRule.OperandTransform transform) {
    throw fixed();
  }

  private UnsupportedOperationException fixed() {
    return new UnsupportedOperationException(description + " can't be configured");
  }
}
