package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * An input of a union.
 *
 * @param scan empty if its details can't be looked up later, or if there are none
 * @param fields what it shows, of the scan's fields
 */
record UnionPart(RelNode input, Optional<BedrockScan> scan, ImmutableList<RexNode> fields) {

  static UnionPart of(RelNode input) {
    Optional<UnionPart> part =
        Templates.of(input) instanceof BedrockScan scan
            ? Optional.of(new UnionPart(input, Optional.of(scan), refs(scan)))
            : projects(input).flatMap(project -> ofProject(input, project)).reduce((a, b) -> b);
    return part.filter(UnionPart::canBeLate)
        .orElseGet(() -> new UnionPart(input, Optional.empty(), refs(input)));
  }

  /** The last of the planner's equal ones is over the scan that absorbed the most. */
  private static Stream<LogicalProject> projects(RelNode input) {
    Stream<RelNode> equal =
        input instanceof RelSubset subset ? subset.getRelList().stream() : Stream.of(input);
    return equal.filter(LogicalProject.class::isInstance).map(LogicalProject.class::cast);
  }

  private static Stream<UnionPart> ofProject(RelNode input, LogicalProject project) {
    return !project.containsOver() && Templates.of(project.getInput()) instanceof BedrockScan scan
        ? Stream.of(
            new UnionPart(input, Optional.of(scan), ImmutableList.copyOf(project.getProjects())))
        : Stream.empty();
  }

  private static ImmutableList<RexNode> refs(RelNode rel) {
    return rel.getRowType().getFieldList().stream()
        .map(field -> new RexInputRef(field.getIndex(), field.getType()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether its rows are listed, and each field is of summaries or of details. */
  private boolean canBeLate() {
    return SummaryJoin.isLate(scan.orElseThrow())
        && table().identifier().isUnique()
        && IntStream.range(0, fields.size()).anyMatch(this::isDetail)
        && fields.stream().map(this::levels).allMatch(levels -> levels.size() <= 1);
  }

  private TableDefinition table() {
    return scan.orElseThrow().spec.table();
  }

  /** Returns whether what an expression reads are details; both if it reads some of each. */
  private ImmutableSet<Boolean> levels(RexNode expression) {
    return RelOptUtil.InputFinder.bits(expression).stream()
        .mapToObj(field -> table().isDetail(scan.orElseThrow().spec.projects().get(field)))
        .collect(ImmutableSet.toImmutableSet());
  }

  boolean isLate() {
    return scan.isPresent();
  }

  /** Returns whether a field is looked up later. */
  boolean isDetail(int field) {
    return isLate() && levels(fields.get(field)).contains(true);
  }

  private int arn() {
    return table().identifier().arnColumn();
  }

  /** Returns what is listed: the scan of summaries, or the input as it is. */
  RelNode listed() {
    return scan.<RelNode>map(details -> scanOf(false)).orElse(input);
  }

  /** Returns the scan of the details, with the ARN. */
  BedrockScan details() {
    return scanOf(true);
  }

  private BedrockScan scanOf(boolean details) {
    BedrockScan whole = scan.orElseThrow();
    ImmutableList<Integer> columns =
        Stream.concat(
                RelOptUtil.InputFinder.bits(fields, null).stream()
                    .mapToObj(whole.spec.projects()::get)
                    .filter(column -> table().isDetail(column) == details),
                Stream.of(arn()))
            .distinct()
            .collect(ImmutableList.toImmutableList());
    return whole.with(
        details
            ? whole.spec.columns(columns).unfiltered().withBothIdentifiers(false)
            : whole.spec.columns(columns));
  }

  /**
   * Returns a field, of the fields of a scan of some of the columns.
   *
   * @param first the place of the scan's first field
   */
  RexNode over(int field, RelNode some, int first) {
    return scan.isEmpty() ? fields.get(field) : moved(fields.get(field), (BedrockScan) some, first);
  }

  private RexNode moved(RexNode expression, BedrockScan some, int first) {
    List<Integer> columns = some.spec.projects();
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            int place = columns.indexOf(scan.orElseThrow().spec.projects().get(ref.getIndex()));
            RelDataTypeField column = some.getRowType().getFieldList().get(place);
            return new RexInputRef(first + place, column.getType());
          }
        });
  }

  /** Returns the place of the ARN in a scan of some of the columns. */
  int arnIn(BedrockScan some) {
    return some.spec.projects().indexOf(arn());
  }
}
