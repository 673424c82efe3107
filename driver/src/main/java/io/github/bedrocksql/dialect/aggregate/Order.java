package io.github.bedrocksql.dialect.aggregate;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;

/** An ORDER BY; without keys all rows are peers. */
record Order(ImmutableList<Key> keys) implements Comparator<Object[]> {
  /** One of its expressions: which field, and how its values are ordered. */
  record Key(int field, boolean descending, Comparator<Object> values) {
    static Key of(RelFieldCollation collation) {
      boolean descending = collation.direction.isDescending();
      boolean nullsFirst =
          collation.nullDirection == RelFieldCollation.NullDirection.FIRST
              || (collation.nullDirection == RelFieldCollation.NullDirection.UNSPECIFIED
                  && descending);
      Comparator<Object> values = descending ? Values.NATURAL.reversed() : Values.NATURAL;
      return new Key(
          collation.getFieldIndex(),
          descending,
          nullsFirst ? Comparator.nullsFirst(values) : Comparator.nullsLast(values));
    }
  }

  static Order of(RelCollation collation) {
    return new Order(
        collation.getFieldCollations().stream()
            .map(Key::of)
            .collect(ImmutableList.toImmutableList()));
  }

  @Override
  public int compare(Object[] one, Object[] other) {
    for (Key key : keys) {
      int order = key.values().compare(one[key.field()], other[key.field()]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
