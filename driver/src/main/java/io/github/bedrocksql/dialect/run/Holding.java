package io.github.bedrocksql.dialect.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.EnumerableBatchNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableLimitSort;
import org.apache.calcite.adapter.enumerable.EnumerableMergeJoin;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Collect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.sql.SqlKind;

/** Which operators hold the rows that they read, and what for, in the words of a message. */
final class Holding {
  /** Aggregates that keep one value for all of their rows. */
  private static final ImmutableSet<SqlKind> OF_ONE_VALUE =
      Sets.immutableEnumSet(
          SqlKind.COUNT, SqlKind.SUM, SqlKind.SUM0, SqlKind.MIN, SqlKind.MAX, SqlKind.ANY_VALUE);

  private Holding() {}

  /** Returns what the rows of an operator's input are held for; empty if it lets go of each. */
  static Optional<String> of(RelNode operator, int input) {
    return Optional.ofNullable(orNull(operator, input));
  }

  private static String orNull(RelNode operator, int input) {
    if (operator instanceof Sort sort) {
      boolean all = !(sort instanceof EnumerableLimitSort) && !sort.getSortExps().isEmpty();
      return all ? "sorting" : null;
    }
    if (operator instanceof Join join) {
      return input == 1 && holdsRight(join) ? "joining" : null;
    }
    if (operator instanceof Aggregate aggregate) {
      return holds(aggregate) ? "aggregating" : null;
    }
    if (operator instanceof Window) {
      return "evaluating windows over";
    }
    if (operator instanceof SetOp set) {
      return set.all && set instanceof Union ? null : "comparing";
    }
    return operator instanceof Collect ? "collecting" : null;
  }

  private static boolean holdsRight(Join join) {
    if (join instanceof EnumerableNestedLoopJoin) {
      return join.getJoinType().generatesNullsOnLeft();
    }
    return !(join instanceof EnumerableBatchNestedLoopJoin || join instanceof EnumerableMergeJoin);
  }

  private static boolean holds(Aggregate aggregate) {
    return aggregate.getGroupCount() > 0
        || aggregate.getAggCallList().stream()
            .anyMatch(
                call ->
                    call.isDistinct() || !OF_ONE_VALUE.contains(call.getAggregation().getKind()));
  }
}
