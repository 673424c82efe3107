package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import io.github.bedrocksql.adapter.explain.ReadableExpressions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableBatchNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.metadata.RelMdCollation;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/** A join whose left rows hand the right scan their values, a batch at a time. */
final class LookupJoin extends EnumerableBatchNestedLoopJoin {
  /** The joins that can be made so. */
  static final ImmutableSet<JoinRelType> TYPES =
      ImmutableSet.of(JoinRelType.INNER, JoinRelType.LEFT, JoinRelType.SEMI, JoinRelType.ANTI);

  /** Left rows whose values are handed over at once: each is an expression in generated code. */
  static final int BATCH = 50;

  private final ImmutableBitSet requiredColumns;
  private final JoinCalls calls;

  private LookupJoin(
      RelTraitSet traits,
      RelNode left,
      RelNode right,
      RexNode condition,
      Set<CorrelationId> variables,
      ImmutableBitSet requiredColumns,
      JoinRelType joinType,
      JoinCalls calls) {
    super(left.getCluster(), traits, left, right, condition, variables, requiredColumns, joinType);
    this.requiredColumns = requiredColumns;
    this.calls = calls;
  }

  /**
   * Returns the physical join; the order of its left input stays.
   *
   * @param condition over the fields of both sides
   * @param pushed the part of it that narrows the right side
   * @param batch left rows whose values are handed over at once
   * @param calls what the left rows take
   */
  static LookupJoin of(
      RelNode left,
      RelNode right,
      JoinRelType type,
      RexNode condition,
      RexNode pushed,
      int batch,
      JoinCalls calls,
      RelBuilder builder) {
    RelOptCluster cluster = left.getCluster();
    int leftFields = left.getRowType().getFieldCount();
    Set<CorrelationId> variables = new LinkedHashSet<>();
    List<RexNode> conditions = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      CorrelationId variable = cluster.createCorrel();
      variables.add(variable);
      RexNode row = cluster.getRexBuilder().makeCorrel(left.getRowType(), variable);
      conditions.add(ofRow(pushed, row, leftFields, cluster.getRexBuilder()));
    }
    RelNode outer = physical(left);
    RelNode inner = physical(new ConditionPushdown(builder).push(right, builder.or(conditions)));
    RelMetadataQuery mq = cluster.getMetadataQuery();
    RelTraitSet traits =
        cluster
            .traitSetOf(EnumerableConvention.INSTANCE)
            .replaceIfs(
                RelCollationTraitDef.INSTANCE,
                () -> RelMdCollation.enumerableBatchNestedLoopJoin(mq, outer, inner, type));
    ImmutableBitSet required =
        RelOptUtil.InputFinder.bits(pushed).intersect(ImmutableBitSet.range(leftFields));
    return new LookupJoin(traits, outer, inner, condition, variables, required, type, calls);
  }

  private static RelNode physical(RelNode rel) {
    return RelOptRule.convert(rel, rel.getTraitSet().replace(EnumerableConvention.INSTANCE));
  }

  private static RexNode ofRow(
      RexNode condition, RexNode row, int leftFields, RexBuilder rexBuilder) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return input.getIndex() >= leftFields
                ? rexBuilder.makeInputRef(input.getType(), input.getIndex() - leftFields)
                : rexBuilder.makeFieldAccess(row, input.getIndex());
          }
        });
  }

  @Override
  public LookupJoin copy(
      RelTraitSet traits,
      RexNode condition,
      RelNode left,
      RelNode right,
      JoinRelType joinType,
      boolean semiJoinDone) {
    return new LookupJoin(
        traits, left, right, condition, getVariablesSet(), requiredColumns, joinType, calls);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    if (writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES) {
      return super.explainTerms(writer);
    }
    ImmutableList<String> fields =
        Streams.concat(
                left.getRowType().getFieldNames().stream(),
                right.getRowType().getFieldNames().stream())
            .collect(ImmutableList.toImmutableList());
    return writer
        .input("left", left)
        .input("right", right)
        .item("on", new ReadableExpressions(fields).text(condition))
        .item("type", joinType.lowerName)
        .item("batch", getVariablesSet().size());
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery mq) {
    double rows = mq.getRowCount(left) + mq.getRowCount(this);
    double made = calls.perRow() * Math.max(1, leftRows(mq));
    return planner
        .getCostFactory()
        .makeCost(made * BedrockEnumerableScan.ROWS_PER_CALL + rows, 0, 0);
  }

  /** A key finds one row at the most, unless the table has one for each element. */
  @Override
  public double estimateRowCount(RelMetadataQuery mq) {
    double pairs = super.estimateRowCount(mq);
    return calls.ofKeys() ? Math.min(pairs, leftRows(mq)) : pairs;
  }

  /** Calcite takes an equality to keep a fixed part of all pairs, which is far too many. */
  private double leftRows(RelMetadataQuery mq) {
    if (Templates.of(left) instanceof Join join
        && join.getJoinType() != JoinRelType.FULL
        && !join.analyzeCondition().leftKeys.isEmpty()) {
      double one = rowsNarrowed(join.getLeft(), mq);
      double other = rowsNarrowed(join.getRight(), mq);
      return switch (join.getJoinType()) {
        case LEFT -> one;
        case RIGHT -> other;
        default -> Math.min(one, other);
      };
    }
    return mq.getRowCount(left);
  }

  /**
   * As far as the API narrows a side, the distinct values of one too: other ways to the same rows
   * count by that, and Calcite by what it takes of any filter.
   */
  private static double rowsNarrowed(RelNode side, RelMetadataQuery mq) {
    RelNode template = Templates.of(side);
    return mq.getRowCount(
        template instanceof Aggregate aggregate
            ? aggregate.copy(
                aggregate.getTraitSet(), ImmutableList.of(Templates.of(aggregate.getInput())))
            : template);
  }
}
