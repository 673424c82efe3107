/**
 * The functions and operators that a text can call and Calcite lacks or has with another meaning:
 * their names, types and implementations. Nothing here changes a statement's tree on its own
 * account or knows a validator; that is done by {@code rewrite} and {@code convert}.
 */
package io.github.bedrocksql.dialect.function;
