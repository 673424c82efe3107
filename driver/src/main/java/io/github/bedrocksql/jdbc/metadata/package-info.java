/**
 * What DatabaseMetaData answers, as rows and facts: made from the adapter's descriptions of its
 * tables and from data, without a statement, a call or a connection. Nothing here may know how a
 * ResultSet is made, or the classes of the driver.
 */
package io.github.bedrocksql.jdbc.metadata;
