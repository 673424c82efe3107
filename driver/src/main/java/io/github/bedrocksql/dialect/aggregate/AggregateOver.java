package io.github.bedrocksql.dialect.aggregate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** An aggregate over each row's frame. */
record AggregateOver(Supplier<Accumulator> accumulators, int[] arguments, boolean distinct)
    implements WindowFunction {
  AggregateOver {
    arguments = arguments.clone();
  }

  /** What has been seen of a frame. */
  private static final class Seen {
    private final Accumulator accumulator;
    private final Set<List<Object>> values = new HashSet<>();
    private int end;

    Seen(Accumulator accumulator, int start) {
      this.accumulator = accumulator;
      this.end = start;
    }
  }

  @Override
  public void evaluate(Partition partition, FrameRule frames, int output) {
    Seen seen = null;
    for (int row = 0; row < partition.size(); row++) {
      Frame frame = frames.of(partition, row);
      if (seen == null || !frames.isGrowing()) {
        seen = new Seen(accumulators.get(), frame.start());
      }
      for (; seen.end < frame.end(); seen.end++) {
        partition.check();
        if (frame.sees(seen.end)) {
          add(partition, seen, seen.end);
        }
      }
      partition.set(row, output, seen.accumulator.value());
    }
  }

  private void add(Partition partition, Seen seen, int row) {
    Object[] values = new Object[arguments.length];
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = partition.value(row, arguments[i]);
      key.add(Values.hashable(values[i]));
    }
    if (!distinct || seen.values.add(key)) {
      seen.accumulator.add(values);
    }
  }
}
