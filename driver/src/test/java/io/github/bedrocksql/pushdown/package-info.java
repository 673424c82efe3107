/**
 * The pushdown table: queries, the rows they give, the requests they make and the fewest requests
 * that the API permits. The table is data, {@code *.queries} beside this package in the resources;
 * {@code docs/pushdown.md} is made from it, and each of its lines is run.
 */
package io.github.bedrocksql.pushdown;
