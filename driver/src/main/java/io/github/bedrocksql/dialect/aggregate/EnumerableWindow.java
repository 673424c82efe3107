package io.github.bedrocksql.dialect.aggregate;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;

/** The physical window: the code that is made of it only hands rows to a {@link WindowProgram}. */
public final class EnumerableWindow extends Window implements EnumerableRel {
  private static final Method RUN =
      Types.lookupMethod(WindowProgram.class, "run", Enumerable.class, Object[].class);

  EnumerableWindow(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      List<RexLiteral> constants,
      RelDataType rowType,
      List<Group> groups) {
    super(cluster, traits, input, constants, rowType, groups);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableWindow(getCluster(), traits, inputs.get(0), constants, rowType, groups);
  }

  @Override
  public Window copy(List<RexLiteral> newConstants) {
    return new EnumerableWindow(getCluster(), traitSet, getInput(), newConstants, rowType, groups);
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery mq) {
    RelOptCost cost = super.computeSelfCost(planner, mq);
    return cost == null ? null : cost.multiplyBy(EnumerableConvention.COST_MULTIPLIER);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), Prefer.ARRAY);
    Expression source = block.append("source", input.block);
    PhysType rows =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY, false);
    Expression call =
        Expressions.call(
            implementor.stash(WindowProgram.of(this), WindowProgram.class),
            RUN,
            input.physType.convertTo(source, JavaRowFormat.ARRAY),
            constants(implementor));
    // Other operators take a row of one field to be that field.
    PhysType expected =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    block.add(Expressions.return_(null, rows.convertTo(call, expected.getFormat())));
    return implementor.result(expected, block.toBlock());
  }

  private Expression constants(EnumerableRelImplementor implementor) {
    List<Expression> values = new ArrayList<>();
    for (RexLiteral constant : constants) {
      values.add(
          Expressions.box(
              RexToLixTranslator.translateLiteral(
                  constant,
                  constant.getType(),
                  implementor.getTypeFactory(),
                  RexImpTable.NullAs.NULL)));
    }
    return Expressions.newArrayInit(Object.class, values);
  }
}
