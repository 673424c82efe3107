package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.api.FieldPath;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** The types that columns have. */
public enum ColumnType {
  /** Read as String. */
  VARCHAR,
  /** TIMESTAMP(3) in UTC, read as Long: milliseconds since the epoch. */
  TIMESTAMP,
  /** Read as Long. */
  BIGINT,
  /** Read as Integer. */
  INTEGER,
  /** Read as Double. */
  DOUBLE,
  /** Read as Boolean. */
  BOOLEAN,
  /** Read as a List of Strings. Never null: Calcite's operators on arrays don't accept null. */
  VARCHAR_ARRAY;

  private static final ImmutableMap<MarshallingType<?>, ColumnType> OF_FIELDS =
      ImmutableMap.<MarshallingType<?>, ColumnType>builder()
          .put(MarshallingType.STRING, VARCHAR)
          .put(MarshallingType.INSTANT, TIMESTAMP)
          .put(MarshallingType.INTEGER, INTEGER)
          .put(MarshallingType.LONG, BIGINT)
          .put(MarshallingType.FLOAT, DOUBLE)
          .put(MarshallingType.DOUBLE, DOUBLE)
          .put(MarshallingType.BOOLEAN, BOOLEAN)
          .build();

  /**
   * Returns the type of a column that shows a field: what is nested is JSON.
   *
   * @throws IllegalArgumentException if no column has such values
   */
  static ColumnType of(FieldPath path) {
    ColumnType type = path.isNested() ? VARCHAR : OF_FIELDS.get(path.type());
    if (type == null) {
      throw new IllegalArgumentException(path + " has a type that no column has");
    }
    return type;
  }
}
