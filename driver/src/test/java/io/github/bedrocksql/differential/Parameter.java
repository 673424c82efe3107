package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.function.Supplier;

/**
 * The value of a {@code ?}.
 *
 * @param value null for NULL
 * @param others gives other values for the same place
 */
record Parameter(ColumnType type, Object value, Supplier<Object> others) {
  Parameter another() {
    return new Parameter(type, others.get(), others);
  }

  @Override
  public String toString() {
    return value == null ? "NULL" : value.getClass().getSimpleName() + " " + value;
  }
}
