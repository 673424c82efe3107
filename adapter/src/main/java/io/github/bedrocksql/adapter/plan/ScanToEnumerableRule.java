package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;

/** Logical scan → physical scan. */
public final class ScanToEnumerableRule extends ConverterRule {
  static final Config CONFIG =
      Config.INSTANCE
          .withConversion(
              BedrockScan.class,
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "BedrockScanToEnumerable")
          .withRuleFactory(ScanToEnumerableRule::new);

  private ScanToEnumerableRule(Config config) {
    super(config);
  }

  @Override
  public RelNode convert(RelNode rel) {
    return BedrockEnumerableScan.of((BedrockScan) rel);
  }
}
