package io.github.bedrocksql.dialect.aggregate;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.util.function.IntPredicate;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowExclusion;

/**
 * ROWS or RANGE between two bounds.
 *
 * @param distance how far from a row's key a bound of RANGE is; null where none is a distance
 */
record FrameRule(
    boolean rows, Bound lower, Bound upper, RexWindowExclusion exclusion, KeyDistance distance) {
  /** Where a frame begins or ends. */
  enum Edge {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  /** With the field that holds the offset of PRECEDING and FOLLOWING, else -1. */
  record Bound(Edge edge, int offset) {
    static Bound of(RexWindowBound bound) {
      if (bound.isCurrentRow()) {
        return new Bound(Edge.CURRENT_ROW, -1);
      }
      if (bound.isUnbounded()) {
        return new Bound(
            bound.isPreceding() ? Edge.UNBOUNDED_PRECEDING : Edge.UNBOUNDED_FOLLOWING, -1);
      }
      return new Bound(
          bound.isPreceding() ? Edge.PRECEDING : Edge.FOLLOWING,
          WindowFunctions.field(bound.getOffset()));
    }

    boolean isDistance() {
      return offset >= 0;
    }
  }

  static FrameRule of(Window.Group group, Window window) {
    Bound lower = Bound.of(group.lowerBound);
    Bound upper = Bound.of(group.upperBound);
    boolean distant = !group.isRows && (lower.isDistance() || upper.isDistance());
    return new FrameRule(
        group.isRows, lower, upper, group.exclude, distant ? KeyDistance.of(group, window) : null);
  }

  /** Whether a frame only ever gains rows, at its end, from one row of a partition to the next. */
  boolean isGrowing() {
    return lower.edge() == Edge.UNBOUNDED_PRECEDING
        && exclusion == RexWindowExclusion.EXCLUDE_NO_OTHER
        && upper.edge().compareTo(Edge.CURRENT_ROW) >= 0;
  }

  Frame of(Partition partition, int row) {
    int start = Math.max(0, bound(partition, row, lower, true));
    int end = Math.min(partition.size(), bound(partition, row, upper, false));
    return new Frame(start, Math.max(start, end), excluded(partition, row));
  }

  private IntPredicate excluded(Partition partition, int row) {
    int first = partition.firstPeer(row);
    int past = partition.pastPeers(row);
    return switch (exclusion) {
      case EXCLUDE_NO_OTHER -> null;
      case EXCLUDE_CURRENT_ROW -> i -> i == row;
      case EXCLUDE_GROUP -> i -> i >= first && i < past;
      case EXCLUDE_TIES -> i -> i >= first && i < past && i != row;
    };
  }

  /** Returns a number of a row: the first of the frame, or the one past its last. */
  private int bound(Partition partition, int row, Bound bound, boolean first) {
    return switch (bound.edge()) {
      case UNBOUNDED_PRECEDING -> 0;
      case UNBOUNDED_FOLLOWING -> partition.size();
      case CURRENT_ROW -> current(partition, row, first);
      case PRECEDING, FOLLOWING -> {
        Number offset = offset(partition.value(row, bound.offset()));
        boolean preceding = bound.edge() == Edge.PRECEDING;
        yield rows
            ? counted(partition, row, offset.longValue(), preceding, first)
            : distance.bound(partition, row, offset, preceding, first);
      }
    };
  }

  private static Number offset(Object value) {
    if (value == null || Values.decimal((Number) value).signum() < 0) {
      throw new Refusal(
          SqlState.INVALID_FRAME_BOUND.exception(
              "The offset of a window frame must be 0 or more, not " + value));
    }
    return (Number) value;
  }

  private int current(Partition partition, int row, boolean first) {
    if (rows) {
      return first ? row : row + 1;
    }
    return first ? partition.firstPeer(row) : partition.pastPeers(row);
  }

  private static int counted(
      Partition partition, int row, long offset, boolean preceding, boolean first) {
    long near = Math.min(offset, partition.size());
    long bound = preceding ? row - near : row + near;
    return (int) (first ? bound : bound + 1);
  }
}
