package io.github.bedrocksql.dialect.aggregate;

import io.github.bedrocksql.dialect.run.PlanRun;
import java.util.List;

/** The rows of a partition, sorted. Rows that the order holds for equal are peers. */
final class Partition {
  private final List<Object[]> rows;
  private final int width;
  private final Object[] constants;
  private final PlanRun run;
  private final int[] firstPeer;
  private final int[] pastPeers;

  /** Takes rows of which the first {@code width} fields are the input's. */
  Partition(List<Object[]> rows, Order order, int width, Object[] constants, PlanRun run) {
    this.rows = rows;
    this.width = width;
    this.constants = constants;
    this.run = run;
    this.firstPeer = new int[rows.size()];
    this.pastPeers = new int[rows.size()];
    for (int i = 1; i < rows.size(); i++) {
      firstPeer[i] = order.compare(rows.get(i - 1), rows.get(i)) == 0 ? firstPeer[i - 1] : i;
    }
    for (int i = rows.size() - 1; i >= 0; i--) {
      boolean last = i == rows.size() - 1 || firstPeer[i + 1] == i + 1;
      pastPeers[i] = last ? i + 1 : pastPeers[i + 1];
    }
  }

  /** Throws if the statement must stop; asked for each row of a frame, too. */
  void check() {
    run.check();
  }

  int size() {
    return rows.size();
  }

  /** Returns the number of the first row that is a peer of this one. */
  int firstPeer(int row) {
    return firstPeer[row];
  }

  /** Returns the number after that of the last peer. */
  int pastPeers(int row) {
    return pastPeers[row];
  }

  /** Returns a field of a row; fields past the input's are the window's constants. */
  Object value(int row, int field) {
    return field < width ? rows.get(row)[field] : constants[field - width];
  }

  void set(int row, int field, Object value) {
    check();
    rows.get(row)[field] = value;
  }
}
