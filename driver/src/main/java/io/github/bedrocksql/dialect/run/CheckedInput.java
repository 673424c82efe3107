package io.github.bedrocksql.dialect.run;

import java.lang.reflect.Method;
import java.util.List;
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

  private final ParameterExpression run;

  CheckedInput(RelNode input, ParameterExpression run) {
    super(input.getCluster(), input.getTraitSet(), input);
    this.run = run;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new CheckedInput(inputs.get(0), run);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    BlockBuilder block = new BlockBuilder();
    Expression rows = block.append("input", input.block);
    block.add(Expressions.return_(null, Expressions.call(run, ROWS, rows)));
    return new Result(block.toBlock(), input.physType, input.format);
  }
}
