/**
 * The grammar of this driver's SQL. Most of it is generated: the parser that Calcite's own template
 * gives with the settings in {@code src/main/grammar}. What is written by hand makes names of the
 * words that stand where only a name can.
 */
package io.github.bedrocksql.dialect.grammar;
