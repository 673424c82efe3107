package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import io.github.bedrocksql.adapter.scan.SortKey;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeFamily;

/** Sort or limit over scan: the scan gives its rows in order and stops when it has enough. */
final class SortIntoScanRule {
  private SortIntoScanRule() {}

  static RelOptRule rule() {
    return ScanRule.absorbing(
        "BedrockSortIntoScan",
        b0 ->
            b0.operand(LogicalSort.class).oneInput(b1 -> b1.operand(BedrockScan.class).noInputs()),
        SortIntoScanRule::onMatch);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    BedrockScan scan = call.rel(1);
    sorted(sort, scan).ifPresent(call::transformTo);
  }

  /** Returns a scan that sorts and cuts off its own rows; empty if it can't. */
  static Optional<BedrockScan> sorted(LogicalSort sort, BedrockScan scan) {
    if (scan.spec.hasLimit()) {
      return Optional.empty();
    }
    ScanSpec spec = scan.spec;
    if (!sort.getCollation().getFieldCollations().isEmpty()) {
      ImmutableList.Builder<SortKey> keys = ImmutableList.builder();
      for (RelFieldCollation field : sort.getCollation().getFieldCollations()) {
        int column = spec.projects().get(field.getFieldIndex());
        RexNode key =
            new RexInputRef(
                column, scan.getTable().getRowType().getFieldList().get(column).getType());
        Optional<SortKey> absorbed = key(field, key);
        if (absorbed.isEmpty()) {
          return Optional.empty();
        }
        keys.add(absorbed.get());
      }
      spec = spec.sort(keys.build());
    }
    return Optional.of(scan.with(spec.limit(sort.offset, sort.fetch)));
  }

  /**
   * The key that an expression over the table makes; empty for a type that is not compared here.
   */
  static Optional<SortKey> key(RelFieldCollation field, RexNode expression) {
    SqlTypeFamily family = expression.getType().getSqlTypeName().getFamily();
    boolean compared =
        family != null
            && switch (family) {
              case CHARACTER, NUMERIC, BOOLEAN, DATE, TIME, TIMESTAMP -> true;
              default -> false;
            };
    if (!compared) {
      return Optional.empty();
    }
    boolean descending = field.getDirection().isDescending();
    RelFieldCollation.NullDirection nulls =
        field.nullDirection == RelFieldCollation.NullDirection.UNSPECIFIED
            ? field.getDirection().defaultNullDirection()
            : field.nullDirection;
    return Optional.of(
        new SortKey(expression, descending, nulls == RelFieldCollation.NullDirection.FIRST));
  }
}
