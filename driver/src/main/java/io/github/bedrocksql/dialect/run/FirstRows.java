package io.github.bedrocksql.dialect.run;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/**
 * The first rows of an operator. Calcite's own asks for one row more before it sees that there are
 * enough, and that row may cost a call, or many.
 */
public final class FirstRows {
  private FirstRows() {}

  /** Returns so many rows, or all if there are fewer: for generated code. */
  public static <T> Enumerable<T> of(Enumerable<T> rows, int limit) {
    if (limit <= 0) {
      return Linq4j.emptyEnumerable();
    }
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Counted<>(rows.enumerator(), limit);
      }
    };
  }

  private static final class Counted<T> implements Enumerator<T> {
    private final Enumerator<T> rows;
    private final int limit;
    private int left;

    Counted(Enumerator<T> rows, int limit) {
      this.rows = rows;
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public boolean moveNext() {
      return left-- > 0 && rows.moveNext();
    }

    @Override
    public void reset() {
      rows.reset();
      left = limit;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
