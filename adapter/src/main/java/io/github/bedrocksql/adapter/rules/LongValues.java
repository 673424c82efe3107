package io.github.bedrocksql.adapter.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Primitives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexLiteral;

/**
 * Rows of literals that the plan gets as data. Calcite's own become code, and a Java method is
 * limited to 64 KB, which an IN or NOT IN of a few thousand values exceeds.
 */
final class LongValues extends Values implements EnumerableRel {
  private LongValues(
      RelOptCluster cluster,
      RelDataType rowType,
      ImmutableList<ImmutableList<RexLiteral>> tuples,
      RelTraitSet traits) {
    super(cluster, rowType, tuples, traits);
  }

  /** Returns the same rows as those of a relation of any convention. */
  static LongValues of(Values values) {
    return new LongValues(
        values.getCluster(),
        values.getRowType(),
        values.getTuples(),
        values.getTraitSet().replace(EnumerableConvention.INSTANCE));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new LongValues(getCluster(), getRowType(), getTuples(), traits);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    JavaTypeFactory types = (JavaTypeFactory) getCluster().getTypeFactory();
    PhysType rows = PhysTypeImpl.of(types, getRowType(), JavaRowFormat.ARRAY);
    List<Object> values = new ArrayList<>(getTuples().size());
    for (ImmutableList<RexLiteral> tuple : getTuples()) {
      Object[] row = row(tuple, types);
      values.add(rows.getFormat() == JavaRowFormat.SCALAR ? row[0] : row);
    }
    return implementor.result(
        rows, Blocks.toBlock(implementor.stash(Linq4j.asEnumerable(values), Enumerable.class)));
  }

  private Object[] row(ImmutableList<RexLiteral> tuple, JavaTypeFactory types) {
    Object[] row = new Object[tuple.size()];
    List<RelDataTypeField> fields = getRowType().getFieldList();
    Arrays.setAll(row, i -> value(tuple.get(i), javaClass(fields.get(i).getType(), types)));
    return row;
  }

  private static Object value(RexLiteral literal, Class<?> type) {
    return literal.isNull() ? null : literal.getValueAs(type);
  }

  private static Class<?> javaClass(RelDataType type, JavaTypeFactory types) {
    return Primitives.wrap((Class<?>) types.getJavaClass(type));
  }
}
