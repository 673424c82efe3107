package io.github.bedrocksql.dialect.aggregate;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumUtils;
import org.apache.calcite.adapter.enumerable.EnumerableAggregate;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.InvalidRelException;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.util.ImmutableBitSet;

/** An aggregate with several groupings, one of which is that of all rows: it has a row for none. */
public final class EnumerableGroupingSets extends EnumerableAggregate {
  private static final Method OR_TOTAL =
      Types.lookupMethod(EnumerableGroupingSets.class, "orTotal", Enumerable.class, Object.class);

  EnumerableGroupingSets(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      ImmutableBitSet groupSet,
      List<ImmutableBitSet> groupSets,
      List<AggregateCall> calls)
      throws InvalidRelException {
    super(cluster, traits, input, groupSet, groupSets, calls);
  }

  @Override
  public EnumerableAggregate copy(
      RelTraitSet traits,
      RelNode input,
      ImmutableBitSet groupSet,
      List<ImmutableBitSet> groupSets,
      List<AggregateCall> calls) {
    try {
      return new EnumerableGroupingSets(getCluster(), traits, input, groupSet, groupSets, calls);
    } catch (InvalidRelException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result groups = super.implement(implementor, prefer);
    BlockBuilder block = new BlockBuilder();
    Expression rows = block.append("groups", groups.block);
    block.add(Expressions.return_(null, Expressions.call(OR_TOTAL, rows, total(groups.physType))));
    return new Result(block.toBlock(), groups.physType, groups.format);
  }

  /** What Calcite's aggregate leaves out where there are no rows. */
  private Expression total(PhysType row) {
    List<Expression> fields = new ArrayList<>();
    for (int field = 0; field < getRowType().getFieldCount(); field++) {
      Object value =
          field < getGroupCount() ? null : ofNone(getAggCallList().get(field - getGroupCount()));
      fields.add(EnumUtils.convert(Expressions.constant(value), row.fieldClass(field)));
    }
    return row.record(fields);
  }

  private static Object ofNone(AggregateCall call) {
    return switch (call.getAggregation().getKind()) {
      case COUNT, SUM0, REGR_COUNT -> 0;
      case GROUPING -> (1L << call.getArgList().size()) - 1;
      default -> null;
    };
  }

  /** Returns the rows, or the only one that there is without any. */
  public static <T> Enumerable<T> orTotal(Enumerable<T> rows, T total) {
    return rows.any() ? rows : Linq4j.singletonEnumerable(total);
  }
}
