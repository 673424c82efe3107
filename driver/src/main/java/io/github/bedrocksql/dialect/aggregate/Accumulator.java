package io.github.bedrocksql.dialect.aggregate;

/** What an aggregate knows of the rows that it has seen. */
public interface Accumulator {
  /** Takes the arguments of a row, nulls too. */
  void add(Object[] arguments);

  /** Returns the aggregate of the rows so far. */
  Object value();
}
