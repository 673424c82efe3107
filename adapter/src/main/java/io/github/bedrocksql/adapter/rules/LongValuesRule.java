package io.github.bedrocksql.adapter.rules;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.adapter.enumerable.EnumerableValues;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes {@link LongValues} of many rows of literals, and what Calcite does of few. */
public final class LongValuesRule extends ConverterRule {
  /** Rows that are code: short enough for a method, and as fast as can be. */
  private static final int MOST_AS_CODE = 100;

  /** Types whose literals have a single Java value. */
  private static final Set<SqlTypeName> PLAIN =
      ImmutableSet.<SqlTypeName>builder()
          .addAll(SqlTypeName.CHAR_TYPES)
          .addAll(SqlTypeName.NUMERIC_TYPES)
          .add(SqlTypeName.BOOLEAN, SqlTypeName.DATE, SqlTypeName.TIME, SqlTypeName.TIMESTAMP)
          .build();

  private static final Config CONFIG =
      Config.INSTANCE
          .withConversion(
              LogicalValues.class,
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "BedrockLongValues")
          .withRuleFactory(LongValuesRule::new);

  private LongValuesRule(Config config) {
    super(config);
  }

  /** Makes a planner use this rule, in place of Calcite's. */
  public static void addTo(RelOptPlanner planner) {
    planner.removeRule(EnumerableRules.ENUMERABLE_VALUES_RULE);
    planner.addRule(CONFIG.toRule(LongValuesRule.class));
  }

  private static boolean isLong(Values values) {
    return values.getTuples().size() > MOST_AS_CODE
        && values.getRowType().getFieldList().stream()
            .allMatch(field -> PLAIN.contains(field.getType().getSqlTypeName()));
  }

  @Override
  public RelNode convert(RelNode rel) {
    Values values = (Values) rel;
    return isLong(values)
        ? LongValues.of(values)
        : EnumerableValues.create(values.getCluster(), values.getRowType(), values.getTuples())
            .copy(values.getTraitSet().replace(EnumerableConvention.INSTANCE), List.of());
  }
}
