package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Column.ColumnType;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/**
 * The value of a {@code ?}.
 *
 * @param value null for NULL; a time is a LocalDateTime
 * @param times how a time is set where the driver takes all ways
 * @param others gives other values for the same place
 */
record Parameter(ColumnType type, Object value, TimeSetter times, Supplier<Object> others) {
  Parameter another() {
    return new Parameter(type, others.get(), times, others);
  }

  @Override
  public String toString() {
    return value == null
        ? "NULL"
        : (value instanceof LocalDateTime ? times : value.getClass().getSimpleName()) + " " + value;
  }
}
