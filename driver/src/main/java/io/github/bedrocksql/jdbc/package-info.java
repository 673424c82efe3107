/**
 * JDBC: the driver, its URL, and a forwarding layer that makes Calcite's connection behave as the
 * JDBC interfaces say. Planning and calling belong to the adapter; nothing here names the AWS SDK.
 */
package io.github.bedrocksql.jdbc;
