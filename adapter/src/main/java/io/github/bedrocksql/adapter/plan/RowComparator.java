package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.scan.SortKey;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.linq4j.function.Function1;

/** Compares rows of a table by the keys of an order, as Calcite's own sort would. */
final class RowComparator implements Comparator<Object[]> {
  private record Part(int column, int expression, Comparator<Object> comparator) {}

  private final ImmutableList<Part> parts;
  private final Function1<Object[], Object[]> expressions;

  /**
   * Makes a comparator.
   *
   * @param expressions gives the values of the keys that are no plain columns, in order; null if
   *     there are none
   */
  RowComparator(List<SortKey> keys, Function1<Object[], Object[]> expressions) {
    this.expressions = expressions;
    ImmutableList.Builder<Part> built = ImmutableList.builder();
    int computed = 0;
    for (SortKey key : keys) {
      built.add(new Part(key.column(), key.column() < 0 ? computed++ : -1, comparator(key)));
    }
    this.parts = built.build();
  }

  private static Comparator<Object> comparator(SortKey key) {
    Comparator<Object> natural = RowComparator::compareValues;
    Comparator<Object> directed = key.descending() ? natural.reversed() : natural;
    return key.nullsFirst() ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
  }

  @SuppressWarnings("unchecked") // Values of one column are of one class.
  private static int compareValues(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  @Override
  public int compare(Object[] a, Object[] b) {
    for (Part part : parts) {
      int compared =
          part.column() >= 0
              ? part.comparator().compare(a[part.column()], b[part.column()])
              : part.comparator()
                  .compare(
                      expressions.apply(a)[part.expression()],
                      expressions.apply(b)[part.expression()]);
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }
}
