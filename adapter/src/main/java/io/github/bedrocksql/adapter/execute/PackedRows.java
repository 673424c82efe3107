package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.Ints;
import java.util.Comparator;

/**
 * What is kept of rows that are sorted, of which there may be a million: the columns that are
 * shown, and those that they are sorted by.
 */
final class PackedRows {
  private final int[] columns;
  private final int width;
  private final Comparator<Row> comparator;

  private PackedRows(ImmutableSortedSet<Integer> columns, int width, RowOrder order) {
    this.columns = Ints.toArray(columns);
    this.width = width;
    ImmutableList<Integer> places = columns.asList();
    this.comparator =
        new RowComparator(
            order.keys().stream()
                .map(
                    key ->
                        new OrderKey(
                            places.indexOf(key.column()), key.descending(), key.nullsFirst()))
                .toList(),
            null);
  }

  /** Returns what is kept of a scan's rows, whose order is one of columns. */
  static PackedRows of(ScanRequest request) {
    ImmutableSortedSet.Builder<Integer> columns = ImmutableSortedSet.naturalOrder();
    columns.addAll(request.plan().projects());
    request.order().keys().forEach(key -> columns.add(key.column()));
    return new PackedRows(columns.build(), request.table().columns().size(), request.order());
  }

  /** Returns the order of packed rows. */
  Comparator<Row> comparator() {
    return comparator;
  }

  /** Returns the packed rows of rows. */
  Rows packed(Rows rows) {
    return () -> {
      Row row = rows.next();
      if (row == null) {
        return null;
      }
      Object[] packed = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        packed[i] = row.value(columns[i]);
      }
      return new Row(packed, row.state(), row.source());
    };
  }

  /** Returns the rows of packed rows; what was not kept is null. */
  Rows unpacked(Rows rows) {
    return () -> {
      Row row = rows.next();
      if (row == null) {
        return null;
      }
      Object[] unpacked = new Object[width];
      for (int i = 0; i < columns.length; i++) {
        unpacked[columns[i]] = row.value(i);
      }
      return new Row(unpacked, row.state(), row.source());
    };
  }
}
