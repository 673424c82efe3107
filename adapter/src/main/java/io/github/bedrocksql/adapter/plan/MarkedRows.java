package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * The rows of a relation, each with the one row of a set that has its ARN, or else its name.
 *
 * @param join as it was: the last field of its right side is null where nothing matches
 * @param identifier the field of the left side that is looked for
 */
record MarkedRows(LogicalJoin join, int identifier, ResolvedRel left, RelNode set) {
  ResolvedRel of(ResolvedRel.Keys keys) {
    RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    int leftFields = left.rel().getRowType().getFieldCount();
    int setFields = set.getRowType().getFieldCount();
    RelNode byArn = joined(left.rel(), on(keys.arn(), leftFields));
    RexNode isUnmatched =
        rexBuilder.makeCall(SqlStdOperatorTable.IS_NULL, field(byArn, leftFields + setFields - 1));
    RexNode byItsName = on(keys.name(), leftFields + setFields);
    RelNode byName =
        joined(byArn, rexBuilder.makeCall(SqlStdOperatorTable.AND, byItsName, isUnmatched));
    List<RexNode> ofSet = new ArrayList<>();
    for (int i = 0; i < setFields; i++) {
      ofSet.add(
          rexBuilder.makeCall(
              SqlStdOperatorTable.CASE,
              isUnmatched,
              field(byName, leftFields + setFields + i),
              field(byName, leftFields + i)));
    }
    return inOrder(byName, ofSet);
  }

  /** The fields that the join had, then the keys of its left side. */
  private ResolvedRel inOrder(RelNode rows, List<RexNode> ofSet) {
    List<RexNode> fields = new ArrayList<>();
    List<String> names = new ArrayList<>(join.getRowType().getFieldNames());
    int plain = names.size() - ofSet.size();
    for (int i = 0; i < plain; i++) {
      fields.add(field(rows, i));
    }
    for (int i = 0; i < ofSet.size(); i++) {
      RelDataType type = join.getRowType().getFieldList().get(plain + i).getType();
      fields.add(join.getCluster().getRexBuilder().ensureType(type, ofSet.get(i), true));
    }
    for (int i = plain; i < left.rel().getRowType().getFieldCount(); i++) {
      fields.add(field(rows, i));
      names.add(left.rel().getRowType().getFieldNames().get(i));
    }
    ImmutableMap.Builder<Integer, ResolvedRel.Keys> moved = ImmutableMap.builder();
    left.keys().forEach((of, k) -> moved.put(of, k.moved(plain, ofSet.size())));
    return new ResolvedRel(
        LogicalProject.create(rows, List.of(), fields, names, Set.of()), moved.buildOrThrow());
  }

  private static RexInputRef field(RelNode rel, int field) {
    return RexInputRef.of(field, rel.getRowType());
  }

  private RelNode joined(RelNode rows, RexNode condition) {
    return LogicalJoin.create(
        rows, set, join.getHints(), condition, join.getVariablesSet(), JoinRelType.LEFT);
  }

  /** The join's condition with a key for the identifier. */
  private RexNode on(int key, int before) {
    int plain = join.getLeft().getRowType().getFieldCount();
    return join.getCondition()
        .accept(
            new RexShuttle() {
              @Override
              public RexNode visitInputRef(RexInputRef ref) {
                if (ref.getIndex() == identifier) {
                  return field(left.rel(), key);
                }
                return ref.getIndex() < plain
                    ? ref
                    : new RexInputRef(ref.getIndex() - plain + before, ref.getType());
              }
            });
  }
}
