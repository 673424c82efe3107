package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/** A join, one side of which is a scan with details, taken apart: summaries first, details last. */
final class SummaryJoin {
  private final LogicalJoin join;
  private final int side;
  private final BedrockScan scan;
  private final int arn;
  private final int firstField;
  private final List<Integer> summaries = new ArrayList<>();
  private final List<Integer> details = new ArrayList<>();

  private SummaryJoin(LogicalJoin join, int side, BedrockScan scan) {
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

  private boolean joinsOnSummaries() {
    return RelOptUtil.InputFinder.bits(join.getCondition()).stream()
        .noneMatch(f -> isOfScan(f) && scan.spec.table().isDetail(column(f)));
  }

  /** Returns whether a field of the whole join is a detail. */
  boolean isDetail(int field) {
    return isOfScan(field) && scan.spec.table().isDetail(column(field));
  }

  /** Returns the field of the join of summaries that shows what a field of the whole join shows. */
  int summaryField(int field) {
    if (isOfScan(field)) {
      return firstField + summaries.indexOf(column(field));
    }
    return side == 0 ? field - scan.spec.projects().size() + summaries.size() : field;
  }

  /** Returns the whole join: only what comes out of the join of summaries is looked up. */
  RelNode hydratedLate(RelBuilder builder, UnaryOperator<RelNode> cut) {
    BedrockScan summaryScan = scan.with(withColumns(summaries));
    List<RelNode> inputs = new ArrayList<>(join.getInputs());
    inputs.set(side, summaryScan);
    RelNode summaryJoin =
        builder
            .push(inputs.get(0))
            .push(inputs.get(1))
            .join(join.getJoinType(), ofSummaries(join.getCondition(), inputs))
            .build();
    RelNode kept = cut.apply(summaryJoin);
    BedrockScan detailScan =
        scan.with(withColumns(details).unfiltered().withBothIdentifiers(false));
    int leftFields = kept.getRowType().getFieldCount();
    RexNode sameArn =
        builder
            .getRexBuilder()
            .makeCall(
                SqlStdOperatorTable.EQUALS,
                ref(kept, firstField + summaries.indexOf(arn), 0),
                ref(detailScan, details.indexOf(arn), leftFields));
    LookupJoin hydrated =
        LookupJoin.of(
            kept,
            detailScan,
            isNullable() ? JoinRelType.LEFT : JoinRelType.INNER,
            sameArn,
            sameArn,
            LookupJoin.BATCH,
            JoinCalls.ofKeys(1),
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

  /** Returns the ways to take a join apart: by its left side, by its right, or none. */
  static ImmutableList<SummaryJoin> of(LogicalJoin join) {
    ImmutableList.Builder<SummaryJoin> ways = ImmutableList.builder();
    // Of a semi-join's right side nothing is shown.
    int sides = join.getJoinType().projectsRight() ? 2 : 1;
    for (int side = 0; side < sides; side++) {
      of(join, side).ifPresent(ways::add);
    }
    return ways.build();
  }

  private static Optional<SummaryJoin> of(LogicalJoin join, int side) {
    return Templates.of(join.getInput(side)) instanceof BedrockScan scan && isLate(scan)
        ? Optional.of(new SummaryJoin(join, side, scan)).filter(SummaryJoin::joinsOnSummaries)
        : Optional.empty();
  }

  /** Returns whether rows are listed, and only shown with their details. */
  static boolean isLate(BedrockScan scan) {
    ScanSpec spec = scan.spec;
    return !spec.hasLimit()
        && spec.order().isEmpty()
        && spec.table().elements().isEmpty()
        && spec.projects().stream().anyMatch(spec.table()::isDetail)
        && scan.analysis().detailConditions().isEmpty()
        && scan.estimate().lists();
  }
}
