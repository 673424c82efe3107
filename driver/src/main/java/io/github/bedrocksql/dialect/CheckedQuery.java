package io.github.bedrocksql.dialect;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.aggregate.AggregateCalls;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Checks a query before it is planned: what Calcite would plan wrongly is corrected or rejected.
 */
final class CheckedQuery extends RelHomogeneousShuttle {
  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subquery) {
          RexSubQuery inner = (RexSubQuery) super.visitSubQuery(subquery);
          return inner.clone(inner.rel.accept(CheckedQuery.this));
        }
      };

  static RelNode of(RelNode query) {
    return query.accept(new CheckedQuery());
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode checked = super.visit(node).accept(subqueries);
    if (checked instanceof Aggregate aggregate) {
      check(aggregate);
      return AggregateCalls.kept(aggregate);
    }
    if (checked instanceof SetOp operation && !operation.all) {
      refuse(types(operation), "UNION, INTERSECT and EXCEPT");
    }
    if (checked instanceof Join join) {
      refuse(
          RelOptUtil.InputFinder.bits(join.getCondition()).stream().mapToObj(i -> field(join, i)),
          "a join");
    }
    return checked;
  }

  private static RelDataType field(Join join, int index) {
    int left = join.getLeft().getRowType().getFieldCount();
    return index < left
        ? join.getLeft().getRowType().getFieldList().get(index).getType()
        : join.getRight().getRowType().getFieldList().get(index - left).getType();
  }

  private static Stream<RelDataType> types(RelNode node) {
    return node.getRowType().getFieldList().stream().map(field -> field.getType());
  }

  private static void check(Aggregate aggregate) {
    RelDataType input = aggregate.getInput().getRowType();
    refuse(
        aggregate.getGroupSet().stream().mapToObj(i -> input.getFieldList().get(i).getType()),
        "DISTINCT and GROUP BY");
    for (AggregateCall call : aggregate.getAggCallList()) {
      if (call.getType().getSqlTypeName() == SqlTypeName.NULL) {
        throw unsupported("an aggregate of nothing but NULL; write CAST(NULL AS …)");
      }
      if (call.isDistinct()) {
        refuse(
            call.getArgList().stream().map(i -> input.getFieldList().get(i).getType()),
            "an aggregate with DISTINCT");
        if (!call.getArgList().containsAll(call.collation.getKeys())) {
          throw new Refusal(
              SqlState.INVALID_ORDER.exception(
                  "An aggregate with DISTINCT can be ordered only by its arguments"));
        }
      }
    }
  }

  /** Rows are arrays or lists to the engine, and never equal. */
  private static void refuse(Stream<RelDataType> types, String where) {
    if (types.anyMatch(RelDataType::isStruct)) {
      throw unsupported("a row value in " + where + "; write its columns without brackets");
    }
  }

  private static Refusal unsupported(String what) {
    return new Refusal(SqlState.NOT_SUPPORTED.exception("Not supported: " + what));
  }
}
