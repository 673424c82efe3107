package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.table.TableDefinition;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexNode;

/** Whether an expression reads columns that only Get fills. */
final class DetailColumns {
  private DetailColumns() {}

  static boolean in(RexNode node, TableDefinition<?, ?> table) {
    for (int column : RelOptUtil.InputFinder.bits(node)) {
      if (table.isDetail(column)) {
        return true;
      }
    }
    return false;
  }
}
