package io.github.bedrocksql.dialect.aggregate;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** Which calls of an aggregate are run here, and not by Calcite's code. */
public final class AggregateCalls {
  private static final Set<SqlKind> TEXTS = ImmutableSet.of(SqlKind.LISTAGG, SqlKind.STRING_AGG);
  private static final Set<SqlKind> SUMS = ImmutableSet.of(SqlKind.SUM, SqlKind.SUM0);

  private static final Set<SqlKind> OF_ANY_ORDER =
      ImmutableSet.of(SqlKind.MIN, SqlKind.MAX, SqlKind.COUNT, SqlKind.SUM, SqlKind.SUM0);

  private AggregateCalls() {}

  /**
   * Returns a query's aggregate with calls that no rule takes apart: Calcite's loses the order of
   * STRING_AGG(DISTINCT …) and copies the whole text for each row, its ARRAY_AGG drops nulls, and
   * percentiles it does not run.
   */
  public static RelNode kept(Aggregate aggregate) {
    return with(aggregate, aggregate.getAggCallList().stream().map(AggregateCalls::kept).toList());
  }

  private static AggregateCall kept(AggregateCall call) {
    SqlKind kind = call.getAggregation().getKind();
    return kind == SqlKind.ARRAY_AGG
            || Accumulators.isOurs(call.getAggregation())
            || TEXTS.contains(kind)
        ? accumulated(call)
        : call;
  }

  /** Returns the calls with sums that fail where they overflow. */
  static List<AggregateCall> checked(List<AggregateCall> calls) {
    return calls.stream()
        .map(AggregateCalls::withoutOrder)
        .map(call -> isWholeSum(call) && !call.isDistinct() ? accumulated(call) : call)
        .toList();
  }

  /**
   * What Calcite makes of an ordered call beside a DISTINCT one takes the only value of a group,
   * and has kept the order, whose columns are no longer there.
   */
  private static AggregateCall withoutOrder(AggregateCall call) {
    return OF_ANY_ORDER.contains(call.getAggregation().getKind())
        ? call.withCollation(RelCollations.EMPTY)
        : call;
  }

  private static boolean isWholeSum(AggregateCall call) {
    return SUMS.contains(call.getAggregation().getKind())
        && call.getType().getSqlTypeName() == SqlTypeName.BIGINT;
  }

  private static AggregateCall accumulated(AggregateCall call) {
    return AggregateCall.create(
        call.getParserPosition(),
        AccumulatedAggregate.of(
            call.getAggregation(), call.isDistinct(), call.getType().getSqlTypeName()),
        false,
        call.isApproximate(),
        call.ignoreNulls(),
        call.rexList,
        call.getArgList(),
        call.filterArg,
        call.distinctKeys,
        call.collation,
        call.getType(),
        call.getName());
  }

  private static RelNode with(Aggregate aggregate, List<AggregateCall> calls) {
    return calls.equals(aggregate.getAggCallList())
        ? aggregate
        : aggregate.copy(
            aggregate.getTraitSet(),
            aggregate.getInput(),
            aggregate.getGroupSet(),
            aggregate.getGroupSets(),
            calls);
  }
}
