package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Spool;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlKind;

/**
 * One step on the way from a relation's field to the column of a table that it shows: the input's
 * field whose values it has. This is the only place that knows the way.
 *
 * @param input which of the relation's inputs
 * @param plain whether a row shows that field of the one row that it is made of: not one of several
 *     fields, nor another row's
 */
record FieldStep(int input, int field, boolean plain) {
  /** Functions that return one of the values they are given. */
  private static final Set<SqlKind> CHOICES =
      ImmutableSet.of(
          SqlKind.ANY_VALUE,
          SqlKind.FIRST_VALUE,
          SqlKind.LAG,
          SqlKind.LAST_VALUE,
          SqlKind.LEAD,
          SqlKind.MAX,
          SqlKind.MIN,
          SqlKind.MODE,
          SqlKind.NTH_VALUE,
          SqlKind.SINGLE_VALUE);

  /** Returns the fields below that a field shows; none if it is computed. */
  static ImmutableList<FieldStep> below(RelNode rel, int field) {
    if (rel instanceof Project project) {
      return ofProject(project.getProjects().get(field));
    }
    if (rel instanceof Filter || rel instanceof Sort || rel instanceof Spool) {
      return ImmutableList.of(new FieldStep(0, field, true));
    }
    if (rel instanceof Join || rel instanceof Correlate) {
      int left = rel.getInput(0).getRowType().getFieldCount();
      return ImmutableList.of(
          field < left ? new FieldStep(0, field, true) : new FieldStep(1, field - left, true));
    }
    if (rel instanceof Aggregate aggregate) {
      return ofAggregate(aggregate, field);
    }
    if (rel instanceof RepeatUnion) {
      return ImmutableList.of(new FieldStep(0, field, false), new FieldStep(1, field, false));
    }
    if (rel instanceof SetOp) {
      ImmutableList.Builder<FieldStep> each = ImmutableList.builder();
      for (int input = 0; input < rel.getInputs().size(); input++) {
        each.add(new FieldStep(input, field, true));
      }
      return each.build();
    }
    return ImmutableList.of();
  }

  /** Returns the only field that a field is, through one step; empty if there is none. */
  static Optional<FieldStep> plainBelow(RelNode rel, int field) {
    List<FieldStep> steps = below(rel, field);
    return steps.size() == 1 && steps.get(0).plain() ? Optional.of(steps.get(0)) : Optional.empty();
  }

  private static ImmutableList<FieldStep> ofProject(RexNode expression) {
    boolean plain = IdentifierComparison.withoutCasts(expression) instanceof RexInputRef;
    RexNode shown =
        expression instanceof RexOver over && CHOICES.contains(over.getAggOperator().getKind())
            ? over.getOperands().get(0)
            : expression;
    return IdentifierComparison.shownFields(shown).stream()
        .map(ref -> new FieldStep(0, ref.getIndex(), plain))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<FieldStep> ofAggregate(Aggregate aggregate, int field) {
    if (field < aggregate.getGroupCount()) {
      boolean simple = aggregate.getGroupType() == Aggregate.Group.SIMPLE;
      return ImmutableList.of(new FieldStep(0, aggregate.getGroupSet().nth(field), simple));
    }
    AggregateCall call = aggregate.getAggCallList().get(field - aggregate.getGroupCount());
    return CHOICES.contains(call.getAggregation().getKind()) && !call.getArgList().isEmpty()
        ? ImmutableList.of(new FieldStep(0, call.getArgList().get(0), false))
        : ImmutableList.of();
  }
}
