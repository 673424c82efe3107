package io.github.bedrocksql.dialect.run;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/** What an operator reads its rows through. */
final class CheckedInput extends SingleRel implements EnumerableRel {
  private static final Method ROWS = Types.lookupMethod(PlanRun.class, "rows", Enumerable.class);
  private static final Method HELD =
      Types.lookupMethod(PlanRun.class, "held", Enumerable.class, int.class, String.class);

  private final ParameterExpression run;
  private final int number;
  private final Optional<String> holding;

  /**
   * Makes the input of an operator.
   *
   * @param number of the input in the plan
   * @param holding what the operator holds all of the rows for, if it does
   */
  CheckedInput(RelNode input, ParameterExpression run, int number, Optional<String> holding) {
    super(input.getCluster(), input.getTraitSet(), input);
    this.run = run;
    this.number = number;
    this.holding = holding;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new CheckedInput(inputs.get(0), run, number, holding);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    BlockBuilder block = new BlockBuilder();
    Expression rows = block.append("input", input.block);
    Expression checked =
        holding.isPresent()
            ? Expressions.call(
                run, HELD, rows, Expressions.constant(number), Expressions.constant(holding.get()))
            : Expressions.call(run, ROWS, rows);
    block.add(Expressions.return_(null, checked));
    return new Result(block.toBlock(), input.physType, input.format);
  }
}
