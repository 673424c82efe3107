package io.github.bedrocksql.dialect.subquery;

import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/**
 * Whether Calcite can make joins of the subqueries that read the query around them. What it makes
 * has other rows where a subquery reads that query in several places, where its rows are numbered,
 * ordered, cut off or told apart, and where an aggregate has a row of its own for no rows.
 */
public final class JoinableSubqueries extends RelHomogeneousShuttle {
  private boolean all = true;
  private final RexShuttle expressions =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subquery) {
          check(subquery.rel, subquery.getKind() == SqlKind.SCALAR_QUERY);
          subquery.rel.accept(JoinableSubqueries.this);
          return super.visitSubQuery(subquery);
        }
      };

  private JoinableSubqueries() {}

  /** Whether that holds for all of a query's; a query for which it does not runs as it stands. */
  public static boolean areAll(RelNode query) {
    JoinableSubqueries subqueries = new JoinableSubqueries();
    query.accept(subqueries);
    return subqueries.all;
  }

  @Override
  public RelNode visit(RelNode node) {
    if (node instanceof Correlate correlate) {
      check(correlate.getRight(), false);
    }
    node.accept(expressions);
    return super.visit(node);
  }

  /** A scalar subquery has a row for no rows in any case. */
  private void check(RelNode subquery, boolean scalar) {
    all =
        all
            && OuterReads.of(subquery).stream()
                .allMatch(outer -> isJoinable(subquery, outer, scalar));
  }

  private static boolean isJoinable(RelNode node, CorrelationId outer, boolean scalar) {
    List<RelNode> inputs =
        node.getInputs().stream().filter(input -> OuterReads.of(input).contains(outer)).toList();
    if (OuterReads.ofSubqueries(node).contains(outer)) {
      return false;
    }
    if (OuterReads.ofExpressions(node).contains(outer)) {
      return inputs.isEmpty() && (isPlain(node) || node instanceof Filter);
    }
    return inputs.size() == 1
        && keepsApart(node, scalar)
        && isJoinable(inputs.get(0), outer, scalar && node instanceof Project);
  }

  private static boolean isPlain(RelNode node) {
    return node instanceof Project project && !project.containsOver();
  }

  /** Whether what a node gives is the same for rows that belong to several rows around them. */
  private static boolean keepsApart(RelNode node, boolean scalar) {
    if (node instanceof Aggregate aggregate) {
      return aggregate.getGroupType() == Aggregate.Group.SIMPLE
          && (scalar || !aggregate.getGroupSet().isEmpty())
          && aggregate.getAggCallList().stream()
              .allMatch(call -> call.collation.getFieldCollations().isEmpty());
    }
    return isPlain(node)
        || node instanceof Filter
        || (node instanceof Join join && join.getJoinType() == JoinRelType.INNER);
  }
}
