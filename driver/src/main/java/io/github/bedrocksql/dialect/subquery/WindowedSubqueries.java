package io.github.bedrocksql.dialect.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/**
 * Subqueries in OVER: they are selected first, and the window reads what they gave. Calcite looks
 * for subqueries beside a window only.
 */
public final class WindowedSubqueries extends RexShuttle {
  private final List<RexNode> fields = new ArrayList<>();
  private boolean inWindow;
  private boolean besideWindow;

  private WindowedSubqueries(RelNode input) {
    for (int i = 0; i < input.getRowType().getFieldCount(); i++) {
      fields.add(RexInputRef.of(i, input.getRowType()));
    }
  }

  /** Returns a query whose windows have no subqueries. */
  public static RelNode selectedFirst(RelNode query) {
    return query.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            RelNode visited = super.visit(other).accept(ofSubqueries());
            return visited instanceof LogicalProject project && project.containsOver()
                ? selectedFirst(project)
                : visited;
          }
        });
  }

  private static RexShuttle ofSubqueries() {
    return new RexShuttle() {
      @Override
      public RexNode visitSubQuery(RexSubQuery subquery) {
        RexSubQuery operands = (RexSubQuery) super.visitSubQuery(subquery);
        return operands.clone(selectedFirst(operands.rel));
      }
    };
  }

  private static RelNode selectedFirst(LogicalProject project) {
    RelNode input = project.getInput();
    WindowedSubqueries subqueries = new WindowedSubqueries(input);
    List<RexNode> items = subqueries.apply(project.getProjects());
    if (subqueries.fields.size() == input.getRowType().getFieldCount()) {
      return project;
    }
    RelNode selected =
        LogicalProject.create(
            input, List.of(), subqueries.fields, (List<String>) null, project.getVariablesSet());
    return LogicalProject.create(
        selected,
        project.getHints(),
        items,
        project.getRowType().getFieldNames(),
        subqueries.besideWindow ? project.getVariablesSet() : ImmutableSet.of());
  }

  @Override
  public RexNode visitOver(RexOver over) {
    boolean outer = inWindow;
    inWindow = true;
    RexNode window = super.visitOver(over);
    inWindow = outer;
    return window;
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery subquery) {
    if (!inWindow) {
      besideWindow = true;
      return super.visitSubQuery(subquery);
    }
    int field = fields.indexOf(subquery);
    if (field < 0) {
      field = fields.size();
      fields.add(subquery);
    }
    return new RexInputRef(field, subquery.getType());
  }
}
