package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Join of a scan with details: the summaries are joined first, and only the rows that come out are
 * looked up.
 */
final class LateHydrationRule extends RelRule<LateHydrationRule.Config> {
  private static final int BATCH = 50;

  private LateHydrationRule(Config config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    // Of a semi-join's right side nothing is shown.
    int sides = join.getJoinType().projectsRight() ? 2 : 1;
    for (int side = 0; side < sides; side++) {
      if (Templates.of(join.getInput(side)) instanceof BedrockScan scan && isLate(scan)) {
        Split split = new Split(join, side, scan);
        if (split.joinsOnSummaries()) {
          call.transformTo(split.hydratedLate(call.builder()));
        }
      }
    }
  }

  /** Whether rows are listed, and only shown with their details. */
  private static boolean isLate(BedrockScan scan) {
    ScanSpec spec = scan.spec;
    return !spec.hasLimit()
        && spec.order().isEmpty()
        && spec.table().elements().isEmpty()
        && spec.projects().stream().anyMatch(spec.table()::isDetail)
        && scan.analysis().detailConditions().isEmpty()
        && scan.estimate().calls() instanceof Calls.Listing;
  }

  /** A join, one side of which is a scan with details. */
  private static final class Split {
    private final LogicalJoin join;
    private final int side;
    private final BedrockScan scan;
    private final int arn;
    private final int firstField;
    private final List<Integer> summaries = new ArrayList<>();
    private final List<Integer> details = new ArrayList<>();

    Split(LogicalJoin join, int side, BedrockScan scan) {
      this.join = join;
      this.side = side;
      this.scan = scan;
      this.arn = scan.spec.table().identifier().arnColumn();
      this.firstField = side == 0 ? 0 : join.getLeft().getRowType().getFieldCount();
      for (int column : scan.spec.projects()) {
        (scan.spec.table().isDetail(column) ? details : summaries).add(column);
      }
      if (!summaries.contains(arn)) {
        summaries.add(arn);
      }
      details.add(arn);
    }

    private boolean isOfScan(int field) {
      return field >= firstField && field < firstField + scan.spec.projects().size();
    }

    private int column(int field) {
      return scan.spec.projects().get(field - firstField);
    }

    boolean joinsOnSummaries() {
      return RelOptUtil.InputFinder.bits(join.getCondition()).stream()
          .noneMatch(f -> isOfScan(f) && scan.spec.table().isDetail(column(f)));
    }

    /** The field of the join of summaries that shows what a field of the whole join shows. */
    private int summaryField(int field) {
      if (isOfScan(field)) {
        return firstField + summaries.indexOf(column(field));
      }
      return side == 0 ? field - scan.spec.projects().size() + summaries.size() : field;
    }

    RelNode hydratedLate(RelBuilder builder) {
      BedrockScan summaryScan = scan.with(withColumns(summaries));
      List<RelNode> inputs = new ArrayList<>(join.getInputs());
      inputs.set(side, summaryScan);
      RelNode summaryJoin =
          builder
              .push(inputs.get(0))
              .push(inputs.get(1))
              .join(join.getJoinType(), ofSummaries(join.getCondition(), inputs))
              .build();
      BedrockScan detailScan = scan.with(withColumns(details).unfiltered());
      int leftFields = summaryJoin.getRowType().getFieldCount();
      RexNode sameArn =
          builder
              .getRexBuilder()
              .makeCall(
                  SqlStdOperatorTable.EQUALS,
                  ref(summaryJoin, firstField + summaries.indexOf(arn), 0),
                  ref(detailScan, details.indexOf(arn), leftFields));
      LookupJoin hydrated =
          LookupJoin.of(
              summaryJoin,
              detailScan,
              isNullable() ? JoinRelType.LEFT : JoinRelType.INNER,
              sameArn,
              sameArn,
              BATCH,
              LookupJoin.Cost.CALL_FOR_EACH_ROW,
              builder);
      return builder.push(hydrated).project(shown(hydrated, leftFields), names(), true).build();
    }

    private ScanSpec withColumns(List<Integer> columns) {
      return scan.spec.columns(ImmutableList.copyOf(columns));
    }

    private List<RexNode> shown(RelNode hydrated, int leftFields) {
      List<RexNode> shown = new ArrayList<>();
      for (int field = 0; field < join.getRowType().getFieldCount(); field++) {
        boolean detail = isOfScan(field) && scan.spec.table().isDetail(column(field));
        int from = detail ? leftFields + details.indexOf(column(field)) : summaryField(field);
        shown.add(ref(hydrated, from, 0));
      }
      return shown;
    }

    private List<String> names() {
      return join.getRowType().getFieldNames();
    }

    private static RexNode ref(RelNode rel, int field, int shift) {
      return new RexInputRef(field + shift, rel.getRowType().getFieldList().get(field).getType());
    }

    private RexNode ofSummaries(RexNode condition, List<RelNode> inputs) {
      int left = inputs.get(0).getRowType().getFieldCount();
      return condition.accept(
          new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef input) {
              int field = summaryField(input.getIndex());
              RelNode from = inputs.get(field < left ? 0 : 1);
              return ref(from, field < left ? field : field - left, field < left ? 0 : left);
            }
          });
    }

    /** Whether the join may give nulls in place of the scan's row. */
    private boolean isNullable() {
      return side == 0
          ? join.getJoinType().generatesNullsOnLeft()
          : join.getJoinType().generatesNullsOnRight();
    }
  }

  /** The rule's operands. */
  static final class Config extends FixedRuleConfig {
    static final Config INSTANCE = new Config();

    private Config() {
      super(b -> b.operand(LogicalJoin.class).anyInputs(), "BedrockLateHydration");
    }

    @Override
    public LateHydrationRule toRule() {
      return new LateHydrationRule(this);
    }
  }
}
