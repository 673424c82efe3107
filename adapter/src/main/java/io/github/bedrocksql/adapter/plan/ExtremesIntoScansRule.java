package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.SortKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.tools.RelBuilder;

/**
 * MIN and MAX of the time that List sorts by: for each, the first row in that order says it all.
 * Both cost two lists, so the planner takes them where one list has more pages.
 */
final class ExtremesIntoScansRule {
  private ExtremesIntoScansRule() {}

  static RelOptRule rule() {
    return ScanRule.of(
        "BedrockExtremesIntoScans",
        b0 ->
            b0.operand(LogicalAggregate.class)
                .predicate(ExtremesIntoScansRule::isOfAllRows)
                .oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
        ExtremesIntoScansRule::onMatch);
  }

  private static boolean isOfAllRows(LogicalAggregate aggregate) {
    int calls = aggregate.getAggCallList().size();
    return aggregate.getGroupSet().isEmpty() && (calls == 1 || calls == 2);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    BedrockScan scan = call.rel(1);
    if (scan.spec.hasLimit()
        || !aggregate.getAggCallList().stream().allMatch(extreme -> isOfOrder(extreme, scan))) {
      return;
    }
    RelBuilder builder = call.builder();
    for (AggregateCall extreme : aggregate.getAggCallList()) {
      builder.push(ofFirst(aggregate, extreme, scan, builder));
    }
    if (builder.size() > 1) {
      builder.join(JoinRelType.INNER, builder.literal(true));
      List<RexNode> fields = new ArrayList<>(builder.fields());
      builder.project(fields, aggregate.getRowType().getFieldNames(), true);
    }
    call.transformTo(builder.build());
  }

  private static boolean isOfOrder(AggregateCall call, BedrockScan scan) {
    SqlKind kind = call.getAggregation().getKind();
    return (kind == SqlKind.MIN || kind == SqlKind.MAX)
        && !call.hasFilter()
        && scan.spec.table().capability().isOrder(column(call, scan));
  }

  private static int column(AggregateCall call, BedrockScan scan) {
    return scan.spec.projects().get(call.getArgList().get(0));
  }

  /** One aggregate, of the first row alone. */
  private static RelNode ofFirst(
      LogicalAggregate aggregate, AggregateCall extreme, BedrockScan scan, RelBuilder builder) {
    int column = column(extreme, scan);
    RexNode time =
        new RexInputRef(column, scan.getTable().getRowType().getFieldList().get(column).getType());
    boolean latest = extreme.getAggregation().getKind() == SqlKind.MAX;
    RexNode one = builder.getRexBuilder().makeExactLiteral(BigDecimal.ONE);
    BedrockScan first =
        scan.with(scan.spec.sort(List.of(new SortKey(time, latest, false))).limit(null, one));
    return aggregate.copy(
        aggregate.getTraitSet(),
        first,
        aggregate.getGroupSet(),
        ImmutableList.of(aggregate.getGroupSet()),
        ImmutableList.of(extreme));
  }
}
