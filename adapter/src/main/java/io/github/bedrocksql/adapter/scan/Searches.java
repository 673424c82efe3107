package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.Sarg;

/**
 * SEARCH, in which Calcite gathers the comparisons of one expression with literals, written out as
 * the comparisons that they were.
 */
public final class Searches {
  private Searches() {}

  /** Returns an expression without SEARCH. */
  public static RexNode writtenOut(RexNode expression, RexBuilder rexBuilder) {
    RexNode withHoles =
        expression.accept(
            new RexShuttle() {
              @Override
              public RexNode visitCall(RexCall call) {
                return call.getKind() == SqlKind.SEARCH
                    ? withoutHoles(call, rexBuilder)
                    : RexUtil.flatten(rexBuilder, super.visitCall(call));
              }
            });
    return RexUtil.expandSearch(rexBuilder, null, withHoles);
  }

  private static RexNode withoutHoles(RexCall search, RexBuilder rexBuilder) {
    Sarg<?> sarg = ((RexLiteral) search.getOperands().get(1)).getValueAs(Sarg.class);
    // What is true of null is said of the ranges as they are.
    return sarg.nullAs == RexUnknownAs.TRUE || sarg.isComplementedPoints()
        ? search
        : withoutHoles(search, sarg, rexBuilder);
  }

  /** {@code x < v OR x > v}, as the hole between two ranges says it, is {@code x <> v}. */
  private static <C extends Comparable<C>> RexNode withoutHoles(
      RexCall search, Sarg<C> sarg, RexBuilder rexBuilder) {
    RexNode value = search.getOperands().get(0);
    RelDataType type = search.getOperands().get(1).getType();
    List<C> holes = holes(sarg.rangeSet);
    if (holes.isEmpty()) {
      return search;
    }
    RangeSet<C> filled = TreeRangeSet.create(sarg.rangeSet);
    holes.forEach(hole -> filled.add(Range.singleton(hole)));
    Sarg<C> whole = Sarg.of(sarg.nullAs, ImmutableRangeSet.copyOf(filled));
    List<RexNode> parts = new ArrayList<>();
    if (!whole.isAll()) {
      RexNode ranges = rexBuilder.makeSearchArgumentLiteral(whole, type);
      parts.add(search.clone(search.getType(), List.of(value, ranges)));
    }
    for (C hole : holes) {
      parts.add(
          rexBuilder.makeCall(
              SqlStdOperatorTable.NOT_EQUALS,
              value,
              rexBuilder.makeLiteral(hole, type, true, true)));
    }
    return RexUtil.composeConjunction(rexBuilder, parts);
  }

  private static <C extends Comparable<C>> List<C> holes(RangeSet<C> ranges) {
    List<C> holes = new ArrayList<>();
    Range<C> before = null;
    for (Range<C> range : ranges.asRanges()) {
      boolean open =
          before != null
              && before.upperBoundType() == BoundType.OPEN
              && range.lowerBoundType() == BoundType.OPEN;
      if (open && before.upperEndpoint().equals(range.lowerEndpoint())) {
        holes.add(range.lowerEndpoint());
      }
      before = range;
    }
    return holes;
  }
}
