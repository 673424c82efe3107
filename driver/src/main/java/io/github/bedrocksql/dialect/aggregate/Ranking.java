package io.github.bedrocksql.dialect.aggregate;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** Where a row stands in its partition. Frames are nothing to these functions. */
record Ranking(SqlKind kind, SqlTypeName type, int[] arguments) implements WindowFunction {
  Ranking {
    arguments = arguments.clone();
  }

  @Override
  public void evaluate(Partition partition, FrameRule frames, int output) {
    long dense = 0;
    for (int row = 0; row < partition.size(); row++) {
      dense += partition.firstPeer(row) == row ? 1 : 0;
      Number value = value(partition, row, dense);
      partition.set(row, output, value == null ? null : Values.as(value, type));
    }
  }

  private Number value(Partition partition, int row, long dense) {
    int size = partition.size();
    return switch (kind) {
      case ROW_NUMBER -> row + 1L;
      case RANK -> partition.firstPeer(row) + 1L;
      case DENSE_RANK -> dense;
      case PERCENT_RANK -> size == 1 ? 0d : partition.firstPeer(row) / (size - 1d);
      case CUME_DIST -> partition.pastPeers(row) / (double) size;
      case NTILE -> tile(row, size, (Number) partition.value(row, arguments[0]));
      default -> throw new IllegalStateException(kind.toString());
    };
  }

  /** The first tiles are one row larger where the rows can't be shared out evenly. */
  private static Number tile(int row, int size, Number tiles) {
    if (tiles == null) {
      return null;
    }
    long count = tiles.longValue();
    if (count < 1) {
      throw new Refusal(
          SqlState.INVALID_NTILE_ARGUMENT.exception(
              "NTILE takes a number greater than 0, not " + count));
    }
    long small = size / count;
    long inLarge = (size % count) * (small + 1);
    return (row < inLarge ? row / (small + 1) + 1 : size % count + (row - inLarge) / small + 1);
  }
}
