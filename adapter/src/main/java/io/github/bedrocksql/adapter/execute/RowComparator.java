package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Compares rows of a table by the keys of an order, as Calcite's own sort would. */
final class RowComparator implements Comparator<Row> {
  private record Part(int column, int computed, Comparator<Object> comparator) {}

  private final ImmutableList<Part> parts;
  private final Function<Object[], Object[]> computed;

  /**
   * Makes a comparator.
   *
   * @param computed gives the values of the keys that are not plain columns, in order; null if
   *     there are none
   */
  RowComparator(List<OrderKey> keys, Function<Object[], Object[]> computed) {
    this.computed = computed;
    ImmutableList.Builder<Part> built = ImmutableList.builder();
    int number = 0;
    for (OrderKey key : keys) {
      built.add(new Part(key.column(), key.column() < 0 ? number++ : -1, comparator(key)));
    }
    this.parts = built.build();
  }

  private static Comparator<Object> comparator(OrderKey key) {
    Comparator<Object> natural = RowComparator::compareValues;
    Comparator<Object> directed = key.descending() ? natural.reversed() : natural;
    return key.nullsFirst() ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
  }

  @SuppressWarnings("unchecked") // Values of one column are of one class.
  private static int compareValues(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  @Override
  public int compare(Row a, Row b) {
    for (Part part : parts) {
      int compared =
          part.column() >= 0
              ? part.comparator().compare(a.value(part.column()), b.value(part.column()))
              : part.comparator()
                  .compare(
                      computed.apply(a.values())[part.computed()],
                      computed.apply(b.values())[part.computed()]);
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }
}
