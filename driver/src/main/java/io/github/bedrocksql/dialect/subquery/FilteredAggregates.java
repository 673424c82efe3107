package io.github.bedrocksql.dialect.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * {@code SUM(x) FILTER (WHERE c)} of a subquery as {@code SUM(CASE WHEN c THEN x END)}. Calcite
 * makes an outer join of a subquery that reads the query around it, and then refuses its filter as
 * one that may be null.
 */
public final class FilteredAggregates {
  /** Aggregates of which a null changes nothing. */
  private static final Set<SqlKind> SKIP_NULLS =
      ImmutableSet.of(SqlKind.AVG, SqlKind.COUNT, SqlKind.MAX, SqlKind.MIN, SqlKind.SUM);

  private FilteredAggregates() {}

  /** Returns a query whose subqueries filter so. */
  public static RelNode inSubqueries(RelNode query) {
    return query.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            return super.visit(other).accept(ofSubqueries());
          }
        });
  }

  private static RexShuttle ofSubqueries() {
    return new RexShuttle() {
      @Override
      public RexNode visitSubQuery(RexSubQuery subquery) {
        RexSubQuery operands = (RexSubQuery) super.visitSubQuery(subquery);
        return operands.clone(unfiltered(inSubqueries(operands.rel)));
      }
    };
  }

  private static RelNode unfiltered(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            RelNode visited = super.visit(other);
            return visited instanceof LogicalAggregate aggregate ? unfiltered(aggregate) : visited;
          }
        });
  }

  private static RelNode unfiltered(LogicalAggregate aggregate) {
    if (aggregate.getAggCallList().stream().noneMatch(FilteredAggregates::isFiltered)) {
      return aggregate;
    }
    RelNode input = aggregate.getInput();
    List<RexNode> fields = new ArrayList<>();
    for (int i = 0; i < input.getRowType().getFieldCount(); i++) {
      fields.add(RexInputRef.of(i, input.getRowType()));
    }
    List<AggregateCall> calls = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      if (isFiltered(call)) {
        calls.add(call.withArgList(List.of(fields.size())).withFilter(-1));
        fields.add(chosen(call, fields, aggregate.getCluster().getRexBuilder()));
      } else {
        calls.add(call);
      }
    }
    RelNode chosen =
        LogicalProject.create(input, List.of(), fields, (List<String>) null, ImmutableSet.of());
    return aggregate.copy(
        aggregate.getTraitSet(), chosen, aggregate.getGroupSet(), aggregate.getGroupSets(), calls);
  }

  private static boolean isFiltered(AggregateCall call) {
    return call.hasFilter()
        && SKIP_NULLS.contains(call.getAggregation().getKind())
        && call.getArgList().size() <= 1;
  }

  /** The argument where the filter holds, else null; for COUNT(*) any value. */
  private static RexNode chosen(AggregateCall call, List<RexNode> fields, RexBuilder rex) {
    RexNode value =
        call.getArgList().isEmpty() ? rex.makeLiteral(true) : fields.get(call.getArgList().get(0));
    return rex.makeCall(
        SqlStdOperatorTable.CASE,
        fields.get(call.filterArg),
        value,
        rex.makeNullLiteral(value.getType()));
  }
}
