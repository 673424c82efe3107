/**
 * Aggregates and window functions, run by code of our own where Calcite's leaves a frame, forgets
 * DISTINCT or an order, drops nulls, or lets a sum overflow. A plan keeps what is to be done, and a
 * run only its rows.
 */
package io.github.bedrocksql.dialect.aggregate;
