package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/**
 * A union, some inputs of which are scans with details, taken apart: summaries first, details last.
 * Each row keeps the ARN that its details are looked up by, in a field of its input's own.
 */
final class SummaryUnion {
  private final LogicalUnion union;
  private final ImmutableList<UnionPart> parts;
  private final ImmutableList<Integer> late;
  private final RexBuilder rex;

  private SummaryUnion(LogicalUnion union, ImmutableList<UnionPart> parts) {
    this.union = union;
    this.parts = parts;
    this.late =
        IntStream.range(0, parts.size())
            .filter(place -> parts.get(place).isLate())
            .boxed()
            .collect(ImmutableList.toImmutableList());
    this.rex = union.getCluster().getRexBuilder();
  }

  /** Returns a union taken apart; empty if no input has details that can wait. */
  static Optional<SummaryUnion> of(LogicalUnion union) {
    ImmutableList<UnionPart> parts =
        union.getInputs().stream().map(UnionPart::of).collect(ImmutableList.toImmutableList());
    return Optional.of(new SummaryUnion(union, parts)).filter(some -> !some.late.isEmpty());
  }

  /** Returns whether a field is a detail that is looked up last. */
  boolean isDetail(int field) {
    return parts.stream().anyMatch(part -> part.isDetail(field));
  }

  /** Returns the rows of the union, sorted and cut before their details are looked up. */
  RelNode hydratedLate(RelBuilder builder, LogicalSort cut) {
    for (int place = 0; place < parts.size(); place++) {
      RelNode listed = parts.get(place).listed();
      builder.push(listed).project(summary(place, listed), List.of(), true);
    }
    RelNode rows =
        LogicalSort.create(
            builder.union(true, parts.size()).build(), cut.getCollation(), cut.offset, cut.fetch);
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < late.size(); i++) {
      starts.add(rows.getRowType().getFieldCount());
      rows = lookedUp(rows, i, builder);
    }
    RelNode found = builder.push(rows).filter(found(rows, starts)).build();
    return LogicalProject.create(
            found,
            List.of(),
            shown(found, starts),
            union.getRowType().getFieldNames(),
            ImmutableSet.of())
        .copy(cut.getTraitSet(), List.of(found));
  }

  private int width() {
    return union.getRowType().getFieldCount();
  }

  /** The fields of a part without its details, and the ARN for each part that has some. */
  private List<RexNode> summary(int place, RelNode listed) {
    UnionPart part = parts.get(place);
    List<RexNode> fields = new ArrayList<>();
    for (RelDataTypeField field : union.getRowType().getFieldList()) {
      fields.add(
          part.isDetail(field.getIndex())
              ? rex.makeNullLiteral(field.getType())
              : part.over(field.getIndex(), listed, 0));
    }
    for (int other : late) {
      fields.add(
          other == place
              ? rex.ensureType(arnType(), ref(listed, part.arnIn((BedrockScan) listed)), true)
              : rex.makeNullLiteral(arnType()));
    }
    return fields;
  }

  private RelDataType arnType() {
    return rex.getTypeFactory()
        .createTypeWithNullability(rex.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
  }

  /** A row has the ARN of one part: the first of the joins counts the lookups of all. */
  private RelNode lookedUp(RelNode rows, int place, RelBuilder builder) {
    UnionPart part = parts.get(late.get(place));
    BedrockScan details = part.details();
    RexNode arn = ref(details, part.arnIn(details));
    RexNode sameArn =
        rex.makeCall(
            SqlStdOperatorTable.EQUALS,
            ref(rows, width() + place),
            RexUtil.shift(arn, rows.getRowType().getFieldCount()));
    return LookupJoin.of(
        rows,
        details,
        JoinRelType.LEFT,
        sameArn,
        sameArn,
        LookupJoin.BATCH,
        JoinCalls.ofKeys(place == 0 ? 1 : 0),
        builder);
  }

  /** What is gone by the time of its lookup is no row. */
  private List<RexNode> found(RelNode rows, List<Integer> starts) {
    List<RexNode> found = new ArrayList<>();
    for (int i = 0; i < late.size(); i++) {
      UnionPart part = parts.get(late.get(i));
      found.add(
          rex.makeCall(
              SqlStdOperatorTable.OR,
              rex.makeCall(SqlStdOperatorTable.IS_NULL, ref(rows, width() + i)),
              rex.makeCall(
                  SqlStdOperatorTable.IS_NOT_NULL,
                  ref(rows, starts.get(i) + part.arnIn(part.details())))));
    }
    return found;
  }

  private List<RexNode> shown(RelNode rows, List<Integer> starts) {
    List<RexNode> shown = new ArrayList<>();
    for (RelDataTypeField field : union.getRowType().getFieldList()) {
      RexNode value = ref(rows, field.getIndex());
      for (int i = 0; i < late.size(); i++) {
        UnionPart part = parts.get(late.get(i));
        if (part.isDetail(field.getIndex())) {
          value =
              rex.makeCall(
                  SqlStdOperatorTable.CASE,
                  rex.makeCall(SqlStdOperatorTable.IS_NOT_NULL, ref(rows, width() + i)),
                  part.over(field.getIndex(), part.details(), starts.get(i)),
                  value);
        }
      }
      shown.add(rex.ensureType(field.getType(), value, true));
    }
    return shown;
  }

  private static RexNode ref(RelNode rel, int field) {
    return new RexInputRef(field, rel.getRowType().getFieldList().get(field).getType());
  }
}
