package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.table.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Join on an identifier column that no lookup serves, as a full join: {@code identifier = v} holds
 * for the row whose ARN or whose name is v, so both are compared.
 */
final class IdentifierJoinRule extends RelRule<IdentifierJoinRule.Config> {
  private IdentifierJoinRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    int fields =
        join.getLeft().getRowType().getFieldCount() + join.getRight().getRowType().getFieldCount();
    for (int field = 0; field < fields; field++) {
      if (isUnknownIdentifier(join, field) && Comparison.compares(join.getCondition(), field)) {
        new Comparison(join, field).joined(call.builder()).ifPresent(call::transformTo);
        return;
      }
    }
  }

  private static boolean isUnknownIdentifier(LogicalJoin join, int field) {
    int leftFields = join.getLeft().getRowType().getFieldCount();
    return KeyOrigin.throughJoins(
            field < leftFields ? join.getLeft() : join.getRight(),
            field < leftFields ? field : field - leftFields)
        .filter(o -> o.column() == o.scan().spec.table().identifier().identifierColumn())
        .filter(o -> o.scan().analysis().identifiers().isEmpty())
        .filter(o -> !o.scan().spec.identifierIsArn())
        .isPresent();
  }

  /** A join that compares ARN and name in place of one field. */
  private static final class Comparison {
    private final LogicalJoin join;
    private final int field;
    private final boolean left;
    private final int leftFields;
    private final RexBuilder rexBuilder;

    Comparison(LogicalJoin join, int field) {
      this.join = join;
      this.field = field;
      this.leftFields = join.getLeft().getRowType().getFieldCount();
      this.left = field < leftFields;
      this.rexBuilder = join.getCluster().getRexBuilder();
    }

    /** Returns the join; empty where the name can't be had from below. */
    Optional<RelNode> joined(RelBuilder builder) {
      return withKeys(left ? join.getLeft() : join.getRight(), left ? field : field - leftFields)
          .map(
              side ->
                  builder
                      .push(left ? side : join.getLeft())
                      .push(left ? join.getRight() : side)
                      .join(join.getJoinType(), condition(side))
                      .project(shown(builder), join.getRowType().getFieldNames(), true)
                      .build());
    }

    private List<RexNode> shown(RelBuilder builder) {
      ImmutableList.Builder<RexNode> shown = ImmutableList.builder();
      for (int i = 0; i < join.getRowType().getFieldCount(); i++) {
        shown.add(builder.field(shifted(i)));
      }
      return shown.build();
    }

    /** The two keys stand behind the fields of their side. */
    private int shifted(int original) {
      return left && original >= leftFields ? original + 2 : original;
    }

    private RexNode condition(RelNode side) {
      int arn = (left ? 0 : leftFields) + side.getRowType().getFieldCount() - 2;
      RexShuttle shift =
          new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
              return rexBuilder.makeInputRef(ref.getType(), shifted(ref.getIndex()));
            }
          };
      RexShuttle comparisons =
          new RexShuttle() {
            @Override
            public RexNode visitCall(RexCall call) {
              Optional<RexNode> other = comparedWith(call, field);
              if (other.isEmpty()) {
                return super.visitCall(call);
              }
              RexNode either =
                  RexUtil.composeDisjunction(
                      rexBuilder,
                      List.of(
                          isKey(side, arn, 0, other.get().accept(shift)),
                          isKey(side, arn, 1, other.get().accept(shift))));
              return call.getKind() == SqlKind.NOT_EQUALS ? RexUtil.not(either) : either;
            }

            @Override
            public RexNode visitInputRef(RexInputRef ref) {
              return ref.accept(shift);
            }
          };
      return join.getCondition().accept(comparisons);
    }

    private RexNode isKey(RelNode side, int arn, int offset, RexNode value) {
      int inSide = side.getRowType().getFieldCount() - 2 + offset;
      return rexBuilder.makeCall(
          SqlStdOperatorTable.EQUALS,
          rexBuilder.makeInputRef(
              side.getRowType().getFieldList().get(inSide).getType(), arn + offset),
          value);
    }

    /** The value of a row that a comparison holds the field against. */
    private static Optional<RexNode> comparedWith(RexNode part, int field) {
      boolean comparison =
          part.getKind() == SqlKind.EQUALS
              || part.getKind() == SqlKind.NOT_EQUALS
              || part.getKind() == SqlKind.IS_NOT_DISTINCT_FROM;
      for (int operand = 0; operand < 2 && comparison; operand++) {
        RexNode key = KeyOrigin.withoutCasts(((RexCall) part).getOperands().get(operand));
        RexNode other = ((RexCall) part).getOperands().get(1 - operand);
        if (key instanceof RexInputRef ref
            && ref.getIndex() == field
            && RexUtil.containsInputRef(other)) {
          return Optional.of(other);
        }
      }
      return Optional.empty();
    }

    static boolean compares(RexNode condition, int field) {
      return comparedWith(condition, field).isPresent()
          || (condition instanceof RexCall call
              && call.getOperands().stream().anyMatch(part -> compares(part, field)));
    }

    /** A relation with the ARN and the name of a field's scan behind its fields. */
    private static Optional<RelNode> withKeys(RelNode rel, int field) {
      RelNode template = Templates.of(rel);
      if (template instanceof BedrockScan scan) {
        Identifier keys = scan.spec.table().identifier();
        ImmutableList<Integer> columns =
            ImmutableList.<Integer>builder()
                .addAll(scan.spec.projects())
                .add(keys.arnColumn(), keys.nameColumn())
                .build();
        return Optional.of(scan.with(scan.spec.columns(columns).withArnForIdentifier()));
      }
      if (template instanceof LogicalFilter filter) {
        return withKeys(filter.getInput(), field)
            .map(input -> filter.copy(filter.getTraitSet(), List.of(input)));
      }
      if (template instanceof LogicalJoin inner) {
        int left = inner.getLeft().getRowType().getFieldCount();
        return field < left
            ? withKeys(inner.getLeft(), field).map(input -> ofLeft(inner, input))
            : withKeys(inner.getRight(), field - left)
                .map(input -> inner.copy(inner.getTraitSet(), List.of(inner.getLeft(), input)));
      }
      return template instanceof LogicalProject project
              && !project.containsOver()
              && KeyOrigin.withoutCasts(project.getProjects().get(field)) instanceof RexInputRef ref
          ? withKeys(project.getInput(), ref.getIndex()).map(input -> projected(project, input))
          : Optional.empty();
    }

    /** A join whose left side has the two keys: they are moved behind the right side's fields. */
    private static RelNode ofLeft(LogicalJoin join, RelNode left) {
      int keys = left.getRowType().getFieldCount() - 2;
      RexNode condition = RexUtil.shift(join.getCondition(), keys, 2);
      RelNode joined =
          join.copy(
              join.getTraitSet(), condition, left, join.getRight(), join.getJoinType(), false);
      int fields = joined.getRowType().getFieldCount();
      if (fields == keys + 2) {
        return joined; // A semi-join shows nothing of its right side.
      }
      List<RexNode> moved = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < fields; i++) {
        int from = i < keys ? i : i < fields - 2 ? i + 2 : i - (fields - 2) + keys;
        moved.add(new RexInputRef(from, joined.getRowType().getFieldList().get(from).getType()));
        names.add("$" + i);
      }
      return LogicalProject.create(joined, List.of(), moved, names, Set.of());
    }

    private static RelNode projected(LogicalProject project, RelNode input) {
      List<RexNode> expressions = new ArrayList<>(project.getProjects());
      List<String> names = new ArrayList<>(project.getRowType().getFieldNames());
      int fields = input.getRowType().getFieldCount();
      for (int i = fields - 2; i < fields; i++) {
        expressions.add(new RexInputRef(i, input.getRowType().getFieldList().get(i).getType()));
        names.add("$key" + i);
      }
      return LogicalProject.create(
          input, project.getHints(), expressions, names, project.getVariablesSet());
    }
  }

  /** The rule's operands. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(b -> b.operand(LogicalJoin.class).anyInputs(), "BedrockIdentifierJoin");
    }

    @Override
    public IdentifierJoinRule toRule() {
      return new IdentifierJoinRule(this);
    }
  }
}
