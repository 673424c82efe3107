/**
 * From a validated call to a row expression, where Calcite's own would have another value. What
 * does not need the operands' types belongs in {@code rewrite}.
 */
package io.github.bedrocksql.dialect.convert;
