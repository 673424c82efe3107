/**
 * Values on their way between Calcite's rows and JDBC's getters and setters: what a column's type
 * is, how it is read as another, what a parameter takes, which fields a time shows. Nothing here
 * may know a connection or a statement, or make one.
 */
package io.github.bedrocksql.jdbc.value;
