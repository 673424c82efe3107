package io.github.bedrocksql.adapter.access;

/**
 * A key that Get takes.
 *
 * @param column the table's ordinal of the key column that it is compared with
 * @param value an ARN or a name, as the query has it
 */
public record Key(int column, String value) {
  /** Returns whether the value has the form of an ARN, which no name has (API model). */
  boolean isArn() {
    return value.startsWith("arn:");
  }
}
