package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import io.github.bedrocksql.adapter.scan.Expressions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;

/**
 * A comparison of an identifier column with a value, wherever it stands above the scan: the scan is
 * told the value, so that the column shows the name if it is one.
 */
final class IdentifierNamesRule extends RelRule<IdentifierNamesRule.Config> {
  private IdentifierNamesRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    RelNode rel = call.rel(0);
    List<RelNode> inputs = new ArrayList<>(rel.getInputs());
    SetMultimap<Integer, RexNode> compared = compared(rel);
    boolean changed = false;
    for (int field : compared.keySet()) {
      int left = inputs.get(0).getRowType().getFieldCount();
      int side = field < left ? 0 : 1;
      Optional<RelNode> named =
          named(inputs.get(side), side == 0 ? field : field - left, compared.get(field));
      if (named.isPresent()) {
        inputs.set(side, named.get());
        changed = true;
      }
    }
    if (changed) {
      call.transformTo(rel.copy(rel.getTraitSet(), inputs));
    }
  }

  /** The values that fields are compared with, by field. */
  private static SetMultimap<Integer, RexNode> compared(RelNode rel) {
    ImmutableSetMultimap.Builder<Integer, RexNode> compared = ImmutableSetMultimap.builder();
    RexVisitorImpl<Void> visitor =
        new RexVisitorImpl<>(true) {
          @Override
          public Void visitCall(RexCall call) {
            if (call.getKind() == SqlKind.EQUALS
                || call.getKind() == SqlKind.NOT_EQUALS
                || call.getKind() == SqlKind.IS_NOT_DISTINCT_FROM) {
              compare(call.getOperands().get(0), call.getOperands().get(1));
              compare(call.getOperands().get(1), call.getOperands().get(0));
            }
            return super.visitCall(call);
          }

          private void compare(RexNode column, RexNode value) {
            if (KeyOrigin.withoutCasts(column) instanceof RexInputRef ref
                && Expressions.isValue(value)) {
              compared.put(ref.getIndex(), value);
            }
          }
        };
    for (RexNode expression : expressions(rel)) {
      RexUtil.expandSearch(rel.getCluster().getRexBuilder(), null, expression).accept(visitor);
    }
    return compared.build();
  }

  private static List<RexNode> expressions(RelNode rel) {
    if (rel instanceof Project project) {
      return project.getProjects();
    }
    return List.of(
        rel instanceof LogicalJoin join
            ? join.getCondition()
            : ((LogicalFilter) rel).getCondition());
  }

  /**
   * Returns a relation whose scan knows the values; empty if the field is no identifier column, or
   * it knows them.
   */
  private static Optional<RelNode> named(RelNode set, int field, Collection<RexNode> values) {
    RelNode rel = Templates.of(set);
    if (rel instanceof BedrockScan scan) {
      boolean identifier =
          scan.spec.projects().get(field) == scan.spec.table().identifier().identifierColumn();
      return identifier && !scan.spec.names().containsAll(values)
          ? Optional.of(scan.with(scan.spec.named(values)))
          : Optional.empty();
    }
    if (rel instanceof LogicalProject project) {
      return KeyOrigin.withoutCasts(project.getProjects().get(field)) instanceof RexInputRef ref
          ? copied(rel, 0, named(project.getInput(), ref.getIndex(), values))
          : Optional.empty();
    }
    if (rel instanceof LogicalFilter || rel instanceof LogicalSort) {
      return copied(rel, 0, named(rel.getInput(0), field, values));
    }
    if (rel instanceof SetOp) {
      Optional<RelNode> named = Optional.empty();
      for (int i = 0; i < rel.getInputs().size(); i++) {
        RelNode before = named.orElse(rel);
        named =
            copied(before, i, named(before.getInput(i), field, values))
                .or(() -> Optional.of(before));
      }
      return named.filter(changed -> changed != rel);
    }
    if (rel instanceof LogicalJoin join) {
      int left = join.getLeft().getRowType().getFieldCount();
      return field < left
          ? copied(rel, 0, named(join.getLeft(), field, values))
          : copied(rel, 1, named(join.getRight(), field - left, values));
    }
    return rel instanceof LogicalAggregate aggregate
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE
            && field < aggregate.getGroupCount()
        ? copied(rel, 0, named(rel.getInput(0), aggregate.getGroupSet().nth(field), values))
        : Optional.empty();
  }

  private static Optional<RelNode> copied(RelNode rel, int side, Optional<RelNode> input) {
    return input.map(
        named -> {
          List<RelNode> inputs = new ArrayList<>(rel.getInputs());
          inputs.set(side, named);
          return rel.copy(rel.getTraitSet(), inputs);
        });
  }

  /** The rule's operands. */
  static final class Config extends FixedRuleConfig {
    static final Config OF_FILTER = new Config(LogicalFilter.class);
    static final Config OF_JOIN = new Config(LogicalJoin.class);
    static final Config OF_PROJECT = new Config(LogicalProject.class);

    private Config(Class<? extends RelNode> where) {
      super(b -> b.operand(where).anyInputs(), "BedrockIdentifierNames" + where.getSimpleName());
    }

    @Override
    public IdentifierNamesRule toRule() {
      return new IdentifierNamesRule(this);
    }
  }
}
