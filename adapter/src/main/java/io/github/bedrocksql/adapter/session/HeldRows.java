package io.github.bedrocksql.adapter.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** How many rows operators hold in memory, for the message of a statement that ran out of it. */
public final class HeldRows {
  private final Queue<Count> counts = new ConcurrentLinkedQueue<>();

  /** The rows that one operator holds: counted by the thread that reads them. */
  public static final class Count {
    private final String doing;
    private long rows;

    private Count(String doing) {
      this.doing = doing;
    }

    /** Counts one more. */
    public void add() {
      rows++;
    }

    /** Counts so many more. */
    public void add(int more) {
      rows += more;
    }

    /** Starts anew: the operator has let go of its rows. */
    public void reset() {
      rows = 0;
    }
  }

  /**
   * Returns a new count.
   *
   * @param doing what the rows are held for, to stand before their number, as "sorting"
   */
  public Count by(String doing) {
    Count count = new Count(doing);
    counts.add(count);
    return count;
  }

  /** Returns these counts together with others. */
  HeldRows and(List<HeldRows> others) {
    HeldRows all = new HeldRows();
    all.counts.addAll(counts);
    others.forEach(other -> all.counts.addAll(other.counts));
    return all;
  }

  /** Returns what is done with how many rows, as "sorting 812,345 rows"; empty for none. */
  @Override
  public String toString() {
    Map<String, Long> rows =
        counts.stream()
            .filter(count -> count.rows > 0)
            .collect(
                Collectors.groupingBy(
                    count -> count.doing,
                    TreeMap::new,
                    Collectors.summingLong(count -> count.rows)));
    return rows.entrySet().stream()
        .map(
            held ->
                String.format(
                    Locale.ROOT,
                    "%s %,d %s",
                    held.getKey(),
                    held.getValue(),
                    held.getValue() == 1 ? "row" : "rows"))
        .collect(Collectors.joining(" and "));
  }
}
