/**
 * Subqueries of a plan that Calcite would turn into joins with other rows: found, and mended or
 * left to run as they stand. Works on relations before they are planned; knows no text and no
 * execution.
 */
package io.github.bedrocksql.dialect.subquery;
