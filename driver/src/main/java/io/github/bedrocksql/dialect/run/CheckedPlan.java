package io.github.bedrocksql.dialect.run;

import io.github.bedrocksql.adapter.rules.TimeUnits;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.tree.BlockStatement;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Statement;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rex.RexProgram;

/**
 * A whole plan that can be stopped: whatever its operators are, the rows of each pass a check, and
 * so does each call of a function that a loop inside an operator makes.
 */
public final class CheckedPlan extends SingleRel implements EnumerableRel {
  private static final Method OF_THREAD = Types.lookupMethod(PlanRun.class, "ofThread");

  private final ParameterExpression run;

  private CheckedPlan(RelNode plan, ParameterExpression run) {
    super(plan.getCluster(), plan.getTraitSet(), plan);
    this.run = run;
  }

  /** Returns a physical plan, ready to be made code of. */
  public static RelNode of(RelNode plan) {
    // With an underscore, Calcite does not write what it stands for in its place.
    ParameterExpression run = Expressions.parameter(Modifier.FINAL, PlanRun.class, "_run");
    Checks checks = new Checks(run);
    return new CheckedPlan(checks.input(checks.inside(plan), Optional.empty()), run);
  }

  /** The checks of one plan; each of the inputs that they are made for has a number. */
  private static final class Checks {
    private final ParameterExpression run;
    private int inputs;

    Checks(ParameterExpression run) {
      this.run = run;
    }

    /** Puts a check between any two operators below this one, where one is needed. */
    RelNode inside(RelNode operator) {
      if (!(operator instanceof EnumerableRel)) {
        return operator; // Of another convention; the operator above reads its rows.
      }
      List<RelNode> checked = new ArrayList<>();
      for (int i = 0; i < operator.getInputs().size(); i++) {
        RelNode input = inside(operator.getInput(i));
        Optional<String> holding = Holding.of(operator, i);
        boolean asksForEachRow = i == 1 && isLoop(operator);
        boolean isChecked = asksForEachRow || readsForEachRow(input);
        checked.add(holding.isEmpty() && isChecked ? input : input(input, holding));
      }
      if (operator instanceof Calc calc) {
        RexProgram program =
            TimeUnits.unshared(calc.getProgram(), calc.getCluster().getRexBuilder());
        return calc.copy(calc.getTraitSet(), checked.get(0), program);
      }
      return checked.isEmpty() ? operator : operator.copy(operator.getTraitSet(), checked);
    }

    RelNode input(RelNode rows, Optional<String> holding) {
      return rows instanceof EnumerableRel ? new CheckedInput(rows, run, inputs++, holding) : rows;
    }

    /** Whether an operator reads a row of an input, and so is checked, for each that it gives. */
    private static boolean readsForEachRow(RelNode operator) {
      return operator instanceof Calc || operator instanceof Correlate || isLoop(operator);
    }

    /** Whether it is a join that asks its condition, which is checked, for each row it reads. */
    private static boolean isLoop(RelNode operator) {
      return operator instanceof EnumerableNestedLoopJoin join
          && !join.getJoinType().generatesNullsOnLeft();
    }
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new CheckedPlan(inputs.get(0), run);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result plan = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    BlockStatement code = plan.block.accept(new CheckedFunctions(run));
    List<Statement> statements = new ArrayList<>();
    statements.add(Expressions.declare(Modifier.FINAL, run, Expressions.call(OF_THREAD)));
    statements.addAll(code.statements);
    return new Result(Expressions.block(statements), plan.physType, plan.format);
  }
}
