package io.github.bedrocksql.adapter.execute;

/**
 * One key of a scan's order.
 *
 * @param column the table's ordinal of the column that the key is, -1 if it is computed of a row
 * @param nullsFirst where nulls go, whatever the direction
 */
public record OrderKey(int column, boolean descending, boolean nullsFirst) {}
