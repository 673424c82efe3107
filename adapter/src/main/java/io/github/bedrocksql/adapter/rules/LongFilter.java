package io.github.bedrocksql.adapter.rules;

import io.github.bedrocksql.adapter.scan.Interpreted;
import io.github.bedrocksql.adapter.scan.Searches;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.BuiltInMethod;

/** A filter whose condition is too long to be code, and that the plan gets as data. */
final class LongFilter extends Filter implements EnumerableRel {
  private static final Method APPLY = Types.lookupMethod(Predicate1.class, "apply", Object.class);

  private LongFilter(RelTraitSet traits, RelNode input, RexNode condition) {
    super(input.getCluster(), traits, input, condition);
  }

  /** Returns a condition as data; empty if it is short, or code must be made of it. */
  static Optional<Interpreted.Condition> longCondition(Filter filter) {
    List<RexNode> plain =
        List.of(Searches.writtenOut(filter.getCondition(), filter.getCluster().getRexBuilder()));
    return Interpreted.isLong(plain) ? Interpreted.all(plain) : Optional.empty();
  }

  /** Returns the same rows as those of a filter of any convention. */
  static LongFilter of(Filter filter, RelNode input) {
    return new LongFilter(
        filter.getTraitSet().replace(EnumerableConvention.INSTANCE), input, filter.getCondition());
  }

  @Override
  public Filter copy(RelTraitSet traits, RelNode input, RexNode changed) {
    return new LongFilter(traits, input, changed);
  }

  @Override
  @SuppressWarnings("unchecked") // A class literal of a generic interface is raw.
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result rows = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    PhysType type = rows.physType;
    Interpreted.Condition holds = longCondition(this).orElseThrow();
    BlockBuilder block = new BlockBuilder();
    Expression all = block.append("rows", rows.block);
    Expression check =
        block.append(
            "check",
            Expressions.call(
                implementor.stash(holds, Interpreted.Condition.class), "in", DataContext.ROOT));
    ParameterExpression row = Expressions.parameter(type.getJavaRowType(), "row");
    Expression kept =
        Expressions.lambda(
            Predicate1.class, Expressions.call(check, APPLY, columns(type, row)), row);
    block.add(Expressions.call(all, BuiltInMethod.WHERE.method, kept));
    return implementor.result(type, block.toBlock());
  }

  private Expression columns(PhysType type, ParameterExpression row) {
    return type.getFormat() == JavaRowFormat.ARRAY
        ? row
        : Expressions.newArrayInit(
            Object.class,
            IntStream.range(0, getRowType().getFieldCount())
                .mapToObj(i -> Expressions.box(type.fieldReference(row, i)))
                .toList());
  }
}
