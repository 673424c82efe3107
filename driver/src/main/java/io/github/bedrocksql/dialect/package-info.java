/**
 * The SQL of this driver where it differs from Calcite's own. Here the parts are put together:
 * {@code DialectPrepare} takes a text to a plan with the packages below, which know nothing of it.
 * Nothing knows JDBC objects or the API, and nothing that only a connection of this driver has may
 * be needed by the adapter, whose tables live in foreign connections too.
 */
package io.github.bedrocksql.dialect;
